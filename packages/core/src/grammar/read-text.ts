import { Cursor } from './cursor.ts'
import { Misfit } from './misfit.ts'
import { rules } from './rules.ts'

/** Trees are shared by all who give the same text. */
const frozen = <T>(node: T): T => {
  if (typeof node === 'object' && node !== null) Object.values(Object.freeze(node)).forEach(frozen)
  return node
}

/**
 * Reads a whole text by one rule; a semicolon at its end is dropped. Throws SYNTAX where the rule does not fit, or where
 * something is left over.
 *
 * @example
 * readText('(u:User)', readPatterns, "expected ','")
 */
export const readText = <T>(text: string, read: (cursor: Cursor) => T, leftOver: string): T => {
  const cursor = new Cursor(text, rules)
  try {
    const result = read(cursor)
    while (cursor.take(';'));
    if (cursor.peek().kind !== 'end')
      cursor.fail(cursor.tokens[cursor.at - 1]?.key === ';' ? 'one statement at a time' : leftOver)
    return frozen(result)
  } catch (error) {
    if (error instanceof Misfit) throw cursor.error(error.at, error.problem)
    throw error
  }
}
