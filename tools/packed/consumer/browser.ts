import { $, createGraph } from '@motif/core'
import { expectCypher, recordingExecutor } from '@motif/core/testing'
import { type Schema, schema } from './schema.js'

const executor = recordingExecutor({ dialect: { name: 'neo4j' } })
const db = createGraph<Schema>({ executor, schema })

const byText = db
  .match('(a:Airport {code: $code})-[f:FLIES_TO]->(b:Airport)')
  .return('b.name AS name, f.count AS count')
const byCallback = db
  .match('(a:Airport)')
  .where(({ a }) => a.code.eq($('code')))
  .return(({ a }) => ({ elevation: a.elevation }))

expectCypher(byText, {
  text: 'MATCH (a:Airport {code: $code})-[f:FLIES_TO]->(b:Airport)\nRETURN b.name AS name, f.count AS count',
})
expectCypher(byCallback, { text: 'MATCH (a:Airport)\nWHERE a.code = $code\nRETURN a.elevation AS elevation' })

/** What the types promise of a row. */
export type Row = Awaited<ReturnType<typeof byText.one>>
const row: Row = { name: 'Reno', count: 3 }

/** Read by whoever runs the bundle. */
export const verdict: string = row.count === 3 ? 'ok' : 'not ok'
