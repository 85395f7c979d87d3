import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { neo4j } from '../../src/dialect/neo4j.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

const run = (text: string, allowUnfiltered = false): string =>
  compile(parseStatement(text), { dialect: neo4j, source: text, allowUnfiltered }).text

it.each([
  'MATCH (n) DETACH DELETE n',
  'MATCH (n:User) DELETE n',
  'MATCH (n:User) SET n.x = 1',
  'MATCH (n:User), (m:Post) SET n:Old',
  'MATCH (n:User) REMOVE n.x',
  'MATCH (n:User) WITH n DETACH DELETE n',
  'MATCH (n:User) OPTIONAL MATCH (m:Post) DELETE m',
  'UNWIND [1] AS x MATCH (n:User) DELETE n',
  'CALL { MATCH (n) DETACH DELETE n }',
  'MATCH (n) CALL (n) { DETACH DELETE n }',
  'MATCH (n) FOREACH (x IN [1] | SET n.x = x)',
  'MATCH (a:User {id: 1}), (n:Post) DELETE a, n',
  'MATCH (a:User {id: 1}) MATCH (n:Post) SET a.x = 1, n.x = 1',
  'MATCH (n:User) WITH n AS m, 1 AS one DELETE m',
  'MATCH (n:User) UNWIND n.xs AS x REMOVE n:Old',
  'MATCH (n:User) SET (n).x = 1',
  'MATCH (n:User) LET m = n DELETE m',
  'MATCH (n:User) RETURN n AS m NEXT DELETE m',
  'MATCH (n:User) RETURN n NEXT WHEN $all THEN DELETE n ELSE FINISH',
])('refuses %s, and names the way to say it is meant', (text) => {
  expect(() => run(text)).toThrow('.all()')
  expect(run(text, true)).toBe(text)
})

it.each([
  'MATCH (n:User) WHERE n.x = 1 DELETE n',
  'MATCH (n:User {id: $id}) DELETE n',
  'MATCH (n:User)-[r:R]->() DELETE r',
  'MATCH ((n)-[:R]->(m))+ FOREACH (x IN n | DELETE x)',
  'MATCH (n:User) FILTER n.x = 1 DELETE n',
  'MATCH (n:User) WITH n LIMIT 10 DELETE n',
  'MATCH (n:User) WITH n WHERE n.x = 1 DELETE n',
  'MERGE (n:User {id: 1}) SET n.x = 1',
  'CREATE (n:User) SET n.x = 1',
  'MERGE (n:User {id: 1}) ON MATCH SET n.x = 1',
  'MATCH (n:User) RETURN n',
  'MATCH (n:User {id: 1}) MATCH (m:Post) SET n.x = m.x',
  'MATCH (n:User {id: 1}) OPTIONAL MATCH (n)-[:WROTE]->(p) DELETE p',
  'MATCH (n:User) MATCH (n)-[r:R]->(m) DELETE n, r, m',
  'MATCH (n:User) CREATE (m:Copy) SET m.x = n.x',
  'MATCH (n:User {id: 1}) MATCH (n), (m:Post) DELETE n',
])('lets %s pass', (text) => {
  expect(run(text)).toBe(text)
})
