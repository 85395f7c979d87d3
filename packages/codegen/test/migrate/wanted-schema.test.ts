import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadModule } from '../../src/load-module.ts'
import { wantedSchema } from '../../src/migrate/wanted-schema.ts'
import { freshFolder } from '../folder.ts'

/** What loading a wanted schema says whose nodes are these; they begin at line 5. */
const complaint = async (...nodes: readonly string[]): Promise<string[]> => {
  const text = ["import { defineGraph } from '@motif/codegen'", '', 'export default defineGraph({', '  nodes: {']
  const folder = freshFolder({ 'graph.ts': [...text, ...nodes, '  },', '})', ''].join('\n') })
  const expected = { what: 'wanted schema', write: '', schema: wantedSchema }
  const error: unknown = await loadModule(join(folder, 'graph.ts'), expected).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ code: 'USAGE' })
  return (error as Error).message
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
}

describe('a wanted schema', () => {
  it('is loaded as TypeScript', async () => {
    const graph = {
      nodes: {
        User: {
          renamedFrom: 'Person',
          properties: { id: 'integer', at: { type: 'date', backfill: 'date(n.day)' }, v: 'list<float>' },
          key: 'id',
          unique: [['at', 'id']],
          exists: ['at'],
          typed: ['id'],
          indexes: ['at', { kind: 'vector', properties: 'v', dimensions: 3 }],
          removed: ['day'],
        },
      },
      relationships: { WROTE: { unique: ['id'] } },
      removed: { nodes: ['Temp'], labels: ['Old'], relationships: ['GONE'] },
      ignore: ['Other'],
    }
    const folder = freshFolder({ 'graph.ts': `export default ${JSON.stringify(graph)} satisfies object` })
    const expected = { what: 'wanted schema', write: '', schema: wantedSchema }
    expect(await loadModule(join(folder, 'graph.ts'), expected)).toEqual(graph)
  })

  it.each([
    [['User: { propertie: {} },'], ['line 5: nodes.User.propertie: there is no such key']],
    [
      ['User: {', "  properties: { age: 'int' },", '},'],
      [
        expect.stringMatching(
          /^line 6: nodes\.User\.properties\.age: 'int' is not a property type/,
        ) as unknown as string,
      ],
    ],
    [
      ['User: {', "  properties: { id: 'integer' },", "  unique: ['id', 'idd'],", '},'],
      ["line 7: nodes.User.unique.1: 'idd' is not among its properties"],
    ],
    [
      [
        'User: {',
        "  properties: { id: 'integer' },",
        '  indexes: [',
        "    'id',",
        "    { properties: ['no'] },",
        '  ],',
        '},',
      ],
      ["line 9: nodes.User.indexes.1: 'no' is not among its properties"],
    ],
    [
      ['User: {', "  properties: { id: { default: 1 }, m: 'any' },", "  typed: ['id', 'm'],", '},'],
      [
        "line 7: nodes.User.typed.0: 'id' has no type that a constraint could hold",
        "line 7: nodes.User.typed.1: no constraint can hold 'any'",
      ],
    ],
    [
      ["User: { indexes: [{ kind: 'vector', properties: 'v' }] },"],
      ['line 5: nodes.User.indexes.0: a vector index says how many dimensions it has'],
    ],
    [
      ["User: { indexes: [{ properties: 'v', dimensions: 3 }] },"],
      ['line 5: nodes.User.indexes.0: a range index has no dimensions'],
    ],
    [
      ["User: { indexes: [{ kind: 'text', properties: ['a', 'b'] }] },"],
      ['line 5: nodes.User.indexes.0: a text index is on one property'],
    ],
    [
      ["User: { indexes: [{ properties: 'a', also: ['B'] }] },"],
      ['line 5: nodes.User.indexes.0: only a fulltext index is on several labels or types'],
    ],
    [
      ["User: { unique: ['id'], indexes: ['id'] },"],
      ['line 5: nodes.User.indexes.0: what is unique or a key has an index already'],
    ],
    [["User: { key: 'id', unique: ['id'] },"], ['line 5: nodes.User.unique.0: what is a key is unique already']],
    [
      ["User: { unique: ['a_b', ['a', 'b']] },"],
      ["line 5: nodes.User: two constraints or indexes are called 'user_a_b_unique': give one index a name of its own"],
    ],
    [
      ["User: { renamedFrom: 'Person' },", 'Person: {},'],
      ["line 5: nodes.User.renamedFrom: 'Person' is itself wanted, beside 'User'"],
    ],
    [
      ['User: {', "  properties: { name: { renamedFrom: 'name' } },", '},'],
      ["line 6: nodes.User.properties.name.renamedFrom: 'name' is itself wanted, beside 'name'"],
    ],
    [
      ['User: {', "  properties: { name: { default: 'x', backfill: 'n.x' } },", '},'],
      ['line 6: nodes.User.properties.name: say default or backfill, not both'],
    ],
    [
      ['User: {', '  properties: { name: { default: null } },', '},'],
      [
        'line 6: nodes.User.properties.name.default: expected a text, a number, a boolean or a list of one of them; write others in Cypher',
      ],
    ],
  ])('is refused by line and key: %j', async (nodes, words) => {
    expect(await complaint(...nodes)).toEqual(words)
  })
})
