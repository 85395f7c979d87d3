import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm } from './form.ts'
import { refusal } from './tree.ts'

describe('schema commands', () => {
  it.each([
    'CREATE INDEX by_name FOR (u:User) ON (u.name)',
    'create constraint c IF NOT EXISTS FOR (u:User) REQUIRE u.id IS UNIQUE',
    'CREATE OR REPLACE ALIAS a FOR DATABASE b',
    'CREATE FULLTEXT INDEX f FOR (n:A|B) ON EACH [n.x, n.y]',
    'DROP INDEX by_name IF EXISTS',
    'SHOW INDEXES YIELD name WHERE name = $name RETURN name',
    'ALTER DATABASE x SET ACCESS READ ONLY',
  ])('%s is passed through', (text) => {
    const parameters = text.includes('$name') ? ['name'] : []
    expect(parseStatement(` ${text} ; `)).toEqual([{ kind: 'schema-command', source: text, parameters }])
  })

  it('are told from patterns', () => {
    expect(parseStatement('CREATE (index:Index)').map(clauseForm)).toEqual(['(create (path (node index :Index)))'])
    expect(parseStatement('CREATE point = (a)-[:X]->(b)').map(clauseForm)).toEqual([
      '(create (path point = (node a) (out :X) (node b)))',
    ])
  })

  it('stand alone', () => {
    expect(refusal(() => parseStatement('MATCH (u) DROP INDEX x'))).toBe(
      "a schema command stands alone at 'DROP INDEX x'   in MATCH (u) DROP INDEX x",
    )
    expect(parseStatement('EXPLAIN CREATE INDEX x FOR (u:User) ON (u.a)')).toMatchObject([
      { kind: 'prefix' },
      { kind: 'schema-command' },
    ])
  })
})

describe('prefixes', () => {
  it.each([
    ['EXPLAIN MATCH (u) RETURN u', { name: 'EXPLAIN', source: 'EXPLAIN' }],
    ['profile MATCH (u) RETURN u', { name: 'PROFILE', source: 'profile' }],
    ['CYPHER 25 runtime=slotted MATCH (u) RETURN u', { name: 'CYPHER', source: 'CYPHER 25 runtime=slotted' }],
    ['USE graph.byName($g) MATCH (u) RETURN u', { name: 'USE', source: 'USE graph.byName($g)', parameters: ['g'] }],
  ])('%s', (text, expected) => {
    expect(parseStatement(text)[0]).toEqual({ kind: 'prefix', parameters: [], ...expected })
  })

  it('may be hints between MATCH and WHERE', () => {
    expect(
      parseStatement('MATCH (u:User) USING INDEX u:User(name) USING SCAN v:Post WHERE u.name = $n RETURN u'),
    ).toMatchObject([
      { kind: 'match', source: 'MATCH (u:User)' },
      { kind: 'prefix', name: 'USING', source: 'USING INDEX u:User(name)' },
      { kind: 'prefix', name: 'USING', source: 'USING SCAN v:Post' },
      { kind: 'where' },
      { kind: 'return' },
    ])
  })
})
