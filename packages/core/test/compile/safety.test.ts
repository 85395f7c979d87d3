import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import type { Safety } from '../../src/compile/safety.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

const codes = (text: string, safety?: Safety, allowUnfiltered = false): readonly string[] =>
  (compile(parseStatement(text), { dialect: neo4j, source: text, safety, allowUnfiltered }).warnings ?? []).map(
    ({ code }) => code,
  )

it.each([
  'MATCH (a:User)-[:KNOWS*]->(b) RETURN b',
  'MATCH (a:User)-[:KNOWS*2..]->(b) RETURN b',
  'MATCH (a:User)-[:KNOWS]->+(b) RETURN b',
  'MATCH (a:User) ((c)-[:KNOWS]->(d)){2,} (b) RETURN b',
  'WHEN true THEN MATCH (a:User)-[:KNOWS]->*(b) RETURN b ELSE RETURN 1 AS b',
  'MATCH (a:User) OPTIONAL MATCH (a)-[*]-(b) RETURN b',
  'MATCH (a:User) CALL (a) { MATCH (a)-[:KNOWS*]->(b) RETURN b } RETURN b',
])('points out a path of any length: %s', (text) => {
  expect(codes(text)).toEqual(['Motif.UnboundedPath'])
})
it.each([
  'MATCH (a:User)-[:KNOWS*1..3]->(b) RETURN b',
  'MATCH (a:User)-[:KNOWS*..3]->(b) RETURN b',
  'MATCH (a:User)-[:KNOWS*2]->(b) RETURN b',
  'MATCH p = shortestPath((a:User {id: 1})-[:KNOWS*]->(b:User {id: 2})) RETURN p',
  'MATCH (a:User)-[:KNOWS]->(b) RETURN b',
  'MATCH (a:User)-[:KNOWS]->{1,3}(b) RETURN b',
  'MATCH SHORTEST 1 (a:User)-[:KNOWS]->+(b) RETURN b',
])('lets a path with an end pass: %s', (text) => {
  expect(codes(text)).toEqual([])
})

it.each([
  'MATCH (a:User), (b:Post) RETURN a, b',
  'MATCH (a:User) MATCH (b:Post) RETURN a, b',
  'MATCH (a:User)-[:KNOWS]->(c), (b:Post) RETURN a, b',
  'MATCH (a:User), (b:Post), (c:Tag) WHERE c.x = 1 RETURN a, b',
  'CALL () { MATCH (a:User), (b:Post) RETURN a } RETURN a',
])('points out every combination: %s', (text) => {
  expect(codes(text)).toEqual(['Motif.CartesianProduct'])
})
it.each([
  'MATCH (a:User {id: 1}), (b:Post) RETURN a, b',
  'MATCH (a:User), (b:Post) WHERE a.id = b.id RETURN a, b',
  'MATCH (a:User), (b:Post) WHERE a.id = 3 RETURN a, b',
  'MATCH (a:User), (a)-[:WROTE]->(b:Post) RETURN a, b',
  'MATCH (a:User) ((c)-->(b:Post)){2} MATCH (b)-->(d) RETURN a, d',
  'MATCH (a:User), (b:Post) FILTER a.id = b.id RETURN a, b',
  'MATCH (a:User), (b:Post), (a)-[:WROTE]->(b) RETURN a, b',
  'MATCH (a:User) WITH a LIMIT 1 MATCH (b:Post) RETURN a, b',
  'MATCH (a:User) OPTIONAL MATCH (b:Post) RETURN a, b',
])('lets what is connected or narrow pass: %s', (text) => {
  expect(codes(text)).toEqual([])
})

it('says where and how to mend it', () => {
  const [found] = compile(parseStatement('MATCH (a:User), (b:Post) RETURN a'), { dialect: neo4j }).warnings ?? []
  expect(found).toEqual({
    code: 'Motif.CartesianProduct',
    title: 'A cartesian product',
    description:
      'MATCH makes every combination of a and b: connect them, or narrow one of them, or say .all() if that is meant',
    severity: 'WARNING',
  })
})
it('refuses, warns or is silent, as it is told', () => {
  const product = 'MATCH (a:User), (b:Post) RETURN a'
  expect(() => codes(product, { cartesianProduct: 'refuse' })).toThrow('.all()')
  expect(codes(product, { cartesianProduct: 'refuse' }, true)).toEqual([])
  expect(codes(product, { cartesianProduct: 'allow' })).toEqual([])
  expect(() => codes('MATCH (a)-[*]->(b) RETURN b', { unboundedPath: 'refuse' })).toThrow('of any length')
  expect(codes('MATCH (a)-[*]->(b) RETURN b', { unboundedPath: 'allow' })).toEqual([])
  expect(codes('MATCH (n:User) DELETE n', { unfilteredWrite: 'warn' })).toEqual(['Motif.UnfilteredWrite'])
  expect(codes('MATCH (n:User) DELETE n', { unfilteredWrite: 'allow' })).toEqual([])
})
