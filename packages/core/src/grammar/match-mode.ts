import type { Clause } from '../ast/clause.ts'
import type { Cursor } from './cursor.ts'

/** `DIFFERENT RELATIONSHIPS` or `REPEATABLE ELEMENTS` before the paths of a MATCH. */
export const readMatchMode = (cursor: Cursor): Pick<Extract<Clause, { kind: 'match' }>, 'matchMode'> => {
  const read = (first: string, one: string): boolean => {
    if (cursor.takeAll(first, one, 'BINDINGS') || cursor.takeAll(first, one)) return true
    return cursor.takeAll(first, `${one}S`)
  }
  if (read('DIFFERENT', 'RELATIONSHIP')) return { matchMode: 'DIFFERENT RELATIONSHIPS' }
  return read('REPEATABLE', 'ELEMENT') ? { matchMode: 'REPEATABLE ELEMENTS' } : {}
}
