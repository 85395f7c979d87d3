import { words } from '../value/words.ts'
import { CLOSING } from '../ast/keywords.ts'
import type { Cursor } from './cursor.ts'
import { RESERVED, startsClause } from './keyword.ts'

const LAST = words(CLOSING)

/** True for a word that goes on in the name of a type; TIME WITH TIMEZONE has one that begins a clause elsewhere. */
const goesOn = (cursor: Cursor): boolean => {
  const { kind, key } = cursor.peek()
  if (kind !== 'word' || RESERVED.has(key) || LAST.has(key)) return false
  if (key === 'NOT') return cursor.peek(1).key === 'NULL'
  return !startsClause(cursor.tokens, cursor.at) || (key === 'WITH' && /^TIME(ZONE)?$/.test(cursor.peek(1).key))
}

/** `VECTOR<FLOAT32>(128)`: what stands in the brackets after a name. */
const readBrackets = (cursor: Cursor): string => {
  let text = ''
  if (cursor.take('<')) {
    text = `<${readTypeName(cursor)}>`
    cursor.expect('>')
  }
  if (!cursor.take('(')) return text
  const start = cursor.at
  while (cursor.key !== ')') cursor.skip()
  text += `(${cursor.source(start)})`
  cursor.at += 1
  return text
}

const readPart = (cursor: Cursor): string => {
  let text = ''
  while (goesOn(cursor)) {
    text += (text === '' ? '' : ' ') + cursor.key
    cursor.at += 1
    text += readBrackets(cursor)
    if (cursor.take('!')) text += ' NOT NULL'
  }
  return text === '' ? cursor.fail('expected a type') : text
}

/**
 * The name of a type, in capitals and with single blanks: `LIST<INTEGER NOT NULL>`, `STRING | FLOAT`. A name that is not
 * known is taken too: engines learn types.
 *
 * @example
 * readTypeName(cursor) // 'list < integer! >' → LIST<INTEGER NOT NULL>
 */
export const readTypeName = (cursor: Cursor): string => {
  cursor.enter()
  let text = readPart(cursor)
  while (cursor.key === '|' && !cursor.barEnds() && cursor.take('|')) text += ` | ${readPart(cursor)}`
  cursor.depth -= 1
  return text
}
