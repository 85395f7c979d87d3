import type { Clause } from '../ast/clause.ts'
import type { Cursor } from './cursor.ts'

/** `a = 1, b = u.name` of LET. */
export const readLet = (cursor: Cursor): Clause => ({
  kind: 'let',
  items: cursor.list(() => {
    const variable = cursor.name('a name')
    cursor.expect('=', "'=' and a value")
    return { variable, value: cursor.expression() }
  }),
})

/** `u.age > 3` of FILTER, which may say WHERE as well. */
export const readFilter = (cursor: Cursor): Clause => {
  cursor.take('WHERE')
  return { kind: 'filter', condition: cursor.expression() }
}
