import { createGraph, type Dialect, defineSchema, type Plugin } from '@motif/core'
import { type RecordingExecutor, recordingExecutor } from '@motif/core/testing'
import type { ModelRun } from '../../../src/model/model-run.ts'
import { models } from '../../../src/model/models.ts'

/** Every kind of property, relations of every form, two labels at one end, names that are dangerous. */
export const shop = defineSchema({
  nodes: {
    User: {
      key: ['id'],
      properties: {
        id: 'integer',
        full_name: 'string',
        age: 'integer?',
        score: 'float?',
        seen: 'dateTime?',
        home: 'point?',
        tags: 'list<string>?',
        secret: 'bytes?',
        active: 'boolean?',
      },
    },
    Admin: { properties: { level: 'integer' } },
    Post: { key: ['tenant', 'id'], properties: { tenant: 'string', id: 'bigint', title: 'string', at: 'date' } },
    Comment: { properties: { text: 'string', at: 'date' } },
    'Odd `Label': {
      properties: { 'a`b': 'integer', 'x: 1}) DETACH DELETE (n': 'string', n: 'integer', __proto__x: 'string' },
    },
  },
  relationships: {
    FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date', weight: 'float?' } },
    WROTE: { from: ['User'], to: ['Post', 'Comment'], properties: {} },
    ON: { from: ['Comment'], to: ['Post'], properties: {} },
    'R`S': { from: ['Odd `Label'], to: ['User'], properties: {} },
  },
})

const declarations = {
  User: {
    fields: { fullName: 'full_name' },
    relations: { followers: '<FOLLOWS', boss: { type: 'FOLLOWS', one: true } },
  },
}

export interface Sent {
  readonly executor: RecordingExecutor
  readonly model: (...labels: readonly string[]) => ModelRun
}

export const shopOn = (dialect: Dialect, plugins?: readonly Plugin[]): Sent => {
  const executor = recordingExecutor({ dialect })
  const extend = models<never>()(declarations)
  const db = createGraph({ executor, schema: shop as never, plugins, extend })
  // The tests give what run time takes, whatever the types say.
  const door = db as unknown as Sent
  return { executor, model: (...labels) => door.model(...labels) }
}
