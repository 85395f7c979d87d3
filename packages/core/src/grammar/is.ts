import type { Expression } from '../ast/expression.ts'
import { words } from '../value/words.ts'
import type { Cursor } from './cursor.ts'
import { readLabels } from './label.ts'
import { readTypeName } from './type-name.ts'

type NormalForm = Extract<Expression, { kind: 'normal-form-test' }>['form']

const FORMS = words('NFC NFD NFKC NFKD')

/**
 * What follows IS, or `::` alone: NULL, a type, a normal form or a label; each may have NOT before it.
 *
 * @example
 * readIs(cursor, x, start) // 'IS NOT :: STRING' → { kind: 'type-test', negated: true, operand: x, type: 'STRING' }
 */
export const readIs = (cursor: Cursor, operand: Expression, start: number): Expression => {
  const bare = cursor.take('::')
  const negated = !bare && cursor.takeAll('IS', 'NOT')
  if (!bare && !negated) cursor.at += 1
  if (!bare && cursor.take('NULL')) return cursor.made(start, { kind: 'null-test', negated, operand })
  if (bare || cursor.take('::') || cursor.take('TYPED'))
    return cursor.made(start, { kind: 'type-test', negated, operand, type: readTypeName(cursor) })
  const { key } = cursor
  const form = FORMS.has(key) && cursor.peek(1).key === 'NORMALIZED' ? (key as NormalForm) : undefined // just looked up
  if (form !== undefined) cursor.at += 1
  if (cursor.take('NORMALIZED'))
    return cursor.made(start, { kind: 'normal-form-test', negated, operand, form: form ?? 'NFC' })
  cursor.take('LABELED')
  const labels = readLabels(cursor)
  return cursor.made(start, { kind: 'label-test', of: operand, labels: negated ? { kind: 'not', of: labels } : labels })
}
