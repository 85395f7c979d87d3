import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BinaryOperator, Expression } from '../../src/ast/expression.ts'
import { printClauses } from '../../src/compile/print-clauses.ts'
import { quoteName } from '../../src/ast/quote.ts'
import { Writer } from '../../src/compile/writer.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { cases } from '../grammar/cases.ts'
import { generatedStatement } from '../grammar/generated-statements.ts'
import { bareTree, withoutSource } from './bare-tree.ts'

const writer = (): Writer => new Writer(quoteName)
const printed = (text: string): string => printClauses(withoutSource(parseStatement(text)), writer())

const statements = [
  'MATCH (u:User {id: $id})-[f:FOLLOWS*1..3]->(p:User:Admin), (a)<--(b)--(c) WHERE p.age >= 18 RETURN p',
  'MATCH p = shortestPath((a)-[:R|S*..4]-(b)) RETURN p, length(p) AS n',
  'OPTIONAL MATCH (n)-[r:R {w: 1.5}]->(m) WITH DISTINCT n, count(*) AS c ORDER BY c DESC, n.name SKIP 1 LIMIT 2 RETURN *',
  'UNWIND $rows AS row MERGE (u:User {id: row.id}) ON CREATE SET u.name = row.name ON MATCH SET u += row, u:Seen RETURN u',
  'MATCH (u) SET u.a = 1, u.b = null REMOVE u.c, u:Old DETACH DELETE u',
  'MATCH (u) WHERE (u.a = 1 OR u.b = 2) AND NOT u.c IN [1, 2] XOR u.d IS NOT NULL RETURN u.a + u.b * (u.c - 1) AS x',
  'MATCH (u) RETURN u {.name, .*, k: u.x, y: [x IN u.xs WHERE x > 1 | x * 2]} AS m, {a: 1, b: [1, 2]} AS n',
  "RETURN CASE WHEN true THEN 'it''s' ELSE \"q\" END AS a".replace("''", "\\'"),
  'MATCH (u) RETURN CASE u.x WHEN 1 THEN 2 WHEN 3 THEN 4 END AS c, u.xs[0] AS i, u.xs[1..-1] AS s, u.xs[..2] AS t',
  'MATCH (u) WHERE EXISTS { MATCH (u)-[:R]->(v) WHERE v.x = 1 } AND COUNT { (u)-->() } > 2 RETURN COLLECT { MATCH (u)-->(w) RETURN w.name } AS names',
  'MATCH (u) WHERE (u)-[:R]->(:L) AND all(x IN u.xs WHERE x > 0) RETURN reduce(s = 0, x IN u.xs | s + x) AS s, [(u)-->(v) WHERE v.x > 1 | v.name] AS n',
  'MATCH (u) CALL (u) { MATCH (u)-->(v) RETURN count(v) AS n } RETURN u, n',
  'CALL db.labels() YIELD label AS l RETURN l',
  'MATCH (u) FOREACH (x IN u.xs | SET u.last = x)',
  'MATCH (a) RETURN a.x AS x UNION ALL MATCH (b) RETURN b.y AS x',
  'MATCH (a:A|B)-[:`MY TYPE`]->(b:!C) RETURN a.`odd name` AS `x y`',
  'MATCH (u) WHERE u.name STARTS WITH $p OR u.name ENDS WITH "x" OR u.name CONTAINS "y" OR u.name =~ "z.*" RETURN -u.x ^ 2 AS p',
  'MATCH (u) WHERE u:A|B RETURN [x IN u.xs WHERE x:A|B | x.y] AS a, [y IN u.ys WHERE (y IS :: INT | FLOAT) | y] AS b',
  'MATCH (u) RETURN [(true IN u.xs)] AS l, INF AS i, -NaN AS n',
  'MATCH (u) WHERE u:Admin AND NOT u:Old RETURN count(DISTINCT u) AS n, toUpper(u.name) AS up',
]

it('prints any statement so that it parses to the same tree', () => {
  fc.assert(
    fc.property(generatedStatement, (text) => {
      const again = printed(text)
      expect({ text, again, tree: bareTree(parseStatement(again)) }).toEqual({
        text,
        again,
        tree: bareTree(parseStatement(text)),
      })
    }),
    { numRuns: 300 },
  )
})

it.each(cases.flatMap(({ kind, text, accepted }) => (kind === 'statement' && accepted ? text : [])))(
  'prints a case so that it parses to the same tree: %s',
  (text) => {
    expect(bareTree(parseStatement(printed(text)))).toEqual(bareTree(parseStatement(text)))
  },
)

it.each(statements)('prints what it parsed: %s', (text) => {
  expect(bareTree(parseStatement(printed(text)))).toEqual(bareTree(parseStatement(text)))
})

it.each(statements)('prints the same again: %s', (text) => {
  const once = printed(text)
  expect(printed(once)).toBe(once)
})

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom<Expression>(
    { kind: 'variable', name: 'n' },
    { kind: 'property', of: { kind: 'variable', name: 'n' }, key: 'x' },
    { kind: 'parameter', name: 'p' },
    { kind: 'literal', value: true },
    { kind: 'literal', value: null },
  ),
  fc.integer({ min: 0, max: 99 }).map((value): Expression => ({ kind: 'literal', value })),
  fc.string().map((value): Expression => ({ kind: 'literal', value })),
)

const operators: readonly BinaryOperator[] = [
  '||',
  'OR',
  'XOR',
  'AND',
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  '=~',
  'IN',
  'STARTS WITH',
  'ENDS WITH',
  'CONTAINS',
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
]
const joining: ReadonlySet<string> = new Set(['OR', 'XOR', 'AND'])

/** People write `a AND b AND c`, whatever pair was joined first; the comparison needs one form of it. */
const joined = (operator: BinaryOperator, left: Expression, right: Expression): Expression =>
  joining.has(operator) && right.kind === 'binary' && right.operator === operator
    ? joined(operator, joined(operator, left, right.left), right.right)
    : { kind: 'binary', operator, left, right }

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'expression' },
    leaf,
    fc
      .tuple(fc.constantFrom(...operators), tie('expression'), tie('expression'))
      .map(([operator, left, right]) => joined(operator, left, right)),
    fc
      .tuple(fc.constantFrom('NOT' as const, '-' as const), tie('expression'))
      .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand })),
    fc
      .tuple(fc.boolean(), tie('expression'))
      .map(([negated, operand]): Expression => ({ kind: 'null-test', negated, operand })),
    fc.tuple(tie('expression'), tie('expression')).map(([of, at]): Expression => ({ kind: 'index', of, at })),
    tie('expression').map((of): Expression => ({ kind: 'property', of, key: 'k' })),
    fc.array(tie('expression'), { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
    fc
      .array(tie('expression'), { minLength: 1, maxLength: 3 })
      .map((all): Expression => ({ kind: 'call', name: 'coalesce', distinct: false, star: false, arguments: all })),
  ),
}))

it('prints any expression so that it parses to the same tree, with no parenthesis missing', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const text = `RETURN ${writer().expression(tree)} AS x`
      const clause = parseStatement(text)[0]
      expect({ text, tree: bareTree(clause?.kind === 'return' ? clause.items[0]?.expression : undefined) }).toEqual({
        text,
        tree: bareTree(tree),
      })
    }),
    { numRuns: 500 },
  )
})
