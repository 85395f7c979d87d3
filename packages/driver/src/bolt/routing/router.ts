import type { AuthToken } from '../../auth.ts'
import type { BookmarkManager } from '../../bookmark-manager.ts'
import type { Deadline } from '../../stream/deadline.ts'
import type { Address } from '../address.ts'
import type { Channel } from '../channel.ts'
import type { RoutingTable } from './routing-table.ts'

/** Who asks, and for which database: what a table of servers is fetched with. */
export interface TableRequest {
  /** The user's home database when absent. */
  readonly database?: string | undefined
  readonly impersonatedUser?: string | undefined
  /** Who asks, instead of the user the engine was made with. */
  readonly auth?: AuthToken | undefined
  readonly bookmarks?: readonly string[] | undefined
}

/** What a server is wanted for. */
export interface RouteRequest extends Omit<TableRequest, 'bookmarks'> {
  /** Knows the bookmarks; asked only where a table is fetched. */
  readonly bookmarkManager?: Pick<BookmarkManager, 'bookmarks'> | undefined
  readonly access: 'read' | 'write'
  /** No guess is wanted of which database is the home database. */
  readonly certain?: boolean | undefined
  /** How long the caller waits; a fetch that others wait for too goes on behind. */
  readonly deadline?: Deadline | undefined
}

/** Where work goes. */
export interface Route {
  readonly address: Address
  /** Named with BEGIN and RUN; where it is absent the server takes the user's home database. */
  readonly database: string | undefined
  /** The database whose table the server was taken from: what is reported of the server is reported of this table. */
  readonly table: string | undefined
  /**
   * The table is that of the home database the user had last. It may be used only through a server that passes work on
   * to where it belongs.
   */
  readonly guessed: boolean
}

/** What became of a server, as far as tables care. */
export type ServerEvent =
  | 'unreachable' //    nothing can be done there
  | 'unavailable' //    it does not serve this database now
  | 'not a leader' //   it takes no writes of this database
  | 'read only' //      the same, in other words
  | 'database gone' //  there is no such database any more

/** Says which server work goes to. */
export interface Router {
  /** The server to use; at once where the table is fresh, after it was fetched otherwise. */
  pick(request: RouteRequest): Route | Promise<Route>
  /** Another server of the same table, without fetching one; `undefined` when none is left. */
  next(route: Route, access: 'read' | 'write'): Route | undefined
  /** What happened to a server, so that tables follow; `table` is that of its route. */
  report(address: Address, table: string | undefined, what: ServerEvent): void
  /** The server told which database it took for the home database. */
  learn(request: TableRequest, database: string): void
  /** Every connection is told when it opens and when it closes, for what its server can do. */
  opened(channel: Channel): void
  closed(channel: Channel): void
  /** The table as it stands now. */
  table(database: string | undefined): RoutingTable | undefined
  /** Fetches the table, fresh or not. */
  refresh(request: TableRequest & Pick<RouteRequest, 'deadline'>): Promise<void>
  /** Ends every fetch; what waits for one is told so. */
  close(): void
}
