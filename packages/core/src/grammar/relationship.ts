import type { RelationshipPattern } from '../ast/pattern.ts'
import type { Cursor } from './cursor.ts'
import { readLabels } from './label.ts'
import { readInlineWhere, readProperties, readVariable } from './node.ts'

type Length = RelationshipPattern['length']

const WHOLE = /^\d+$/

const readBound = (cursor: Cursor): number | undefined => {
  const { kind, value } = cursor.peek()
  if (kind !== 'number') return undefined
  const bound = Number(value)
  if (!WHOLE.test(value) || !Number.isSafeInteger(bound)) cursor.fail('a length is a whole number')
  cursor.at += 1
  return bound
}

/** `*`, `*2`, `*1..3`, `*..3`, `*1..` */
const readLength = (cursor: Cursor): Length => {
  if (!cursor.take('*')) return undefined
  const min = readBound(cursor)
  return Object.freeze({ min, max: cursor.take('..') ? readBound(cursor) : min })
}

type Inside = Omit<RelationshipPattern, 'kind' | 'direction'>

const NOTHING: Inside = {
  variable: undefined,
  types: undefined,
  length: undefined,
  properties: undefined,
  where: undefined,
}

const readInside = (cursor: Cursor): Inside => {
  const variable = readVariable(cursor)
  const types = cursor.take(':') ? readLabels(cursor) : undefined
  const length = readLength(cursor)
  const properties = readProperties(cursor)
  const where = readInlineWhere(cursor)
  cursor.expect(']', `${variable === undefined ? 'a name, ' : ''}':TYPE', '*1..3', '{key: value}', WHERE or ']'`)
  return { variable, types, length, properties, where }
}

/** True where a relationship goes on from a node: `-[`, `--`, `->`, `<-`. */
export const startsRelationship = (cursor: Cursor): boolean => {
  if (cursor.key === '<') return cursor.peek(1).key === '-'
  const next = cursor.peek(1).key
  return cursor.key === '-' && (next === '[' || next === '-' || next === '>')
}

/**
 * `-[f:FOLLOWS*1..3 {since: $s}]->`, `<--`, `--`; arrows at both ends or none mean either direction.
 *
 * @example
 * readRelationship(cursor) // '<-[:WROTE]-' → { kind: 'relationship', direction: 'in', … }
 */
export const readRelationship = (cursor: Cursor): RelationshipPattern => {
  const left = cursor.take('<')
  cursor.expect('-')
  const inside = cursor.take('[') ? readInside(cursor) : NOTHING
  cursor.expect('-', inside === NOTHING ? "'[:TYPE]' or a second '-'" : "'-' or '->'")
  const right = cursor.take('>')
  if (cursor.key === '+' || cursor.key === '*' || cursor.key === '{')
    cursor.fail('quantified paths are not understood yet')
  const direction = left === right ? 'both' : right ? 'out' : 'in'
  const { variable, types, length, properties, where } = inside
  return Object.freeze({ kind: 'relationship', variable, types, direction, length, properties, where })
}
