import { freshGraph } from '@motif/driver/testing'
import { describe, expect, it } from 'vitest'
import { type Golden, goldens } from './golden/queries.ts'
import { type Social, social } from './golden/social.ts'

/** Names that engines give out themselves, which differ from engine to engine and from run to run. */
const handles: ReadonlySet<string> = new Set(['id', 'element', 'elementId'])

const seed = [
  `CREATE (ada:User {id: 1, name: 'Ada', age: 36}), (bob:User {id: 2, name: 'Bob', age: 17}), (cy:User {id: 3, name: 'Cy'}),
    (root:Admin {level: 9}), (first:Post {id: 10, title: 'first', tags: ['x', 'y'], at: datetime('2026-01-02T03:04:05Z')}),
    (none:Post {id: 11, title: 'second', tags: [], at: datetime('2026-02-03T04:05:06Z')}), (tag:Tag {name: 'x'}),
    (ada)-[:FOLLOWS {since: date('2020-05-06')}]->(bob), (ada)-[:KNOWS {weight: 0.5}]->(cy), (cy)-[:KNOWS {weight: 0.25}]->(bob),
    (ada)-[:WROTE]->(first), (bob)-[:WROTE]->(none), (bob)-[:LIKES {stars: 4}]->(first)`,
]

const run = async ({ query, params }: Golden, handle: string): Promise<unknown> => {
  await using db = freshGraph<Social>(handle, { schema: social })
  for (const text of seed) await db.cypher.as<never>(text).execute()
  // Each golden has parameters and rows of its own; here they are data.
  const golden = query(db) as unknown as {
    run(params?: object): Promise<object[]>
    compile(): { columns?: readonly { name: string }[] }
  }
  const rows = await golden.run(params)
  const columns = golden.compile().columns?.map(({ name }) => name)
  // What a text is stated to return is not known from it.
  if (columns !== undefined) for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(columns.toSorted())
  return rows
    .map((row) =>
      JSON.stringify(row, (key, value: unknown) => (handles.has(key) && typeof value !== 'object' ? '…' : value)),
    )
    .toSorted()
}

describe.each(['grafeo'])('every golden query runs on %s', (engine) => {
  it.each(Object.keys(goldens))('%s', async (area) => {
    const lines: string[] = []
    for (const golden of goldens[area] ?? []) {
      const rows = await run(golden, engine).catch((error: unknown) => {
        throw new Error(`${golden.name} failed`, { cause: error })
      })
      lines.push(`// ${golden.name}`, ...(rows as string[]), '')
    }
    await expect(lines.join('\n')).toMatchFileSnapshot(`golden/${area}.rows`)
  })
})
