import { createGraph, defineSchema, type Dialect, type Graph } from '@motif/core'
import { recordingExecutor } from '@motif/core/testing'

/** The graph of the medium query. */
export interface People {
  nodes: {
    Person: {
      properties: { name: string; age: number; city: string }
      out: { KNOWS: 'Person'; WORKS_AT: 'Company'; LIKES: 'Tag' }
      in: { KNOWS: 'Person' }
    }
    Company: { properties: { name: string }; out: {}; in: { WORKS_AT: 'Person' } }
    Tag: { properties: { name: string }; out: {}; in: { LIKES: 'Person' } }
  }
  relationships: {
    KNOWS: { from: 'Person'; to: 'Person'; properties: {} }
    WORKS_AT: { from: 'Person'; to: 'Company'; properties: {} }
    LIKES: { from: 'Person'; to: 'Tag'; properties: {} }
  }
}

const ends = (from: string, to: string): { from: string[]; to: string[]; properties: {} } => ({
  from: [from],
  to: [to],
  properties: {},
})

const schema = defineSchema<People>({
  nodes: {
    Person: { properties: { name: 'string', age: 'integer', city: 'string' } },
    Company: { properties: { name: 'string' } },
    Tag: { properties: { name: 'string' } },
  },
  relationships: { KNOWS: ends('Person', 'Person'), WORKS_AT: ends('Person', 'Company'), LIKES: ends('Person', 'Tag') },
})

/** A root over a schema, as a program has one; nothing is ever run. */
export const graphIn = (dialect: Dialect): Graph<People> =>
  createGraph<People>({ executor: recordingExecutor({ dialect }), schema })
