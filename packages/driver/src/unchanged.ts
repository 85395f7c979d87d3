import type { Tail } from './connection.ts'

/** The end of a result that changed nothing. */
export const unchanged: Tail = {
  counters: {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    propertiesSet: 0,
    labelsAdded: 0,
    labelsRemoved: 0,
  },
}
