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
])('refuses %s, and names the way to say it is meant', (text) => {
  expect(() => run(text)).toThrow('.all()')
  expect(run(text, true)).toBe(text)
})

it.each([
  'MATCH (n:User) WHERE n.x = 1 DELETE n',
  'MATCH (n:User {id: $id}) DELETE n',
  'MATCH (n:User)-[r:R]->() DELETE r',
  'MATCH (n:User) WITH n LIMIT 10 DELETE n',
  'MATCH (n:User) WITH n WHERE n.x = 1 DELETE n',
  'MERGE (n:User {id: 1}) SET n.x = 1',
  'CREATE (n:User) SET n.x = 1',
  'MERGE (n:User {id: 1}) ON MATCH SET n.x = 1',
  'MATCH (n:User) RETURN n',
])('lets %s pass', (text) => {
  expect(run(text)).toBe(text)
})
