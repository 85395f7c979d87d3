import { neo4j } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { type EngineName, engines } from '../engines.ts'
import { type Case, cases, type Names } from '../functions/cases.ts'
import { queries } from '../functions/queries.ts'
import { type Social, social } from '../golden/social.ts'
import { type Feature, has } from '../lacks.ts'

const seed = `CREATE (ada:User {id: 1, name: 'Ada', age: 36}), (bob:User {id: 2, name: 'Bob', age: 17}),
  (:User {id: 3, name: 'Cy'}), (ada)-[:FOLLOWS]->(bob)`

/** As JSON has it: floats to nine digits, and without the name of a zone, of which one engine keeps the offset alone. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => {
      if (typeof each === 'number') return Number(each.toFixed(9))
      return typeof each === 'string' ? each.replace(/\[[^\]]*\]$/, '') : each
    }),
  )

const queryOf = (db: Database<Social>, { of }: Case) =>
  db
    .match('path = (u:User {id: 1})-[:FOLLOWS]->(:User)')
    .match('(c:User {id: 3})')
    .with("u, c, path, ['x', 'y'] AS tags, [3, 1, 2] AS ns, -2.5 AS x")
    // The text door tells less of these names than the cases know.
    .return((names) => ({ value: of(names as unknown as Names) }))

const inCypher25 = (engine: EngineName): boolean => engine === 'neo4j-2026'

/** The value of a query; what only Cypher 25 has is sent with its prefix. */
const valueOf = async (
  db: Database<Social>,
  query: Pick<ReturnType<typeof queryOf>, 'compile' | 'run'>,
  is25: boolean,
): Promise<unknown> => {
  if (!is25) return plain((await query.run())[0]?.value)
  const { text, params } = query.compile({ dialect: neo4j })
  const [row] = await db.cypher.as<{ value: unknown }, Record<string, unknown>>(`CYPHER 25 ${text}`).run(params)
  return plain(row?.value)
}

describe.each(engines)('on %s', (engine) => {
  let db: Database<Social>
  beforeAll(async () => {
    db = await emptyGraph<Social>(engine, { schema: { ...social, temporal: 'temporal' } })
    await db.cypher.as<never>(seed).execute()
  })
  afterAll(() => db.close())

  /** What Grafeo lacks is seen to be refused; of servers it stands in lacks.ts. */
  const isLeftOut = ({ cypher25, needs }: { readonly cypher25?: true; readonly needs?: Feature }): boolean =>
    engine !== 'grafeo' && ((cypher25 === true && !inCypher25(engine)) || (needs !== undefined && !has(engine, needs)))
  const all = [
    ...Object.values(cases)
      .flat()
      .map((each) => ({ ...each, query: () => queryOf(db, each) })),
    ...queries.map((each) => ({ ...each, query: () => each.of(db) })),
  ].filter((each) => !isLeftOut(each))

  it.each(all.map((each) => [each.text, each] as const))('%s', async (_text, each) => {
    const { query, value, grafeo } = each
    if (engine === 'grafeo' && grafeo === 'refused') {
      expect(() => query().compile()).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_FEATURE' }))
      return
    }
    expect(await valueOf(db, query(), each.cypher25 === true)).toEqual(value)
  })
})
