import type { Clause } from '../ast/clause.ts'
import { words } from '../value/words.ts'
import type { Cursor } from './cursor.ts'

const THEN = words('THEN')
/** What ends the clauses of a branch that has no braces. */
const BRANCH = words('} ) ; <end> WHEN ELSE NEXT UNION')

/** `{ … }` in the place of a statement, from its brace on. */
export const readBlock = (cursor: Cursor): readonly Clause[] => {
  cursor.expect('{')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect('}')
  return clauses
}

const readBranch = (cursor: Cursor): readonly Clause[] =>
  cursor.key === '{' ? readBlock(cursor) : cursor.rules.clauses(cursor, BRANCH)

/**
 * `WHEN condition THEN … WHEN … THEN … ELSE …`, from after the first WHEN on; a branch may stand in braces.
 *
 * @example
 * readConditional(cursor) // '$all THEN MATCH (u) RETURN u ELSE …' → { kind: 'conditional', branches: […], … }
 */
export const readConditional = (cursor: Cursor): Clause => {
  const branches: { readonly when: ReturnType<Cursor['expression']>; readonly clauses: readonly Clause[] }[] = []
  do {
    const when = cursor.expression(THEN)
    cursor.expect('THEN')
    branches.push({ when, clauses: readBranch(cursor) })
  } while (cursor.take('WHEN'))
  return { kind: 'conditional', branches, otherwise: cursor.take('ELSE') ? readBranch(cursor) : undefined }
}
