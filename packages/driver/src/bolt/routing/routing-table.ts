import { type Address, addressText } from '../address.ts'

type Role = 'routers' | 'readers' | 'writers'

/** Which servers do what for one database. */
export interface RoutingTable {
  /** `undefined` where the server did not name the home database. */
  readonly database: string | undefined
  readonly routers: readonly Address[]
  readonly readers: readonly Address[]
  readonly writers: readonly Address[]
  /** Seconds it was said to hold for. */
  readonly ttl: number
  /** Milliseconds by the router's clock. */
  readonly expiresAt: number
  /** No writer stood in it when it came: whoever made it may be cut off from the others. */
  readonly cameWithoutWriters: boolean
  /** Who made it. */
  readonly from: Address
}

export const serversFor = (table: RoutingTable, access: 'read' | 'write'): readonly Address[] =>
  access === 'read' ? table.readers : table.writers

/** Whether it may be used for this without fetching another. */
export const isFresh = (table: RoutingTable, access: 'read' | 'write', now: number): boolean =>
  now < table.expiresAt && table.routers.length > 0 && serversFor(table, access).length > 0

/** The table less one server in these roles; itself where nothing changes. */
export const without = (table: RoutingTable, address: Address, roles: readonly Role[]): RoutingTable => {
  const gone = addressText(address)
  const affected = roles.filter((role) => table[role].some((each) => addressText(each) === gone))
  if (affected.length === 0) return table
  const left = affected.map((role) => [role, table[role].filter((each) => addressText(each) !== gone)])
  return { ...table, ...Object.fromEntries(left) }
}

export const allServers = (table: RoutingTable): ReadonlyMap<string, Address> =>
  new Map([...table.routers, ...table.readers, ...table.writers].map((each) => [addressText(each), each]))
