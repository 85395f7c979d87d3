import { type Address, addressText } from '../address.ts'
import { allServers, without, type RoutingTable } from './routing-table.ts'

/** A table that nobody refreshed for so many milliseconds after it expired is let go. */
const keptAfterExpiry = 30_000

interface Entry {
  readonly table: RoutingTable
  /** Those it came with, less the ones that cannot be reached. */
  readonly servers: ReadonlyMap<string, Address>
}

/** The tables of all databases, and who stands in any of them. */
export class TableBook {
  readonly #tables: Map<string | undefined, Entry> = new Map()
  readonly #mentions: Map<string, number> = new Map()
  readonly #onForget: (address: Address) => void

  /** `onForget` hears of every server that stood in a table and stands in none any more. */
  constructor(onForget: (address: Address) => void) {
    this.#onForget = onForget
  }

  get(database: string | undefined): RoutingTable | undefined {
    return this.#tables.get(database)?.table
  }

  /** Takes a table in, instead of the one for the same database, and lets go of those long out of use. */
  put(table: RoutingTable, now: number): void {
    this.#replace(table.database, { table, servers: allServers(table) })
    for (const [database, { table: old }] of this.#tables) {
      if (database !== table.database && old.expiresAt + keptAfterExpiry <= now) this.#replace(database, undefined)
    }
  }

  drop(database: string | undefined): void {
    this.#replace(database, undefined)
  }

  /** Takes a server out of one table; as a router it stays there, since another database's work says nothing of that. */
  removeServer(address: Address, database: string | undefined): void {
    this.#change(database, (table) => without(table, address, ['readers', 'writers']))
  }

  removeWriter(address: Address, database: string | undefined): void {
    this.#change(database, (table) => without(table, address, ['writers']))
  }

  removeRouter(address: Address, database: string | undefined): void {
    this.#change(database, (table) => without(table, address, ['routers']))
  }

  removeEverywhere(address: Address): void {
    for (const [database, { table, servers }] of this.#tables) {
      const left = new Map(servers)
      if (!left.delete(addressText(address))) continue
      this.#replace(database, { table: without(table, address, ['routers', 'readers', 'writers']), servers: left })
    }
  }

  /** Whoever routes for any database. */
  routers(): readonly Address[] {
    const all = [...this.#tables.values()].flatMap(({ table }) => table.routers)
    return [...new Map(all.map((each) => [addressText(each), each])).values()]
  }

  /** Whoever loses a role keeps its connections: it mostly stands in the next table again, in another role. */
  #change(database: string | undefined, change: (table: RoutingTable) => RoutingTable): void {
    const entry = this.#tables.get(database)
    if (entry !== undefined) this.#tables.set(database, { ...entry, table: change(entry.table) })
  }

  #replace(database: string | undefined, entry: Entry | undefined): void {
    const before = this.#tables.get(database)?.servers ?? nobody
    const after = entry?.servers ?? nobody
    if (entry === undefined) this.#tables.delete(database)
    else this.#tables.set(database, entry)
    for (const key of after.keys()) if (!before.has(key)) this.#mentions.set(key, (this.#mentions.get(key) ?? 0) + 1)
    for (const [key, address] of before) if (!after.has(key)) this.#unmention(key, address)
  }

  #unmention(key: string, address: Address): void {
    const left = (this.#mentions.get(key) ?? 1) - 1
    if (left > 0) this.#mentions.set(key, left)
    else {
      this.#mentions.delete(key)
      this.#onForget(address)
    }
  }
}

const nobody: ReadonlyMap<string, Address> = new Map()
