import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { freshGraph } from '@motif/driver/testing'
import { onTestFinished } from 'vitest'

/** An empty graph in memory, closed when the test is over. */
export const emptyGraph = (): Database<SchemaShape> => {
  const db = freshGraph<SchemaShape>('grafeo')
  onTestFinished(() => db.close())
  return db
}

/** Runs a statement as it stands. */
export const run = async (
  db: Database<SchemaShape>,
  text: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>[]> => {
  const parameters = Object.keys(params).map((name) => ({ name, type: { kind: 'any', nullable: true } as const }))
  const found: Record<string, unknown>[] = []
  for await (const { rows } of db.executor.execute({ text, params, parameters, columns: undefined, access: 'write' }))
    found.push(...(rows as Record<string, unknown>[])) // the embedded engine gives records
  return found
}

/** A graph with a value of every kind that Grafeo has, parallel relationships, a loop, and a node without a label. */
export const everyKind = async (db: Database<SchemaShape>): Promise<void> => {
  await run(
    db,
    `CREATE (x:User:Admin {id: 1, ratio: 0.5, whole: 2.0, zero: -0.0, name: 'x', yes: true, born: date('2020-01-02'),
      at: time('10:00:00+01:00'), clock: localtime('10:00'), seen: datetime('2020-01-02T10:00:00Z'), span: duration('P1DT3H'),
      local: localdatetime('2020-01-02T10:00:00.123456'), big: 9007199254740993, tags: ['a'], days: [date('2020-01-02')],
      floats: [1.0, 2.5], mixed: [1, 2.0, 'x', null], odd: '2020-01-02', raw: $raw, map: {a: 1.0, days: [date('2020-01-02')]}})
    CREATE (x)-[:KNOWS {since: 1.0}]->(y:User {id: 2.0, odd: date('2020-01-02')})
    CREATE (x)-[:KNOWS {since: 1}]->(y) CREATE (x)-[:KNOWS {since: 1}]->(y) CREATE (y)-[:SELF]->(y)
    CREATE (:Empty) CREATE ({free: 1.0, text: '10:00:00', time: localtime('10:00')})`,
    { raw: Uint8Array.of(1, 2, 255) },
  )
}
