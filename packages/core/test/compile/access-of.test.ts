import { expect, it } from 'vitest'
import type { Clause } from '../../src/ast/clause.ts'
import { accessOf } from '../../src/compile/access-of.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

it.each([
  ['MATCH (n) RETURN n', 'read'],
  ['CREATE (n) RETURN n', 'write'],
  ['MATCH (n) SET n.x = 1', 'write'],
  ['MATCH (n) REMOVE n.x', 'write'],
  ['MATCH (n) DETACH DELETE n', 'write'],
  ['MERGE (n:L {id: 1})', 'write'],
  ['MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m } RETURN m', 'read'],
  ['MATCH (n) CALL (n) { CREATE (m) RETURN m } RETURN m', 'write'],
  ['MATCH (n) FOREACH (x IN [1] | SET n.x = x)', 'write'],
  ['INSERT (n:L)', 'write'],
  ['LET x = 1 FILTER x > 0 RETURN x NEXT { RETURN x }', 'read'],
  ['WHEN true THEN RETURN 1 AS x ELSE { CREATE (n) FINISH }', 'write'],
  ['{ { CREATE (n) } }', 'write'],
  ["LOAD CSV FROM 'a.csv' AS line RETURN line", 'read'],
  ['CALL db.labels()', 'read'],
  ['CALL dbms.components()', 'read'],
  ['CALL my.own()', 'write'],
  ['CREATE INDEX i FOR (n:L) ON (n.x)', 'schema'],
])('%s is a %s', (text, access) => {
  expect(accessOf(parseStatement(text))).toBe(access)
})

it('believes what is said of opaque text', () => {
  const opaque = (access: 'read' | 'write'): Clause => ({
    kind: 'opaque',
    source: 'X',
    parameters: [],
    values: {},
    access,
  })
  expect([accessOf([opaque('read')]), accessOf([opaque('write')])]).toEqual(['read', 'write'])
})
