import type { Clause } from '../ast/clause.ts'
import { parsed } from './parse-cache.ts'
import { readText } from './read-text.ts'
import { readClauses } from './statement.ts'

/**
 * The clauses of a whole statement, frozen, each with its text as written; the same text gives the identical object.
 * Throws SYNTAX.
 *
 * @example
 * parseStatement('MATCH (u:User) RETURN u.name AS name') // [match, return]
 */
export const parseStatement = (text: string): readonly Clause[] =>
  parsed.get('statement', text, () => readText(text, readClauses, "expected ',' or the next clause"))
