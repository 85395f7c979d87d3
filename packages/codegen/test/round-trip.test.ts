import { join } from 'node:path'
import type { SchemaDescriptor } from '@motif/core'
import { connect } from '@motif/driver'
import { describe, expect, it } from 'vitest'
import type { ZodObject } from 'zod'
import type { TemporalPolicy } from '../src/config/config.ts'
import { generate } from '../src/generate.ts'
import { writeFiles } from '../src/write-files.ts'
import { freshFolder, graphFile } from './folder.ts'

const values = `
  id: 1, ratio: 0.5, whole: 2.0, name: 'x', yes: true, born: date('2020-01-02'), at: time('10:00:00+01:00'), clock: localtime('10:00'),
  seen: datetime('2020-01-02T10:00:00Z'), local: localdatetime('2020-01-02T10:00'), span: duration('P1D'), big: 9007199254740993,
  tags: ['a'], days: [date('2020-01-02')], gaps: [1, null], mixed: [1, 'x'], \`odd key\`: 1`

interface Modules {
  readonly schema: SchemaDescriptor
  readonly nodes: Readonly<Record<string, ZodObject>>
  readonly relationships: Readonly<Record<string, ZodObject>>
}

/** Generates from a graph in a file, and loads what was written as a program would. */
const generated = async (temporal: TemporalPolicy): Promise<Modules & { readonly url: string }> => {
  // Beside the package's own files, so that the generated modules find what they import.
  const folder = freshFolder({}, join(import.meta.dirname, '../.tmp'))
  await graphFile(folder, `CREATE (:User:Admin {${values}})-[:KNOWS {${values}}]->(:User {id: 2})`)
  const url = `grafeo:${join(folder, 'air.db')}`
  const db = connect(url)
  writeFiles((await generate(db.executor, { directory: folder, temporal })).files)
  await db.close()
  const { schema } = (await import(join(folder, 'graph.schema.ts'))) as Pick<Modules, 'schema'>
  const { nodes, relationships } = (await import(join(folder, 'graph.zod.ts'))) as Omit<Modules, 'schema'>
  return { url, schema, nodes, relationships }
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

describe.each<[TemporalPolicy, Record<string, string>]>([
  [
    'temporal',
    {
      born: 'Temporal.PlainDate',
      at: 'Object',
      clock: 'Temporal.PlainTime',
      seen: 'Temporal.ZonedDateTime',
      local: 'Temporal.PlainDateTime',
      span: 'Temporal.Duration',
    },
  ],
  ['date', { born: 'Date', at: 'String', clock: 'String', seen: 'Date', local: 'Date', span: 'String' }],
  ['string', { born: 'String', at: 'String', clock: 'String', seen: 'String', local: 'String', span: 'String' }],
])('what is generated with the policy %s', (temporal, tags) => {
  it('reads the graph it was made from, and its validators accept every value', async () => {
    const { url, schema, nodes, relationships } = await generated(temporal)
    const db = connect(url, { schema })
    const rows = await db.cypher('MATCH (a:Admin)-[r:KNOWS]->(b:User) RETURN a, r, b').run()
    await db.close()
    const [row] = rows
    expect(rows).toHaveLength(1)
    for (const name of ['User', 'Admin']) expect(nodes[name]?.safeParse(row?.a)).toMatchObject({ success: true })
    expect(nodes['User']?.safeParse(row?.b)).toMatchObject({ success: true })
    expect(nodes['Admin']?.safeParse(row?.b)).toMatchObject({ success: false })
    expect(relationships['KNOWS']?.safeParse(row?.r)).toMatchObject({ success: true })
    expect(Object.fromEntries(Object.keys(tags).map((key) => [key, tagOf(row?.a[key])]))).toEqual(tags)
  })
})
