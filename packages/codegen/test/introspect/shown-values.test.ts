import { describe, expect, it } from 'vitest'
import type { PropertyEntry } from '../../src/catalog/catalog.ts'
import { introspect, type IntrospectOptions } from '../../src/introspect/introspect.ts'
import { executorOf, freshGraph } from '../grafeo-executor.ts'

const statements = [
  `UNWIND range(1, 40) AS i CREATE (:User {id: i, role: ['admin', 'editor', 'reader'][i % 3], level: i % 2, mixed: CASE i % 2 WHEN 0 THEN 'x' ELSE 3 END,
    name: 'name ' + toString(100 - i), seen: date('2020-01-02'), ratio: 0.5, tags: ['a']})`,
  `MATCH (a:User {id: 1}), (b:User {id: 2}) CREATE (a)-[:KNOWS {how: 'well'}]->(b), (b)-[:KNOWS {how: 'hardly'}]->(a)`,
  "CREATE (:`it's \"odd\"` {`k k`: 'v'}), (:User)",
]

const read = async (options: IntrospectOptions) => {
  const executor = executorOf(await freshGraph(...statements))
  const { labels, relationships } = await introspect(executor, options)
  const of = (name: string): readonly PropertyEntry[] =>
    [...labels, ...relationships].find((each) => each.name === name)?.properties ?? []
  return { of, executor }
}

const users = (property: string, limit: number) => ({ on: 'node', target: 'User', property, limit }) as const
const valuesOf = (properties: readonly PropertyEntry[]) =>
  Object.fromEntries(properties.flatMap(({ name, values }) => (values === undefined ? [] : [[name, values]])))
const samplesOf = (properties: readonly PropertyEntry[]) =>
  Object.fromEntries(properties.flatMap(({ name, samples }) => (samples === undefined ? [] : [[name, samples]])))

describe('values for enums', () => {
  it('are every text and whole number there is, up to the limit', async () => {
    const { of } = await read({
      enums: [
        users('role', 3),
        users('level', 20),
        users('mixed', 2),
        users('id', 39),
        users('ratio', 9),
        users('tags', 9),
        users('none', 9),
        { on: 'relationship', target: 'KNOWS', property: 'how', limit: 2 },
        { on: 'node', target: 'it\'s "odd"', property: 'k k', limit: 1 },
      ],
    })
    expect(valuesOf(of('User'))).toEqual({ role: ['admin', 'editor', 'reader'], level: [0, 1], mixed: [3, 'x'] })
    expect(valuesOf(of('KNOWS'))).toEqual({ how: ['hardly', 'well'] })
    expect(valuesOf(of('it\'s "odd"'))).toEqual({ 'k k': ['v'] })
    expect(valuesOf((await read({ enums: [users('role', 2)] })).of('User'))).toEqual({})
  })

  it('are of the whole graph, also where it is sampled', async () => {
    const { of } = await read({ scan: { mode: 'sample', size: 10 }, enums: [users('id', 40)] })
    expect(valuesOf(of('User'))['id']).toHaveLength(40)
  })
})

describe('samples', () => {
  it('are some texts of each property that has one form, in order', async () => {
    const { of } = await read({ samples: { count: 2 }, enums: [users('role', 9)] })
    expect(samplesOf(of('User'))).toEqual({
      id: ['1', '10'],
      level: ['0', '1'],
      mixed: ['3', 'x'],
      name: ['name 60', 'name 61'],
      ratio: ['0.5'],
      seen: ['2020-01-02'],
    })
    expect(samplesOf(of('KNOWS'))).toEqual({ how: ['hardly', 'well'] })
  })

  it('never leave the graph where they are redacted, or were not asked for', async () => {
    const { of, executor } = await read({ samples: { count: 2, redact: ['name', 'User.role', 'KNOWS.id'] } })
    expect(Object.keys(samplesOf(of('User')))).toEqual(['id', 'level', 'mixed', 'ratio', 'seen'])
    expect(executor.asked.flatMap(({ params }) => params['keys'] ?? []).includes('name')).toBe(false)
    const plain = await read({})
    expect(samplesOf(plain.of('User'))).toEqual({})
    expect(plain.executor.asked.some(({ text }) => text.includes('collect('))).toBe(false)
  })
})
