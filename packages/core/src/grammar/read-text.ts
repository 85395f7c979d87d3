import { Cursor } from './cursor.ts'
import { Misfit } from './misfit.ts'
import { rules } from './rules.ts'

/** How tall a tree may grow by operators one after the other: who walks it goes as deep. */
const TALLEST = 1000

/** Trees are shared by all who give the same text. */
const freeze = (node: unknown, cursor: Cursor, height = 0): void => {
  // What stands between two comparisons is part of both.
  if (typeof node !== 'object' || node === null || Object.isFrozen(node)) return
  if (height > TALLEST) throw cursor.error(cursor.at, `more than ${TALLEST} operators build on one another`)
  for (const inner of Object.values(Object.freeze(node))) freeze(inner, cursor, 'kind' in node ? height + 1 : height)
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
    freeze(result, cursor)
    return result
  } catch (error) {
    if (error instanceof Misfit) throw cursor.error(error.at, error.problem)
    throw error
  }
}
