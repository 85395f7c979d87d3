import type { Expression } from '../ast/expression.ts'
import type { Cursor } from './cursor.ts'

const readBranches = (cursor: Cursor): Extract<Expression, { kind: 'case' }>['branches'] => {
  const branches: { readonly when: Expression; readonly then: Expression }[] = []
  while (cursor.take('WHEN')) {
    const when = cursor.rules.operators(cursor)
    cursor.expect('THEN')
    branches.push({ when, then: cursor.rules.operators(cursor) })
  }
  if (branches.length === 0) cursor.fail('expected WHEN')
  return branches
}

/**
 * `CASE WHEN condition THEN value … ELSE value END`, and `CASE operand WHEN value THEN …`.
 *
 * @example
 * readCase(cursor) // 'CASE u.age WHEN 1 THEN "a" ELSE "b" END' → { kind: 'case', operand: u.age, … }
 */
export const readCase = (cursor: Cursor): Expression => {
  cursor.at += 1
  const operand = cursor.key === 'WHEN' ? undefined : cursor.rules.operators(cursor)
  const branches = readBranches(cursor)
  const otherwise = cursor.take('ELSE') ? cursor.rules.operators(cursor) : undefined
  cursor.expect('END', 'WHEN, ELSE or END')
  return { kind: 'case', operand, branches, otherwise }
}
