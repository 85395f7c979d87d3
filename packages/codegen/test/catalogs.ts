import type { Catalog, ElementEntry, PropertyEntry, RelationshipEntry } from '../src/catalog/catalog.ts'
import type { TypeCounts } from '../src/catalog/type-word.ts'

/** A property entry in one call. */
export const property = (name: string, types: TypeCounts, elements?: TypeCounts): PropertyEntry => ({
  name,
  count: Object.values(types).reduce((sum, count) => sum + count, 0),
  types,
  ...(elements === undefined ? {} : { elements }),
})

/** A label, read in full unless said otherwise. */
export const label = (
  name: string,
  count: number,
  properties: readonly PropertyEntry[] = [],
  scanned: number = count,
): ElementEntry => ({
  name,
  count,
  scanned,
  properties,
})

/** A relationship type between pairs of label sets, one relationship a pair. */
export const type = (
  name: string,
  pairs: readonly (readonly [from: string, to: string])[],
  properties: readonly PropertyEntry[] = [],
): RelationshipEntry => ({
  ...label(name, pairs.length, properties),
  ends: pairs.map(([from, to]) => ({
    from: from === '' ? [] : from.split(':'),
    to: to === '' ? [] : to.split(':'),
    count: 1,
  })),
})

/** A catalogue of a Grafeo graph, read in full unless said otherwise. */
export const catalog = (parts: Partial<Catalog>): Catalog => ({
  format: 1,
  engine: 'grafeo',
  scan: { mode: 'full' },
  labels: [],
  labelSets: (parts.labels ?? []).map((each) => ({ labels: [each.name], count: each.count })),
  relationships: [],
  constraints: [],
  indexes: [],
  ...parts,
})

/** People and posts, with a property of every kind. */
export const social: Catalog = catalog({
  labels: [
    label('Admin', 1, [property('id', { integer: 1 }), property('level', { integer: 1 })]),
    label('Post', 2, [property('title', { string: 2 }), property('it\'s "odd"', { integer: 1 })]),
    label('User', 3_376, [
      property('id', { integer: 3_376 }),
      property('name', { string: 3_376 }),
      property('age', { integer: 3_364 }),
      property('code', { integer: 3_000, string: 376 }),
      property('tags', { list: 3_376 }, { string: 9, null: 1 }),
      property('born', { date: 3_000 }),
      property('seen', { dateTime: 10 }),
      property('total', { integer: 10, bigint: 2 }),
    ]),
  ],
  labelSets: [
    { labels: [], count: 1 },
    { labels: ['Admin', 'User'], count: 1 },
    { labels: ['User'], count: 3_375 },
    { labels: ['Post'], count: 2 },
  ],
  relationships: [
    type('FOLLOWS', [['User', 'User']], [property('since', { date: 1 })]),
    type('WROTE', [['Admin:User', 'Post']]),
  ],
  constraints: [
    { name: 'user_id', kind: 'exists', on: 'node', target: 'User', properties: ['id'] },
    { name: 'user_name', kind: 'unique', on: 'node', target: 'User', properties: ['name'] },
  ],
})
