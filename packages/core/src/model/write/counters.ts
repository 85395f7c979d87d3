import type { Counters } from '../../execute/executor.ts'

/** Of a statement that changed nothing. */
export const noCounters: Counters = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
  labelsAdded: 0,
  labelsRemoved: 0,
}

/** What two statements changed. */
export const addCounters = (one: Counters, other: Counters): Counters => {
  const sum: Record<string, number> = {}
  for (const name of Object.keys(noCounters) as readonly (keyof typeof noCounters)[])
    sum[name] = Number(one[name] ?? 0) + Number(other[name] ?? 0)
  return sum as unknown as Counters // every name of it
}
