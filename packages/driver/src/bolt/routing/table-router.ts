import { GraphError } from '@motif/core'
import { type Address, addressText } from '../address.ts'
import type { Channel } from '../channel.ts'
import { asker } from './asker.ts'
import { Discovery, type DiscoveryOptions } from './discovery.ts'
import { HomeDatabases } from './home-databases.ts'
import { isFatal } from './is-fatal.ts'
import { LeastConnected } from './least-connected.ts'
import { PassingOn } from './passing-on.ts'
import type { Route, Router, RouteRequest, ServerEvent, TableRequest } from './router.ts'
import { isFresh, type RoutingTable, serversFor } from './routing-table.ts'
import { SharedFetches } from './shared-fetches.ts'
import { TableBook } from './table-book.ts'

export interface TableRouterOptions extends DiscoveryOptions {
  /** Connections to this server that somebody uses now. */
  readonly inUse: (address: Address) => number
  /** Hears of each server that stands in no table any more: its idle connections are of no use. */
  readonly onForget: (address: Address) => void
}

/** Follows the tables that the servers of a cluster give: one a database, fetched when it is needed and expired. */
export class TableRouter implements Router {
  readonly #options: TableRouterOptions
  readonly #discovery: Discovery
  readonly #tables: TableBook
  readonly #homes: HomeDatabases = new HomeDatabases()
  readonly #fetches: SharedFetches<RoutingTable> = new SharedFetches(isFatal)
  readonly #passingOn: PassingOn = new PassingOn()
  readonly #balance: Readonly<Record<'read' | 'write', LeastConnected>>
  #closed = false

  constructor(options: TableRouterOptions) {
    this.#options = options
    this.#discovery = new Discovery(options)
    this.#tables = new TableBook(options.onForget)
    this.#balance = { read: new LeastConnected(options.inUse), write: new LeastConnected(options.inUse) }
  }

  pick(request: RouteRequest): Route | Promise<Route> {
    return this.#known(request) ?? this.#fetched(request)
  }

  next({ table, database, guessed }: Route, access: 'read' | 'write'): Route | undefined {
    const known = this.#tables.get(table)
    const address = known && this.#balance[access].pick(serversFor(known, access))
    return address && { address, database, table, guessed }
  }

  report(address: Address, table: string | undefined, what: ServerEvent): void {
    if (what === 'unreachable') this.#tables.removeEverywhere(address)
    else if (what === 'unavailable') this.#tables.removeServer(address, table)
    else if (what !== 'database gone') this.#tables.removeWriter(address, table)
    else {
      this.#tables.drop(table)
      if (table !== undefined) this.#homes.forget(table)
    }
  }

  learn(request: TableRequest, database: string): void {
    this.#homes.set(asker(request), database)
  }

  opened(channel: Channel): void {
    this.#passingOn.opened(channel)
  }

  closed(channel: Channel): void {
    this.#passingOn.closed(channel)
  }

  table(database: string | undefined): RoutingTable | undefined {
    return (
      this.#tables.get(database) ?? (database === undefined ? this.#tables.get(this.#homes.get(asker({}))) : undefined)
    )
  }

  async refresh(request: TableRequest & Pick<RouteRequest, 'deadline'>): Promise<void> {
    await this.#fetch(request)
  }

  close(): void {
    this.#closed = true
    this.#discovery.close()
  }

  /** A route by what is known already. */
  #known(request: RouteRequest): Route | undefined {
    if (this.#closed) return undefined
    const { access, database, certain } = request
    const named = this.#fresh(database, access)
    if (named !== undefined) return this.#route(named, access)
    // Which home a user has may change at any time. Only where the server that takes the work passes it on to the right
    // place, the place where it was last is good enough.
    if (database !== undefined || certain === true || !this.#passingOn.everywhere) return undefined
    const home = this.#homes.get(asker(request))
    const table = home === undefined ? undefined : this.#fresh(home, access)
    const route = table && this.#route(table, access)
    return route && { ...route, database: undefined, guessed: true }
  }

  #fresh(database: string | undefined, access: 'read' | 'write'): RoutingTable | undefined {
    const table = this.#tables.get(database)
    return table !== undefined && isFresh(table, access, this.#options.clock.now()) ? table : undefined
  }

  async #fetched(request: RouteRequest): Promise<Route> {
    const bookmarks = await request.bookmarkManager?.bookmarks()
    const { database } = await this.#fetch({ ...request, bookmarks })
    // What others reported meanwhile counts already.
    const table = this.#tables.get(database)
    const route = table && this.#route(table, request.access)
    if (route === undefined) throw noServer(request.access, database, table)
    return route
  }

  #route(table: RoutingTable, access: 'read' | 'write'): Route | undefined {
    const address = this.#balance[access].pick(serversFor(table, access))
    return address && { address, database: table.database, table: table.database, guessed: false }
  }

  #fetch(request: TableRequest & Pick<RouteRequest, 'deadline'>): Promise<RoutingTable> {
    const { database, bookmarks = [], deadline } = request
    const who = JSON.stringify([asker(request), ...bookmarks])
    // Which home it is depends on who asks; a named database is one for all.
    const which = database === undefined ? `home of ${who}` : `database ${database}`
    const fetching = this.#fetches.run(which, who, () => this.#discover(request))
    if (deadline === undefined) return fetching
    return deadline.race(fetching, () => deadline.error('no server was chosen yet', { outcome: 'not sent' }))
  }

  async #discover(request: TableRequest): Promise<RoutingTable> {
    const { database } = request
    const table = await this.#discovery.find(request, {
      table: this.#tables.get(database),
      others: this.#tables.routers(),
      failed: (address, error) => this.#routerFailed(address, database, error),
    })
    this.#tables.put(table, this.#options.clock.now())
    if (database === undefined && table.database !== undefined) this.learn(request, table.database)
    return table
  }

  #routerFailed(address: Address, database: string | undefined, error: unknown): void {
    const lost = error instanceof GraphError && error.code === 'CONNECTION'
    if (lost) this.#tables.removeEverywhere(address)
    else this.#tables.removeRouter(address, database)
  }
}

const noServer = (
  access: 'read' | 'write',
  database: string | undefined,
  table: RoutingTable | undefined,
): GraphError => {
  const which = database === undefined ? 'the home database' : `database ${JSON.stringify(database)}`
  const named = (addresses: readonly Address[] = []): string => addresses.map(addressText).join(', ') || 'none'
  const source = table === undefined ? '' : ` of ${addressText(table.from)}`
  return new GraphError(
    'CONNECTION',
    `no server takes ${access}s of ${which} now; the table${source} names readers: ${named(table?.readers)}; ` +
      `writers: ${named(table?.writers)}`,
    { fault: 'surroundings', retryable: true, outcome: 'not sent' },
  )
}
