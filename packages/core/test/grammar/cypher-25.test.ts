import { describe, expect, it } from 'vitest'
import { parseStatement } from '../../src/grammar/parse-statement.ts'
import { clauseForm } from './form.ts'
import { refusal } from './tree.ts'

describe('clauses of Cypher 25', () => {
  it.each([
    ['LET x = 1, y = u.x + 1 RETURN y', '(let (x 1) (y (+ u.x 1)))'],
    ['FILTER u.x > 1 RETURN u', '(filter (> u.x 1))'],
    ['FILTER WHERE u.x RETURN u', '(filter u.x)'],
    ['FOR x IN [1, 2] RETURN x', '(unwind (list 1 2) x)'],
    ['INSERT (u:User {id: 1})-[:R]->(v)', '(insert (path (node u :User (map id: 1)) (out :R) (node v)))'],
    ['MATCH REPEATABLE ELEMENTS (a)-->(b) RETURN a', '(match REPEATABLE ELEMENTS (path (node a) (out) (node b)))'],
    ['MATCH repeatable element bindings (a) RETURN a', '(match REPEATABLE ELEMENTS (path (node a)))'],
    ['MATCH DIFFERENT RELATIONSHIP BINDINGS (a) RETURN a', '(match DIFFERENT RELATIONSHIPS (path (node a)))'],
    ['MATCH different relationships (a) RETURN a', '(match DIFFERENT RELATIONSHIPS (path (node a)))'],
    ['RETURN ALL u.x AS x', '(return (as u.x x))'],
    ['FINISH', '(finish)'],
  ])('%s', (text, expected) => {
    expect(clauseForm(parseStatement(text)[0] ?? { kind: 'next' })).toBe(expected)
  })

  it('may be grouped by what is said', () => {
    const text = (by: string): readonly string[] =>
      parseStatement(`RETURN a, count(*) AS n GROUP BY ${by} ORDER BY n`).map(clauseForm)
    expect(text('a.x, b')[1]).toBe('(group a.x b)')
    expect(text('ALL')[1]).toBe('(group all)')
    expect(text('()')).toEqual(['(return a (as (count *) n))', '(group)', '(order (asc n))'])
  })

  it.each([
    ['DEFINE FUNCTION f(x) = x + $y RETURN f(1)', 'DEFINE FUNCTION f(x) = x + $y', ['y']],
    ['DEFINE PROCEDURE p(x :: INT = 3) :: (y INT) { RETURN x AS y } CALL p(1)', undefined, []],
  ])('%s', (text, source, parameters) => {
    expect(parseStatement(text)).toMatchObject([
      { kind: 'prefix', name: 'DEFINE', source: source ?? text.slice(0, text.indexOf(' CALL')), parameters },
      {},
    ])
  })

  it.each([
    ['LET x 1', "expected '=' and a value at '1'   in LET x 1"],
    ['LET', 'expected a name at the end   in LET'],
    ['FILTER', 'expected an expression at the end   in FILTER'],
    ['DEFINE FUNCTION f(x)', "expected '=' or '{' at the end   in DEFINE FUNCTION f(x)"],
  ])('%s is refused', (text, expected) => {
    expect(refusal(() => parseStatement(text))).toBe(expected)
  })
})
