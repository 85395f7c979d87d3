import type { Token } from './lex.ts'

/** Words that begin a clause, each with the words of which one must follow for it to do so; an empty list asks for none. */
const STARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['MATCH', []],
  ['OPTIONAL', ['MATCH', 'CALL']],
  ['WHERE', []],
  ['WITH', []],
  ['RETURN', []],
  ['ORDER', ['BY']],
  ['SKIP', []],
  ['OFFSET', []],
  ['LIMIT', []],
  ['UNWIND', []],
  ['CREATE', []],
  ['MERGE', []],
  ['ON', ['CREATE', 'MATCH']],
  ['SET', []],
  ['REMOVE', []],
  ['DELETE', []],
  ['DETACH', ['DELETE']],
  ['NODETACH', ['DELETE']],
  ['UNION', []],
  ['CALL', []],
  ['FOREACH', ['(']],
  ['USING', ['INDEX', 'SCAN', 'JOIN', 'TEXT', 'RANGE', 'POINT', 'PERIODIC']],
  ['LOAD', ['CSV']],
])

/** True where a clause begins: the word itself, and for some the word after it. */
export const startsClause = (tokens: readonly Token[], at: number): boolean => {
  const followers = STARTS.get(tokens[at]?.key ?? '')
  return followers !== undefined && (followers.length === 0 || followers.includes(tokens[at + 1]?.key ?? ''))
}

/** Words that go on after a name: one that is a clause word too is a name before them, `limit AS n`. */
const AFTER_NAME: ReadonlySet<string> = new Set([
  'AS',
  'AND',
  'OR',
  'XOR',
  'IN',
  'IS',
  'STARTS',
  'ENDS',
  'CONTAINS',
  'ASC',
  'ASCENDING',
  'DESC',
  'DESCENDING',
  'NULLS',
  'WHEN',
  'THEN',
  'ELSE',
  'END',
])

/** True for a clause word with something after it that a value could not have there: `RETURN u`, but not `limit + 1`. */
export const opensClause = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  if (next === undefined || !startsClause(tokens, at)) return false
  if (STARTS.get(tokens[at]?.key ?? '')?.length !== 0) return true // the word after it says so
  if (next.kind === 'word') return !AFTER_NAME.has(next.key) && !startsClause(tokens, at + 1)
  return next.kind === 'sign' ? next.key === '(' || next.key === '[' || next.key === '{' : next.kind !== 'end'
}

const SPELLINGS = [
  'MATCH',
  'OPTIONAL',
  'WHERE',
  'WITH',
  'RETURN',
  'ORDER',
  'SKIP',
  'LIMIT',
  'UNWIND',
  'CREATE',
  'MERGE',
  'REMOVE',
  'DELETE',
  'DETACH',
  'UNION',
  'FOREACH',
]

/** One letter missing, added, changed, or two neighbours swapped. */
const oneSlip = (a: string, b: string): boolean => {
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const rest = a.slice(from)
  const other = b.slice(from)
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0])
  )
}

/**
 * The clause word that a word was most likely meant to be, if it is one slip away from it.
 *
 * @example
 * meantKeyword('RETUR') // 'RETURN'
 */
export const meantKeyword = (key: string): string | undefined =>
  key.length < 3 ? undefined : SPELLINGS.find((spelling) => spelling !== key && oneSlip(key, spelling))
