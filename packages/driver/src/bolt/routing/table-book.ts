import { type Address, addressText } from '../address.ts'
import { allServers, without, type RoutingTable } from './routing-table.ts'

/** A table that nobody refreshed for so many milliseconds after it expired is let go. */
const keptAfterExpiry = 30_000

/** The tables of all databases, and who stands in any of them. */
export class TableBook {
  readonly #tables: Map<string | undefined, RoutingTable> = new Map()
  readonly #mentions: Map<string, number> = new Map()
  readonly #onForget: (address: Address) => void

  /** `onForget` hears of every server that stood in a table and stands in none any more. */
  constructor(onForget: (address: Address) => void) {
    this.#onForget = onForget
  }

  get(database: string | undefined): RoutingTable | undefined {
    return this.#tables.get(database)
  }

  /** Takes a table in, instead of the one for the same database, and lets go of those long out of use. */
  put(table: RoutingTable, now: number): void {
    this.#replace(table.database, table)
    for (const [database, { expiresAt }] of this.#tables) {
      if (database !== table.database && expiresAt + keptAfterExpiry <= now) this.#replace(database, undefined)
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
    for (const database of this.#tables.keys()) {
      this.#change(database, (table) => without(table, address, ['routers', 'readers', 'writers']))
    }
  }

  /** Whoever routes for any database. */
  routers(): readonly Address[] {
    const all = [...this.#tables.values()].flatMap((table) => table.routers)
    return [...new Map(all.map((each) => [addressText(each), each])).values()]
  }

  #change(database: string | undefined, change: (table: RoutingTable) => RoutingTable): void {
    const table = this.#tables.get(database)
    if (table !== undefined) this.#replace(database, change(table))
  }

  #replace(database: string | undefined, table: RoutingTable | undefined): void {
    const old = this.#tables.get(database)
    if (old === table) return
    if (table === undefined) this.#tables.delete(database)
    else this.#tables.set(database, table)
    const before = old === undefined ? new Map<string, Address>() : allServers(old)
    const after = table === undefined ? new Map<string, Address>() : allServers(table)
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
