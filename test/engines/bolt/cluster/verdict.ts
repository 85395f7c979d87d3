import { connect } from '@motif/driver'
import type { AnyGraph, Workload } from './workload.ts'

/** What the servers hold, against what the callers were told; ids. */
interface Verdict {
  /** Acknowledged, but not found just once on the server that acknowledged it. */
  readonly lost: readonly number[]
  /** Found more than once, on one server or on several. */
  readonly twice: readonly number[]
  /** Found, though the caller was told that it was not committed. */
  readonly denied: readonly number[]
  /** Found, of those whose callers were told that nobody knows. */
  readonly committedUnknown: readonly number[]
}

/** A server by the address that work went to, and its own port. */
type Server = readonly [address: string, port: number]

/** Looks at every server by itself. */
export const verdictOf = async (work: Workload, servers: readonly Server[]): Promise<Verdict> => {
  const found = new Map(await Promise.all(servers.map(async ([name, port]) => [name, await written(port)] as const)))
  const times = new Map<number, number>()
  for (const ids of found.values()) for (const [id, count] of ids) times.set(id, (times.get(id) ?? 0) + count)
  const all = [...times.keys()]
  return {
    lost: [...work.acknowledged].filter(([id, server]) => found.get(server)?.get(id) !== 1).map(([id]) => id),
    twice: all.filter((id) => times.get(id) !== 1),
    denied: all.filter((id) => !work.acknowledged.has(id) && !work.unknown.has(id)),
    committedUnknown: all.filter((id) => work.unknown.has(id)),
  }
}

/** How often each id stands on a server. */
const written = async (port: number): Promise<ReadonlyMap<number, number>> => {
  await using db = connect<AnyGraph>(`bolt://127.0.0.1:${port}`)
  const all = 'MATCH (w:Written) RETURN w.id AS id, count(*) AS times'
  const rows = await db.cypher.as<{ id: number; times: number }, {}>(all).run()
  return new Map(rows.map(({ id, times }) => [id, times]))
}
