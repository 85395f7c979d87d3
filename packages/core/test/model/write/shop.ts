import { createGraph, type Dialect, defineSchema } from '@motif/core'
import { type RecordingExecutor, recordingExecutor } from '@motif/core/testing'
import type { ModelRun } from '../../../src/model/model-run.ts'
import { models } from '../../../src/model/models.ts'

/** A key of one property and one of two, two labels at one end, a version, times as text, names that are dangerous. */
const shop = defineSchema({
  temporal: 'string',
  nodes: {
    User: {
      key: ['id'],
      properties: {
        id: 'integer',
        full_name: 'string',
        age: 'integer?',
        score: 'float?',
        visits: 'integer?',
        version: 'integer?',
        at: 'dateTime?',
        tags: 'list<string>?',
        home: 'point?',
        secret: 'bytes?',
        active: 'boolean|string?',
        free: 'any',
      },
    },
    Post: { key: ['tenant', 'id'], properties: { tenant: 'string', id: 'bigint', title: 'string' } },
    Tag: { key: ['name'], properties: { name: 'string' } },
    Note: { properties: { text: 'string' } },
    'Odd `Label': { key: ['a`b'], properties: { 'a`b': 'integer', 'x: 1}) DETACH DELETE (n': 'string?' } },
  },
  relationships: {
    FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date', weight: 'float?' } },
    WROTE: { from: ['User'], to: ['Post'], properties: {} },
    LIKES: { from: ['User'], to: ['Post', 'Tag'], properties: {} },
    TAGGED: { from: ['Post'], to: ['Tag'], properties: {} },
    NOTED: { from: ['Tag'], to: ['Note'], properties: {} },
    'R`S': { from: ['Odd `Label'], to: ['Odd `Label'], properties: { 'a`b': 'integer?' } },
  },
})

const declared = { fields: { fullName: 'full_name' }, version: 'version' }

export interface Sent {
  readonly executor: RecordingExecutor
  readonly model: (...labels: readonly string[]) => ModelRun
}

/** Models over an executor that runs nothing; what is declared of User may be more. */
export const shopOn = (dialect: Dialect, user: object = {}): Sent => {
  const executor = recordingExecutor({ dialect })
  const extend = models<never>()({ User: { ...declared, ...user } } as never)
  // The tests give what run time takes, whatever the types say.
  const door = createGraph({ executor, schema: shop as never, extend }) as unknown as Sent
  return { executor, model: (...labels) => door.model(...labels) }
}
