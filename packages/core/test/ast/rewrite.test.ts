import { expect, it } from 'vitest'
import type { Expression } from '../../src/ast/expression.ts'
import { mapClauses, mapExpression } from '../../src/ast/rewrite.ts'
import { walkClauses } from '../../src/ast/walk.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { bareTree } from '../compile/bare-tree.ts'

/** Holds every kind of clause and expression, with a `1` in every place where an expression may stand. */
const everything = [
  'MATCH p = (a:A {x: 1})-[r:R {x: 1}]->(b WHERE b.x = 1) WHERE a.x = 1 AND NOT (b.x + 1 > 1 OR b.x IS NULL) RETURN p',
  'MATCH (n) WITH n, 1 AS one ORDER BY n.x + 1 SKIP 1 LIMIT 1 RETURN DISTINCT n.xs[1] AS i, n.xs[1..1] AS s, -1 AS m, n:L AS l',
  'UNWIND [1, 1] AS x MERGE (m:M {x: 1}) ON CREATE SET m.x = 1 ON MATCH SET m += {x: 1}, m:L REMOVE m.y, m:K',
  'MATCH (n {x: 1}) SET n = {x: 1} DELETE n',
  'MATCH (n) RETURN n {.x, .*, y: 1} AS a, {k: 1} AS b, f(1) AS c, CASE 1 WHEN 1 THEN 1 ELSE 1 END AS d, count(*) AS e',
  'MATCH (n) RETURN [x IN [1] WHERE x = 1 | x + 1] AS a, [(n)-->(m {x: 1}) WHERE m.x = 1 | 1] AS b, all(x IN [1] WHERE x = 1) AS c, reduce(s = 1, x IN [1] | s + 1) AS d',
  'MATCH (n) WHERE EXISTS { MATCH (n {x: 1}) WHERE n.x = 1 } AND (n)-->({x: 1}) CALL (n) { RETURN 1 AS y } FOREACH (x IN [1] | SET n.x = 1) RETURN n',
  'CALL f(1) YIELD x RETURN x UNION ALL RETURN 1 AS x',
  'MATCH SHORTEST 1 ((a:$(1)&!$any(1) {x: 1})-[:$(1)]->(b) WHERE a.x = 1)+ SET a:$(1) REMOVE a:$(1) RETURN a:$(1) AS l',
  'LET x = 1, y = x + 1 FILTER y > 1 RETURN x IS :: INT AS t, "a" + 1 IS NORMALIZED AS n GROUP BY x + 1 NEXT FINISH',
  'MATCH (n) SEARCH n IN (FULLTEXT INDEX i FOR 1 WITH ANALYZER 1 WHERE n.x = 1 SKIP 1 LIMIT 1) RETURN n',
  'LOAD CSV FROM "a" + 1 AS l RETURN CASE l WHEN > 1, 1 THEN 1 END AS c, allReduce(s = 1, x IN [1] | s + 1, s < 1) AS r',
  'CALL { RETURN 1 AS a } IN 1 CONCURRENT TRANSACTIONS OF 1 ROWS DISJOINT BY (1) ON ERROR RETRY FOR 1 SECONDS RETURN a',
  'WHEN 1 = 1 THEN RETURN 1 AS a ELSE { { RETURN 1 AS a } }',
]
const two = (node: Expression): Expression =>
  node.kind === 'literal' && node.value === 1 ? { kind: 'literal', value: 2 } : node

const ones = (text: string): number => {
  let found = 0
  walkClauses(parseStatement(text), {
    expression: (node) => void (found += node.kind === 'literal' && node.value === 1 ? 1 : 0),
  })
  return found
}

it.each(everything)('reaches every expression of %s', (text) => {
  const changed = text.replaceAll(/\b1\b/g, '2')
  expect(bareTree(mapClauses(parseStatement(text), two))).toEqual(bareTree(parseStatement(changed)))
  expect(ones(text)).toBe([...text.matchAll(/\b1\b/g)].length)
})

it.each(everything)('keeps every object of %s when nothing changes', (text) => {
  const clauses = parseStatement(text)
  expect(mapClauses(clauses, (node) => node)).toBe(clauses)
})

it('drops the text of what changed and of what is above it, and of nothing else', () => {
  const clauses = parseStatement('MATCH (n) WHERE n.x = 1 AND n.y = 3 RETURN n')
  const [match, where, last] = mapClauses(clauses, two)
  expect([match, last]).toEqual([clauses[0], clauses[2]])
  expect(where).not.toHaveProperty('source')
  if (where?.kind !== 'where' || where.condition.kind !== 'binary') throw new Error('the condition is a conjunction')
  expect(where.condition.left).not.toHaveProperty('source')
  expect(where.condition.right.source).toBe('n.y = 3')
})

it('sees each node after what lies below it', () => {
  const seen: string[] = []
  const tree: Expression = { kind: 'unary', operator: '-', operand: { kind: 'literal', value: 1 } }
  mapExpression(tree, (node) => {
    seen.push(node.kind)
    return node
  })
  expect(seen).toEqual(['literal', 'unary'])
})

it('leaves out what lies below a node when it is told to', () => {
  const seen: string[] = []
  walkClauses(parseStatement('MATCH (n) WHERE EXISTS { MATCH (m) WHERE m.x = 1 } RETURN n.y AS y'), {
    expression(node) {
      seen.push(node.kind)
      return node.kind !== 'subquery'
    },
  })
  expect(seen).toEqual(['subquery', 'property', 'variable'])
})
