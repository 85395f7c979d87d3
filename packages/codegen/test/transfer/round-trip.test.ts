import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copy, dump, introspect, load } from '../../src/index.ts'
import type { Batch } from '../../src/transfer/batch.ts'
import { BatchBuilder } from '../../src/transfer/batch-builder.ts'
import { into } from '../../src/transfer/load/into.ts'
import { fingerprintOf } from '../../src/transfer/about.ts'
import { freshFolder } from '../folder.ts'
import { emptyGraph, everyKind, run } from './graphs.ts'
import { nested } from './values.ts'

/** What a graph is, as the engine itself counts it by types, and every property as its own text. */
const told = async (db: Database<SchemaShape>): Promise<unknown> => [
  await introspect(db.executor),
  await run(
    db,
    'MATCH (n) UNWIND keys(n) AS k RETURN labels(n) AS l, k AS k, toString(n[k]) AS t, n[k] AS v ORDER BY k, t',
  ),
  await run(db, 'MATCH (a)-[r]->(b) RETURN type(r) AS r, a.id AS a, b.id AS b, count(r) AS n ORDER BY r, a, b'),
]

describe('a graph', () => {
  it('is the same after dump and load, by the words of its engine', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await everyKind(before)
    const file = join(freshFolder(), 'air.dump.gz')
    const written = await dump(before, { to: file })
    expect(readFileSync(file).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
    const report = await load(after, { from: file, verify: true })
    expect(report).toMatchObject({ nodes: 4, relationships: 4, differences: [] })
    expect(await told(after)).toEqual(await told(before))
    expect(written.fingerprint).toBe(fingerprintOf(await introspect(after.executor)))
  })

  it('is the same after a copy', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await everyKind(before)
    expect(await copy(before, after, { verify: true })).toMatchObject({ nodes: 4, relationships: 4, differences: [] })
    expect(await told(after)).toEqual(await told(before))
  })

  it('is the same after two journeys, whatever is in it', async () => {
    const name = fc.constantFrom('A', 'B', 'C c', 'Ü')
    const properties = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'odd key', '_id', '_labels', '__proto'),
      nested.filter((value) => value !== null),
    )
    const node = fc.record({ labels: fc.uniqueArray(name, { maxLength: 3 }), properties })
    const end = fc.nat({ max: 1_000 })
    const relationship = fc.record({ type: name, start: end, end, properties })
    const graph = fc.record({
      nodes: fc.array(node, { minLength: 1, maxLength: 8 }),
      relationships: fc.array(relationship, { maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(graph, async ({ nodes, relationships }) => {
        const schema = { constraints: [], indexes: [] }
        const batches = batchesOf(nodes, relationships)
        const [first, second, third] = [emptyGraph(), emptyGraph(), emptyGraph()]
        const about = { id: 'x', engine: 'grafeo', fingerprint: '', catalog: await introspect(first.executor), schema }
        const source = {
          about: { ...about, nodes: nodes.length, relationships: relationships.length },
          batches: async function* () {
            yield* batches
          },
        }
        const way = { resume: false, wayOut: '', wayToEnd: '' }
        expect((await into(first, source, { verify: true }, way)).differences).toEqual([])
        const file = join(freshFolder(), 'x.dump')
        await dump(first, { to: file })
        expect((await load(second, { from: file, verify: true })).differences).toEqual([])
        expect((await copy(second, third, { verify: true })).differences).toEqual([])
        await Promise.all([first, second, third].map((db) => db.close()))
      }),
      { numRuns: 40 },
    )
  })

  it('is the same where all is of one kind, and much of it missing', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(
      before,
      `UNWIND range(1, 400) AS i CREATE (a:A {id: i, share: i / 4.0, born: date('2020-01-02'), yes: i % 2 = 0})
       CREATE (b:A:B {share: CASE WHEN i % 3 = 0 THEN null WHEN i % 5 = 0 THEN -0.0 ELSE toFloat(i) END, big: 9007199254740991 + i})
       CREATE (c:C {name: CASE WHEN i % 2 = 0 THEN toString(i) END})
       CREATE (a)-[:R {at: localtime('10:00')}]->(b) CREATE (b)-[:S {w: 1.0}]->(c) CREATE (c)-[:S]->(a)`,
    )
    expect(await copy(before, after, { verify: true })).toMatchObject({
      nodes: 1_200,
      relationships: 1_200,
      differences: [],
    })
    expect(await told(after)).toEqual(await told(before))
  })

  it('comes in batches of at most a thousand', async () => {
    const [before, after] = [emptyGraph(), emptyGraph()]
    await run(before, 'UNWIND range(1, 2500) AS i CREATE (a:N {i: i})-[:R {i: i}]->(a)')
    const steps: string[] = []
    const report = await copy(before, after, {
      verify: true,
      onProgress: ({ verb, what, done }) => steps.push(`${verb} ${what} ${done}`),
    })
    expect(report).toMatchObject({ nodes: 2_500, relationships: 2_500, differences: [] })
    expect(steps.filter((step) => step.startsWith('loading'))).toEqual([
      'loading nodes 1000',
      'loading nodes 2000',
      'loading nodes 2500',
      'loading relationships 1000',
      'loading relationships 2000',
      'loading relationships 2500',
    ])
    expect(await run(after, 'MATCH (n) WHERE n._motifLoad IS NOT NULL OR n:_MotifLoad RETURN count(n) AS n')).toEqual([
      { n: 0 },
    ])
  })
})

interface Element {
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

const given = ({ labels, properties }: Element) => {
  const keys = Object.keys(properties).sort()
  return { labels: [...labels].sort(), keys, values: keys.map((key) => properties[key]) }
}

const batchesOf = (
  nodes: readonly Element[],
  relationships: readonly { type: string; start: number; end: number; properties: Element['properties'] }[],
): Batch[] => {
  const [first, second] = [new BatchBuilder('node'), new BatchBuilder('relationship')]
  for (const node of nodes) first.add(given(node))
  for (const { type, start, end, properties } of relationships)
    second.add({ ...given({ labels: [type], properties }), ends: [start % nodes.length, end % nodes.length] })
  return [first.take(), second.take()]
}
