import { expect, it } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { falkordb, neo4j2025, neo4j5 } from '../../src/dialects.ts'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { grafeo } from '../../src/grafeo.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'

const textOf = (text: string, dialect: Dialect): string =>
  compile(parseStatement(text), { dialect, source: text, allowUnfiltered: true }).text.replaceAll(/\n\s*/g, ' ')

it.each([
  ['MATCH (n) LET a = n.x, b = 2 RETURN a, b', 'MATCH (n) WITH *, n.x AS a, 2 AS b RETURN a, b'],
  ['LET a = 1 RETURN a', 'WITH 1 AS a RETURN a'],
  ['MATCH (n) FILTER n.x > 1 RETURN n.x AS x', 'MATCH (n) WITH * WHERE n.x > 1 RETURN n.x AS x'],
  ['MATCH (n) FILTER WHERE n.x RETURN n.x AS x', 'MATCH (n) WITH * WHERE n.x RETURN n.x AS x'],
  [
    'MATCH (n) RETURN n.x AS x ORDER BY x LIMIT 3 NEXT RETURN count(x) AS c',
    'MATCH (n) WITH n.x AS x ORDER BY x LIMIT 3 RETURN count(x) AS c',
  ],
  ['MATCH (n) RETURN n NEXT MATCH (n)-->(m) RETURN m.x AS x', 'MATCH (n) WITH n MATCH (n)-->(m) RETURN m.x AS x'],
  ['MATCH (n) RETURN n.x NEXT RETURN 1 AS x', 'MATCH (n) WITH n.x AS `n.x` RETURN 1 AS x'],
  [
    'MATCH (n) CALL (n) { LET m = n RETURN m.x AS x } RETURN x',
    'MATCH (n) CALL (n) { WITH n AS m RETURN m.x AS x } RETURN x',
  ],
  ['MATCH (n) RETURN n.x AS x ORDER BY x NULLS FIRST', 'MATCH (n) RETURN n.x AS x ORDER BY x IS NULL DESC, x'],
  ['MATCH (n) RETURN n.x AS x ORDER BY x NULLS LAST', 'MATCH (n) RETURN n.x AS x ORDER BY x'],
  ['MATCH (n) RETURN n.x AS x ORDER BY x DESC NULLS LAST', 'MATCH (n) RETURN n.x AS x ORDER BY x IS NULL, x DESC'],
])('on Neo4j 5, %s is %s', (text, older) => {
  expect(textOf(text, neo4j5)).toBe(older)
})

it.each([
  ['MATCH (a)-[:R]->{1,3}(b) RETURN b.x AS x', 'MATCH (a)-[:R*1..3]->(b) RETURN b.x AS x'],
  ['MATCH (a) (()-[r:R]->())+ (b) RETURN size(r) AS x', 'MATCH (a)-[r:R*1..]->(b) RETURN size(r) AS x'],
  ['MATCH (a) SET a.x = 1 FINISH', 'MATCH (a) SET a.x = 1'],
  ['INSERT (a:A)', 'CREATE (a:A)'],
  ['MATCH (a) ORDER BY a.x LIMIT 2 RETURN a.x AS x', 'MATCH (a) WITH * ORDER BY a.x LIMIT 2 RETURN a.x AS x'],
  ['MATCH (a) RETURN a.x AS x OFFSET 2', 'MATCH (a) RETURN a.x AS x SKIP 2'],
])('on FalkorDB, %s is %s', (text, older) => {
  expect(textOf(text, falkordb)).toBe(older)
})

it('names what a subquery sees in each of its parts where it has no list of names', () => {
  expect(textOf('MATCH (a) CALL (a) { RETURN a.x AS x UNION RETURN a.y AS x } RETURN x', falkordb)).toBe(
    'MATCH (a) CALL { WITH a RETURN a.x AS x UNION WITH a RETURN a.y AS x } RETURN x',
  )
})

it.each([
  'MATCH (n) LET a = n.x RETURN a',
  'MATCH (n) CALL (n) { FILTER n.x RETURN 1 AS y } RETURN y',
  'MATCH REPEATABLE ELEMENTS (n)-->(m) RETURN m',
  'RETURN allReduce(s = 0, x IN [1] | s + x, s < 3) AS y',
  'RETURN coll.sort([2, 1]) AS y',
])('says that %s is Cypher 25', (text) => {
  expect(textOf(text, neo4j2025)).toBe(`CYPHER 25 ${text}`.replace('{ ', '{ '))
})

it.each([
  'MATCH (n:Filter {let: 1}) RETURN n.next AS x',
  "RETURN CASE 1 WHEN 1 THEN 'LET' END AS x",
  'CYPHER 25 LET a = 1 RETURN a',
])('sends %s as it stands', (text) => {
  expect(textOf(text, neo4j2025)).toBe(text)
})

it.each([
  ['MATCH REPEATABLE ELEMENTS (n)-->(m) RETURN m', neo4j5, 'neo4j5 has no REPEATABLE ELEMENTS (match-modes): '],
  ['WHEN $x THEN RETURN 1 AS x', grafeo, '(conditional-queries): write UNION'],
  ['MATCH (n:!A) RETURN n', falkordb, '(label-expressions): write'],
] as const)('refuses %s', (text, dialect, message) => {
  expect(() => textOf(text, dialect)).toThrow(message)
})
