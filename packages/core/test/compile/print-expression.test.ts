import { expect, it } from 'vitest'
import type { Expression } from '../../src/ast/expression.ts'
import { quoteName } from '../../src/ast/quote.ts'
import { Writer } from '../../src/compile/writer.ts'
import { binary, call, parameter, property, value, variable } from './tree.ts'

const print = (node: Expression): string => new Writer(quoteName).expression(node)
const a = property('n', 'a')
const b = property('n', 'b')
const not = (operand: Expression): Expression => ({ kind: 'unary', operator: 'NOT', operand })
const minus = (operand: Expression): Expression => ({ kind: 'unary', operator: '-', operand })
const number = (given: number): Expression => ({ kind: 'literal', value: given })
const opaque = (source: string): Expression => ({ kind: 'opaque', source, parameters: [] })

it.each<[string, Expression]>([
  ['n.a AND n.b AND n.a', binary('AND', binary('AND', a, b), a)],
  ['n.a AND n.b AND n.a', binary('AND', a, binary('AND', b, a))],
  ['(n.a OR n.b) AND n.a', binary('AND', binary('OR', a, b), a)],
  ['n.a OR n.b AND n.a', binary('OR', a, binary('AND', b, a))],
  ['NOT (n.a OR n.b)', not(binary('OR', a, b))],
  ['NOT n.a = n.b', not(binary('=', a, b))],
  ['(NOT n.a) = n.b', binary('=', not(a), b)],
  ['(n.a = n.b) = n.a', binary('=', binary('=', a, b), a)],
  ['n.a - (n.b - n.a)', binary('-', a, binary('-', b, a))],
  ['n.a - n.b - n.a', binary('-', binary('-', a, b), a)],
  ['(n.a + n.b) * n.a', binary('*', binary('+', a, b), a)],
  ['(n.a ^ n.b) ^ n.a', binary('^', binary('^', a, b), a)],
  ['-(-n.a)', minus(minus(a))],
  ['-(-1)', minus(number(-1))],
  ['n.a - -1', binary('-', a, number(-1))],
  ['(n.a + n.b).k', { kind: 'property', of: binary('+', a, b), key: 'k' }],
  ['(1).k', { kind: 'property', of: number(1), key: 'k' }],
  ['(n.a IN n.b) IS NULL', { kind: 'null-test', negated: false, operand: binary('IN', a, b) }],
  ['n.a + n.b IS NOT NULL', { kind: 'null-test', negated: true, operand: binary('+', a, b) }],
  [
    '(n:User) IS NULL',
    {
      kind: 'null-test',
      negated: false,
      operand: { kind: 'label-test', of: variable('n'), labels: { kind: 'label', name: 'User' } },
    },
  ],
  ['(a OR b) AND n.a', binary('AND', opaque('a OR b'), a)],
  ['coalesce(n.a, $d)', call('coalesce', a, parameter('d'))],
  ['n.a', { kind: 'entity', of: a }],
  ['[n.a IN n.b, x IN n.a]', { kind: 'list', items: [binary('IN', a, b), binary('IN', variable('x'), a)] }],
  ['[(x IN n.a AND n.b)]', { kind: 'list', items: [binary('AND', binary('IN', variable('x'), a), b)] }],
  [
    '[x IN n.a WHERE x > $p1 | x]',
    {
      kind: 'list-comprehension',
      variable: 'x',
      in: a,
      where: binary('>', variable('x'), value(1)),
      yield: variable('x'),
    },
  ],
])('writes %s', (text, node) => {
  expect(print(node)).toBe(text)
})

it.each<[string, Expression]>([
  ["'it\\'s'", { kind: 'literal', value: "it's" }],
  ["'a\\\\b\\n\\u0000'", { kind: 'literal', value: 'a\\b\n\0' }],
  ["'\\\\\\u00750027'", { kind: 'literal', value: '\\u0027' }],
  ['1.0', { kind: 'literal', value: 1, float: true }],
  ['1e21', { kind: 'literal', value: 1e21 }],
  ['9007199254740993', { kind: 'literal', value: 9007199254740993n }],
  ['null', { kind: 'literal', value: null }],
])('writes the literal %s', (text, node) => {
  expect(print(node)).toBe(text)
})

it('refuses a literal that Cypher cannot spell', () => {
  expect(() => print(number(Number.NaN))).toThrow('must be finite')
})

it('writes a chain of any length', () => {
  const chain = Array.from({ length: 20_000 }).reduce<Expression>((left) => binary('AND', left, a), b)
  expect(print(chain)).toHaveLength('n.b'.length + 20_000 * ' AND n.a'.length)
})

it('lets no comment at the end of opaque text swallow what follows', () => {
  expect(print(binary('AND', opaque('n.x // all'), a))).toBe('(n.x // all\n) AND n.a')
})
