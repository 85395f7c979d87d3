import type { Clause } from '../ast/clause.ts'
import { ALIAS, type Cursor } from './cursor.ts'

/** `CSV WITH HEADERS FROM $url AS line FIELDTERMINATOR ';'`, from after LOAD on: its WITH begins no clause. */
export const readLoadCsv = (cursor: Cursor): Clause => {
  cursor.at += 1
  const headers = cursor.takeAll('WITH', 'HEADERS')
  cursor.expect('FROM')
  const from = cursor.expression(ALIAS)
  cursor.expect('AS', 'AS and a name')
  const variable = cursor.name('a name after AS')
  let fieldTerminator: string | undefined
  if (cursor.take('FIELDTERMINATOR')) {
    if (cursor.peek().kind !== 'text') cursor.fail('expected a text after FIELDTERMINATOR')
    fieldTerminator = cursor.peek().value
    cursor.at += 1
  }
  return { kind: 'load-csv', headers, from, variable, fieldTerminator }
}
