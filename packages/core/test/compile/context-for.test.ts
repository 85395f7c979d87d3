import { expect, it } from 'vitest'
import type { Clause } from '../../src/ast/clause.ts'
import type { Expression } from '../../src/ast/expression.ts'
import { contextFor } from '../../src/compile/context-for.ts'
import { GraphError } from '../../src/error/graph-error.ts'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { social } from '../../test-types/social.ts'

const about = (text: string) => {
  const clauses = parseStatement(text)
  return { clauses, context: contextFor(clauses, 'neo4j', social) }
}
const names = (scope: ReadonlyMap<string, unknown> | undefined) => [...(scope?.keys() ?? [])].sort()
const condition = (clauses: readonly Clause[]): Expression => {
  const found = clauses.find((clause) => clause.kind === 'where')
  if (found?.kind !== 'where') throw new Error('the statement has a condition')
  return found.condition
}

it('gives the names before each clause, and those before a projection to what follows it', () => {
  const { clauses, context } = about(
    'MATCH (u:User)-[:WROTE]->(p) WITH u, count(p) AS n WHERE n > 1 OPTIONAL MATCH (u)-->(v) RETURN u.name AS name ORDER BY n',
  )
  expect(context.scopes(clauses).map(names)).toEqual([
    [],
    ['p', 'u'],
    ['n', 'p', 'u'],
    ['n', 'u'],
    ['n', 'u', 'v'],
    ['n', 'name', 'u', 'v'],
    ['name'],
  ])
})

it('tells what a projection lets through', () => {
  const { clauses, context } = about('MATCH (u:User)-[:WROTE]->(p) WITH u, count(p) AS n RETURN n')
  const [, before] = context.scopes(clauses)
  expect(names(context.projected(clauses[1] as Clause, before as never))).toEqual(['n', 'u'])
})

it('types expressions by the names in reach', () => {
  const { clauses, context } = about('MATCH (u:User)-[f:FOLLOWS]->(v) WHERE v.age > 1 RETURN u')
  const scope = context.scopes(clauses)[1]
  expect(context.typeOf({ kind: 'property', of: { kind: 'variable', name: 'v' }, key: 'age' }, scope as never)).toEqual(
    { kind: 'integer', nullable: true },
  )
})

it('rewrites from the leaves up with the scope of each place', () => {
  const { clauses, context } = about(
    'MATCH (u:User) WHERE any(x IN u.xs WHERE x = 1) AND EXISTS { MATCH (u)-->(v:Post) WHERE v.id = 1 } RETURN [y IN [1] | y] AS ys',
  )
  const seen: Record<string, string[]> = {}
  context.mapExpressions(clauses, (node, scope) => {
    if (node.kind === 'variable') seen[node.name] = names(scope)
    return node
  })
  expect(seen).toEqual({ u: ['u'], x: ['u', 'x'], v: ['u', 'v'], y: ['u', 'y'] })
})

it('keeps every clause that a rewrite does not touch', () => {
  const { clauses, context } = about('MATCH (u:User) WHERE u.id = 1 RETURN u.name')
  expect(context.mapExpressions(clauses, (node) => node)).toBe(clauses)
  const changed = context.mapExpressions(clauses, (node) =>
    node.kind === 'literal' ? { kind: 'literal', value: 2 } : node,
  )
  expect(changed.map((clause, i) => clause === clauses[i])).toEqual([true, false, true])
})

it('knows the names an expression takes from around it', () => {
  const { clauses, context } = about(
    'MATCH (u:User) WHERE any(x IN u.xs WHERE x = z) AND (u)-->(w) AND EXISTS { MATCH (q) } RETURN u',
  )
  expect([...context.namesIn(condition(clauses))].sort()).toEqual(['q', 'u', 'w', 'z'])
})

it('makes names that the statement does not use', () => {
  const { context } = about('MATCH (m:User) WITH m AS m1 UNWIND $m2 AS m3 RETURN m1')
  expect([context.fresh('m'), context.fresh('m'), context.fresh('x')]).toEqual(['m4', 'm5', 'x'])
})

it('finds aggregates, but not those of a subquery', () => {
  const { clauses, context } = about(
    'MATCH (u) WHERE COUNT { MATCH (u) RETURN count(*) AS c } > 1 RETURN 1 + COUNT(u) AS n',
  )
  expect(context.aggregates(condition(clauses))).toBe(false)
  const last = clauses.at(-1)
  expect(last?.kind === 'return' && last.items.map(({ expression }) => context.aggregates(expression))).toEqual([true])
})

it('refuses by feature, dialect and what to write instead', () => {
  const { context } = about('RETURN 1 AS x')
  expect(() => context.refuse('points', 'points', 'store two numbers')).toThrow(
    new GraphError('UNSUPPORTED_FEATURE', 'neo4j has no points (points): store two numbers'),
  )
})
