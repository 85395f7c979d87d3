import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expression } from '../../src/ast/expression.ts'
import { parseClause } from '../../src/grammar/parse-clause.ts'
import { form, formOf } from './form.ts'
import { refusal } from './tree.ts'

describe('operators', () => {
  it.each([
    ['a OR b AND c', '(OR a (AND b c))'],
    ['a AND b OR c XOR d', '(OR (AND a b) (XOR c d))'],
    ['a OR b OR c', '(OR (OR a b) c)'],
    ['NOT a AND NOT b = c', '(AND (NOT a) (NOT (= b c)))'],
    ['not NOT a', '(NOT (NOT a))'],
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a / b % c * d', '(* (% (/ a b) c) d)'],
    ['a ^ b ^ c', '(^ (^ a b) c)'],
    ['a * b ^ c', '(* a (^ b c))'],
    ['-a ^ b', '(^ (- a) b)'],
    ['- - + a', '(- (- (+ a)))'],
    ['a - -1', '(- a (- 1))'],
    ['a--b', '(- a (- b))'],
    ["a || 'x' || b", "(|| (|| a 'x') b)"],
    ['a + b = c - d', '(= (+ a b) (- c d))'],
    ['a + 1 IN [b]', '(IN (+ a 1) (list b))'],
    ['NOT a IN b', '(NOT (IN a b))'],
    ['a = b IN c', '(= a (IN b c))'],
    ["a STARTS WITH 'x' + b", "(STARTS WITH a (+ 'x' b))"],
    [
      "a starts with 'x' and b ENDS with 'y' or c contains 'z'",
      "(OR (AND (STARTS WITH a 'x') (ENDS WITH b 'y')) (CONTAINS c 'z'))",
    ],
    ["a =~ '.*' AND b", "(AND (=~ a '.*') b)"],
    ['a IS NULL OR b IS NOT NULL', '(OR (null a) (some b))'],
    ['a.b IS not null = true', '(= (some a.b) true)'],
    ['a = b <> c', '(AND (= a b) (<> b c))'],
    ['(a OR b) AND c', '(AND (group (OR a b)) c)'],
    ['a<-1', '(< a (- 1))'],
    ['a<>-b', '(<> a (- b))'],
    ['a>=b.c', '(>= a b.c)'],
  ])('%s', (text, expected) => {
    expect(formOf(text)).toBe(expected)
  })

  it('reads a chain of comparisons as a conjunction, and keeps the text of each part', () => {
    expect(parseClause('where', '18 <= u.age < 65 <> $x')).toMatchObject([
      {
        condition: {
          kind: 'binary',
          operator: 'AND',
          source: '18 <= u.age < 65 <> $x',
          left: {
            operator: 'AND',
            source: '18 <= u.age < 65',
            left: { operator: '<=', source: '18 <= u.age' },
            right: { operator: '<', source: 'u.age < 65' },
          },
          right: { operator: '<>', source: '65 <> $x' },
        },
      },
    ])
  })

  it('wants both sides', () => {
    expect(refusal(() => parseClause('where', 'a = '))).toBe('expected an expression at the end   in WHERE a =')
    expect(refusal(() => parseClause('where', 'f(a +) = 3'))).toBe(
      "expected an expression at ') = 3'   in WHERE f(a +) = 3",
    )
  })

  it('allows a thousand operators on one another, and no more', () => {
    expect(formOf(`a${' + 1'.repeat(999)}`)).toMatch(/^\(\+/)
    expect(refusal(() => parseClause('where', `a${' + 1'.repeat(1000)}`))).toContain(
      'more than 1000 operators build on one another',
    )
    expect(
      refusal(() => parseClause('where', `(${'x = (a + '.repeat(190)}b${')'.repeat(190)} ${'AND c '.repeat(900)})`)),
    ).toContain('1000 operators')
  })
})

type Binary = Extract<Expression, { kind: 'binary' }>

/** Weakest first, as the manual lists them; comparisons are left out since they chain. */
const levels: readonly (readonly Binary['operator'][])[] = [
  ['OR'],
  ['XOR'],
  ['AND'],
  ['STARTS WITH', 'ENDS WITH', 'CONTAINS', 'IN', '=~'],
  ['+', '-', '||'],
  ['*', '/', '%'],
  ['^'],
]
const levelOf = (operator: Binary['operator']): number => levels.findIndex((level) => level.includes(operator))

type Shape = string | readonly [Binary['operator'], Shape, Shape]

const shapes: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom('a', 'b.c', '$d', '1'),
    fc.tuple(fc.constantFrom(...levels.flat()), tie('shape'), tie('shape')),
  ),
})).shape

/** With brackets only where an operand binds less tightly than its place asks. */
const write = (shape: Shape, least = 0): string => {
  if (typeof shape === 'string') return shape
  const [operator, left, right] = shape
  const level = levelOf(operator)
  const text = `${write(left, level)} ${operator} ${write(right, level + 1)}`
  return level < least ? `(${text})` : text
}
const expected = (shape: Shape, least = 0): string => {
  if (typeof shape === 'string') return shape
  const [operator, left, right] = shape
  const level = levelOf(operator)
  const text = `(${operator} ${expected(left, level)} ${expected(right, level + 1)})`
  return level < least ? `(group ${text})` : text
}

describe('any nest of operators', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(formOf(write(shape))).toBe(expected(shape))
      }),
    )
  })

  it('gives each node the text that makes it', () => {
    const nodes = (node: Expression): Expression[] =>
      node.kind === 'binary' ? [node, ...nodes(node.left), ...nodes(node.right)] : [node]
    fc.assert(
      fc.property(shapes, (shape) => {
        const [clause] = parseClause('where', write(shape))
        if (clause?.kind !== 'where') throw new Error('not a condition')
        for (const node of nodes(clause.condition)) expect(formOf(node.source ?? '')).toBe(form(node))
      }),
    )
  })
})
