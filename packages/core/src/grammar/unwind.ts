import type { Clause } from '../ast/clause.ts'
import { readEach } from './call.ts'
import { ALIAS, type Cursor } from './cursor.ts'

/** `list AS x` of UNWIND. */
export const readUnwind = (cursor: Cursor): Clause => {
  const list = cursor.expression(ALIAS)
  cursor.expect('AS', 'AS and a name')
  return { kind: 'unwind', list, variable: cursor.name('a name after AS') }
}

/** `FOR x IN list`, which is UNWIND list AS x. */
export const readFor = (cursor: Cursor): Clause => {
  const { variable, in: list } = readEach(cursor)
  return { kind: 'unwind', list, variable }
}
