import { describe, expect, it } from 'vitest'
import type { Catalog, ElementEntry } from '../../src/catalog/catalog.ts'
import { diff } from '../../src/catalog/diff.ts'
import { differenceText } from '../../src/catalog/difference.ts'
import type { ShapeOptions } from '../../src/config/config.ts'
import { catalog, label, property, social, type } from '../catalogs.ts'

const lines = (after: Partial<Catalog>, options?: ShapeOptions, before: Catalog = social): string[] =>
  diff(before, { ...before, ...after }, options).map(differenceText)

const users = (change: (user: ElementEntry) => ElementEntry): Partial<Catalog> => ({
  labels: social.labels.map((each) => (each.name === 'User' ? change(each) : each)),
})

const withProperty = (name: string, entry: ElementEntry['properties'][number] | undefined): Partial<Catalog> =>
  users((user) => ({
    ...user,
    properties: [...user.properties.filter((each) => each.name !== name), ...(entry === undefined ? [] : [entry])],
  }))

describe('the difference between two states of a graph', () => {
  it('is none for the same graph, and for one that only grew', () => {
    expect(lines({})).toEqual([])
    const grown = users((user) => ({
      ...user,
      count: user.count * 2,
      scanned: user.scanned * 2,
      properties: user.properties.map((each) => ({ ...each, count: each.count * 2 })),
    }))
    expect(lines({ ...grown, indexes: [{ name: 'i', kind: 'Hash', target: 'User', properties: ['name'] }] })).toEqual(
      [],
    )
  })

  it('tells a property that came, went, changed its type or may be missing', () => {
    expect(lines(withProperty('nick', property('nick', { string: 5 })))).toEqual([
      '+ User.nick: string? (3,371 of 3,376 nodes lack it)',
    ])
    expect(lines(withProperty('age', undefined))).toEqual(['- User.age: integer?'])
    expect(lines(withProperty('name', property('name', { string: 3_364 })))).toEqual([
      '~ User.name: string → string? (12 of 3,376 nodes lack it)',
    ])
    expect(lines(withProperty('age', property('age', { integer: 3_376 })))).toEqual([
      '~ User.age: integer? → integer (all 3,376 nodes have it)',
    ])
    expect(lines(withProperty('name', property('name', { string: 3_000, integer: 376 })))).toEqual([
      '~ User.name: string → string|integer (Mixed: 3,000 string, 376 integer)',
    ])
    expect(lines(withProperty('tags', property('tags', { list: 3_376 }, { integer: 4 })))).toEqual([
      '~ User.tags: list<string?> → list<integer>',
    ])
  })

  it('tells labels and types that came or went, without repeating what follows from them', () => {
    const team = label('Team', 12, [property('slug', { string: 12 })])
    expect(
      lines({
        labels: [...social.labels, team],
        labelSets: [...social.labelSets, { labels: ['Team'], count: 12 }],
        relationships: [...social.relationships, type('IN', [['User', 'Team']], [property('since', { date: 1 })])],
      }),
    ).toEqual([
      '+ relationship type IN: (User)-[:IN]->(Team), since date (1 relationship)',
      '+ label Team: slug string (12 nodes)',
    ])
    expect(
      lines({
        relationships: [],
        labels: social.labels.slice(1),
        labelSets: social.labelSets.filter((each) => !each.labels.includes('Admin')),
      }),
    ).toEqual(['- label Admin', '- relationship type FOLLOWS', '- relationship type WROTE'])
  })

  it('tells ends, label sets and constraints', () => {
    expect(
      lines({
        relationships: [
          type('FOLLOWS', [['User', 'Post']], [property('since', { date: 1 })]),
          ...social.relationships.slice(1),
        ],
      }),
    ).toEqual(['+ (User)-[:FOLLOWS]->(Post)', '- (User)-[:FOLLOWS]->(User)'])
    expect(lines({ labelSets: [...social.labelSets.slice(2), { labels: ['Post', 'User'], count: 1 }] })).toEqual([
      '- label set Admin:User',
      '+ label set Post:User',
    ])
    expect(lines({ constraints: social.constraints.slice(1) })).toEqual(['- constraint user_id: User.id exists'])
    expect(
      lines({
        constraints: [
          ...social.constraints,
          { name: 'post_key', kind: 'key', on: 'node', target: 'Post', properties: ['title', 'id'] },
        ],
      }),
    ).toEqual(['+ constraint post_key: Post.title, Post.id is the key'])
  })

  it('is none where an override settles it', () => {
    const after = withProperty('name', property('name', { string: 1, integer: 1 }))
    expect(lines(after)).toHaveLength(1)
    expect(lines(after, { overrides: { nodes: { User: { properties: { name: 'string' } } } } })).toEqual([])
  })

  it('names elements whatever they are called', () => {
    const odd = catalog({ labels: [label('constructor', 1, [property('__proto__', { string: 1 })])] })
    expect(lines({ labels: [label('constructor', 1, [property('__proto__', { integer: 1 })])] }, {}, odd)).toEqual([
      '~ constructor.__proto__: string → integer',
    ])
  })

  it('is told of the values of an enum', () => {
    const overrides = { nodes: { User: { properties: { role: { enum: 9 } } } } }
    const role = (...values: string[]): Partial<Catalog> =>
      withProperty('role', { ...property('role', { string: 3_376 }), values })
    const before = { ...social, ...role('admin', 'reader') }
    expect(lines(role('admin', 'reader'), { overrides }, before)).toEqual([])
    expect(lines(role('admin', 'guest', 'reader'), { overrides }, before)).toEqual([
      "~ User.role: 'admin'|'reader' → 'admin'|'guest'|'reader'",
    ])
    expect(lines(role('admin', 'guest', 'reader'), {}, before)).toEqual([])
  })
})
