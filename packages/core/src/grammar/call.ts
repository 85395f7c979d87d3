import type { Expression } from '../ast/expression.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'

const freeze = Object.freeze
const BAR: Stops = new Set(['|'])

type Quantifier = Extract<Expression, { kind: 'quantifier' }>['name']
const QUANTIFIERS: ReadonlyMap<string, Quantifier> = new Map([
  ['ALL', 'all'],
  ['ANY', 'any'],
  ['NONE', 'none'],
  ['SINGLE', 'single'],
])

/** How many tokens the name of a function takes (`date.truncate` three); 0 if no bracket follows it. */
const nameLength = (cursor: Cursor): number => {
  let length = 1
  while (cursor.peek(length).key === '.' && cursor.isName(length + 1)) length += 2
  return cursor.peek(length).key === '(' ? length : 0
}

export const callAhead = (cursor: Cursor): boolean => nameLength(cursor) > 0

/** The comma-separated values of a call, up to and including its closing bracket. */
export const readArguments = (cursor: Cursor): readonly Expression[] => {
  const values: Expression[] = []
  if (cursor.key !== ')') {
    do values.push(cursor.rules.expression(cursor, NO_STOPS))
    while (cursor.take(','))
  }
  cursor.expect(')', "',' or ')'")
  return freeze(values)
}

/** `all(x IN list WHERE condition)`, likewise any, none and single. */
const readQuantifier = (cursor: Cursor, name: Quantifier): Expression => {
  const start = cursor.at
  cursor.at += 2
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  const list = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect('WHERE')
  const where = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(')')
  return freeze({ kind: 'quantifier', name, variable, in: list, where, source: cursor.source(start) })
}

/** `reduce(sum = 0, x IN list | sum + x)` */
const readReduce = (cursor: Cursor): Expression => {
  const start = cursor.at
  cursor.at += 2
  const accumulator = cursor.name('a variable')
  cursor.expect('=')
  const initial = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(',')
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  const list = cursor.rules.expression(cursor, BAR)
  cursor.expect('|')
  const step = cursor.rules.expression(cursor, NO_STOPS)
  cursor.expect(')')
  return freeze({ kind: 'reduce', accumulator, initial, variable, in: list, step, source: cursor.source(start) })
}

const readFunction = (cursor: Cursor): Expression => {
  const start = cursor.at
  const parts = [cursor.name('a function')]
  while (cursor.take('.')) parts.push(cursor.name('a function'))
  cursor.expect('(')
  const name = parts.join('.')
  if (cursor.takeAll('*', ')')) {
    return freeze({
      kind: 'call',
      name,
      distinct: false,
      star: true,
      arguments: freeze([]),
      source: cursor.source(start),
    })
  }
  const distinct = cursor.peek(1).key !== ')' && cursor.take('DISTINCT')
  const values = readArguments(cursor)
  return freeze({ kind: 'call', name, distinct, star: false, arguments: values, source: cursor.source(start) })
}

/**
 * A function, an aggregate, a quantifier over a list, or `reduce`.
 *
 * @example
 * readCall(cursor) // 'count(DISTINCT u)' → { kind: 'call', name: 'count', distinct: true, … }
 */
export const readCall = (cursor: Cursor): Expression => {
  const { key } = cursor
  const quantifier = QUANTIFIERS.get(key)
  if (quantifier !== undefined && cursor.isName(2) && cursor.peek(3).key === 'IN')
    return readQuantifier(cursor, quantifier)
  if (key === 'REDUCE' && cursor.isName(2) && cursor.peek(3).key === '=') return readReduce(cursor)
  return readFunction(cursor)
}
