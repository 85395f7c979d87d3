import { GraphError } from '@motif/core'
import { type Address, addressText } from '../address.ts'
import type { Metadata } from '../channel.ts'
import type { RoutingTable } from './routing-table.ts'

/** Where a server listens that names no port. */
const defaultPort = 7687

/** How a table is read: who made it, what was asked for, and when. */
interface TableOrigin {
  readonly from: Address
  readonly database: string | undefined
  /** Milliseconds by the router's clock. */
  readonly now: number
}

/** Reads the answer to ROUTE. Throws a GraphError PROTOCOL for one that is no table, or that leads nowhere. */
export const readTable = (answer: Metadata, { from, database, now }: TableOrigin): RoutingTable => {
  const table = asMap(answer['rt'], from)
  const servers = asList(table['servers'], from).map((each) => asMap(each, from))
  const inRole = (role: string): readonly Address[] =>
    servers
      .filter((each) => each['role'] === role)
      .flatMap((each) => asList(each['addresses'], from).map((text) => readAddress(text, from)))
  const routers = inRole('ROUTE')
  const readers = inRole('READ')
  const writers = inRole('WRITE')
  if (routers.length === 0) throw wrong(from, 'names no router')
  if (readers.length === 0) throw wrong(from, 'names no reader')
  const ttl = readTtl(table['ttl'], from)
  const named = typeof table['db'] === 'string' ? table['db'] : undefined
  return {
    database: database ?? named,
    routers,
    readers,
    writers,
    ttl,
    expiresAt: now + ttl * 1000,
    cameWithoutWriters: writers.length === 0,
    from,
  }
}

/** The longest span a server can name is past every safe integer: it comes as a bigint, and means for ever. */
const readTtl = (ttl: unknown, from: Address): number => {
  if (typeof ttl !== 'number' && typeof ttl !== 'bigint') throw wrong(from, 'says not how long it holds')
  return Number(ttl)
}

const readAddress = (text: unknown, from: Address): Address => {
  // A host without colons, or an IPv6 address in brackets, or one without them and then without a port.
  const found = typeof text === 'string' ? /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) : null
  const host = found?.[1] ?? found?.[2]
  if (host !== undefined) return { host, port: Number(found?.[3] ?? defaultPort) }
  if (typeof text === 'string' && /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text)) {
    return { host: text, port: defaultPort }
  }
  throw wrong(from, 'names an address that is none')
}

const asMap = (value: unknown, from: Address): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(from, 'is no map')
  // Checked above: a map of the wire is a plain object.
  return value as Readonly<Record<string, unknown>>
}

const asList = (value: unknown, from: Address): readonly unknown[] => {
  if (!Array.isArray(value)) throw wrong(from, 'lacks a list')
  return value
}

const wrong = (from: Address, what: string): GraphError =>
  new GraphError('PROTOCOL', `the routing table of ${addressText(from)} ${what}`, {
    fault: 'engine',
    retryable: true,
    outcome: 'not sent',
  })
