import { type Catalog, introspect } from '@motif/codegen'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has } from '../lacks.ts'

/** Values that every engine keeps as they are. */
const values = `i: 1, negative: -7, past: 9007199254740993, whole: 1.0, half: 1.5, text: 'x', empty: '', yes: true, day: date('2020-01-02'),
  at: time('10:00:00+01:00'), clock: localtime('10:00'), seen: datetime('2020-01-02T10:00:00Z'),
  local: localdatetime('2020-01-02T10:00'), span: duration('P1D'), numbers: [1, 2], halves: [0.5], words: ['a', 'b'],
  none: [], days: [date('2020-01-02')]`

const statements = [
  `CREATE (a:User:Admin {id: 1, ${values}})-[:KNOWS {${values}}]->(b:User {id: 2, mixed: 1}),
    (a)-[:KNOWS]->(b), (b)-[:WROTE {at: 1}]->(:Post {mixed: 'x'}), (a)-[:WROTE]->(:Post {mixed: 2.5, \`odd key\`: 1}),
    (:\`odd label\` {\`1\`: true})-[:\`odd type\` {\`2\`: true}]->({loose: true}), (:Empty)`,
  'CREATE CONSTRAINT user_id FOR (u:User) REQUIRE u.id IS UNIQUE',
  'CREATE CONSTRAINT later FOR (t:Team) REQUIRE t.slug IS UNIQUE',
  'CREATE INDEX user_text FOR (u:User) ON (u.text)',
]

/** What engines call differently: their own name, and the kinds of their indexes. */
const neutral = ({ indexes, ...catalog }: Catalog): unknown => ({
  ...catalog,
  engine: 'any',
  indexes: indexes.map(({ name, target, properties }) => ({ name, target, properties })),
})

describe.each(engines.filter((engine) => has(engine, 'introspection')))('introspection of %s', (engine) => {
  let db: Database<SchemaShape>
  beforeAll(async () => {
    db = await emptyGraph(engine)
    for (const text of statements) await db.cypher.as<never>(text).execute()
  })
  afterAll(() => db.close())

  it('gives the same catalogue of the same graph', async () => {
    const catalog = neutral(await introspect(db.executor))
    await expect(`${JSON.stringify(catalog, undefined, 1)}\n`).toMatchFileSnapshot('graph.catalog')
  })

  it('gives it in a sample, too, when there is no more', async () => {
    const scan = { mode: 'sample', size: 100 } as const
    expect(await introspect(db.executor, { scan })).toEqual({ ...(await introspect(db.executor)), scan })
  })
})
