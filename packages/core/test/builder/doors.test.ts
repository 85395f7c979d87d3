import { $ } from '@motif/core'
import { neo4j2025, neo4j5 } from '@motif/core/dialects'
import { describe, expect, it } from 'vitest'
import { socialGraph } from './social-graph.ts'

const db = socialGraph()
const users = db.match('(u:User {id: $id})')

describe('words of GQL', () => {
  it('insert creates, by text and by a pattern', () => {
    expect(db.insert('(t:Tag {name: $name})').compile().text).toBe('INSERT (t:Tag {name: $name})')
    expect(users.insert(db.node('t', 'Tag', { name: 'x' })).compile().text).toBe(
      'MATCH (u:User {id: $id})\nINSERT (t:Tag {name: $p1})',
    )
    expect(db.insert('(t:Tag {name: $name})').compile().access).toBe('write')
  })
  it('offset is skip', () => {
    const names = users.return('u.name AS name')
    expect(names.offset(3)).toBe(names.skip(3))
    expect(names.offset($('from')).compile().text).toBe(names.skip($('from')).compile().text)
  })
})

describe('whenThen', () => {
  const chosen = db
    .whenThen('$all', (query) => query.match('(u:User)').return('u.name AS name'))
    .whenThen(
      (_names, graph) => graph.exists('(:Tag {name: $tag})'),
      (query) => query.match('(t:Tag {name: $tag})').return('t.name AS name'),
    )
    .otherwise((query) => query.match('(u:User {id: $id})').return('u.name AS name'))

  it('has a branch for each condition, and a last one', () => {
    const { text, parameters, columns } = chosen.compile({ dialect: neo4j2025 })
    expect(text).toBe(`CYPHER 25 WHEN $all THEN {
  MATCH (u:User)
  RETURN u.name AS name
}
WHEN EXISTS { MATCH (:Tag {name: $tag}) } THEN {
  MATCH (t:Tag {name: $tag})
  RETURN t.name AS name
}
ELSE {
  MATCH (u:User {id: $id})
  RETURN u.name AS name
}`)
    expect(parameters.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual(['all', 'id', 'tag'])
    expect(columns?.map(({ name }) => name)).toEqual(['name'])
  })
  it('leaves what it was made from as it was', () => {
    const one = db.whenThen('$a', (query) => query.match('(u:User)').return('u.name AS name'))
    const before = one.compile({ dialect: neo4j2025 }).text
    one.otherwise((query) => query.match('(t:Tag)').return('t.name AS name'))
    expect(one.compile({ dialect: neo4j2025 }).text).toBe(before)
  })
  it('has no branch after the last, and none before the first', () => {
    const branch = (query: typeof db) => query.match('(u:User)').return('u.name AS name')
    expect(() => chosen.otherwise(branch as never)).toThrow('nothing follows otherwise()')
    expect(() => chosen.whenThen('$b', branch as never)).toThrow('nothing follows otherwise()')
    expect(() => users.otherwise(branch as never)).toThrow('otherwise() follows whenThen()')
  })
  it('is refused where the dialect has none', () => {
    expect(() => chosen.compile({ dialect: neo4j5 })).toThrow('(conditional-queries)')
  })
})

describe('parts in place of text', () => {
  it.each([
    [undefined, 'LOAD CSV FROM $url AS line'],
    [{ headers: true }, 'LOAD CSV WITH HEADERS FROM $url AS line'],
    [{ fieldTerminator: "'" }, String.raw`LOAD CSV FROM $url AS line FIELDTERMINATOR '\''`],
  ])('loadCsv with %j', (options, text) => {
    expect(db.loadCsv($('url'), 'line', options).compile().text).toBe(text)
  })
  it('loadCsv takes one character between values', () => {
    expect(() => db.loadCsv($('url'), 'line', { fieldTerminator: ';;' })).toThrow('one character')
  })
  it.each([
    [{ index: 'User', on: 'u', properties: ['id'] }, 'USING INDEX u:User(id)'],
    [
      { index: 'User', on: 'u', properties: ['id', 'name'], kind: 'text', seek: true },
      'USING TEXT INDEX SEEK u:User(id, name)',
    ],
    [{ scan: 'User', on: 'u' }, 'USING SCAN u:User'],
    [{ join: ['u'] }, 'USING JOIN ON u'],
    [{ scan: 'User) RETURN 1 //', on: 'u`' }, 'USING SCAN `u```:`User) RETURN 1 //`'],
  ])('using %j', (hint, text) => {
    expect(
      users
        .using(hint as never)
        .return('u.id')
        .compile()
        .text.split('\n')[1],
    ).toBe(text)
  })
  it.each([
    [{}, 'an index, a scan or a join'],
    [{ index: 'User', on: 'u', properties: [] }, 'at least one name'],
    [{ index: 'User', on: 'u', properties: ['id'], kind: 'x RETURN 1' }, 'no hint for'],
  ])('using %j is refused', (hint, problem) => {
    expect(() => users.using(hint as never)).toThrow(problem)
  })
})
