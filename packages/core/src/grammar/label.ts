import type { LabelExpression } from '../ast/pattern.ts'
import { type Cursor, NO_STOPS } from './cursor.ts'

const freeze = Object.freeze

const readOperand = (cursor: Cursor): LabelExpression => {
  if (cursor.take('%')) return freeze({ kind: 'wildcard' })
  if (cursor.take('!')) {
    cursor.enter()
    const of = readOperand(cursor)
    cursor.depth -= 1
    return freeze({ kind: 'not', of })
  }
  if (cursor.take('(')) {
    const outer = cursor.stops
    cursor.stops = NO_STOPS
    const inner = readAny(cursor)
    cursor.stops = outer
    cursor.expect(')')
    return inner
  }
  if (cursor.key === '$') cursor.fail('labels chosen at run time are not understood')
  return freeze({ kind: 'label', name: cursor.name('a label') })
}

const readAll = (cursor: Cursor): LabelExpression => {
  const first = readOperand(cursor)
  if (cursor.key !== '&' && cursor.key !== ':') return first
  const of = [first]
  while (cursor.take('&') || cursor.take(':')) of.push(readOperand(cursor))
  return freeze({ kind: 'all-of', of: freeze(of) })
}

const readAny = (cursor: Cursor): LabelExpression => {
  const first = readAll(cursor)
  if (cursor.key !== '|' || cursor.stops.has('|')) return first
  const of = [first]
  while (!cursor.stops.has('|') && cursor.take('|')) {
    cursor.take(':') // [:A|:B], the older way
    of.push(readAll(cursor))
  }
  return freeze({ kind: 'any-of', of: freeze(of) })
}

/**
 * What follows the colon of a node, a relationship or a label test: `A`, `A:B`, `A&B`, `A|B`, `!A`, `%`, with brackets.
 *
 * @example
 * readLabels(cursor) // 'Admin|Owner' → { kind: 'any-of', of: [{ kind: 'label', name: 'Admin' }, …] }
 */
export const readLabels = (cursor: Cursor): LabelExpression => readAny(cursor)
