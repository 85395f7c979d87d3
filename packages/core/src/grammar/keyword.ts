import type { Token } from './lex.ts'
import { words } from './words.ts'

/** Words that begin a clause by themselves. */
const ALONE = words('MATCH WHERE WITH RETURN SKIP OFFSET LIMIT UNWIND CREATE MERGE SET REMOVE DELETE UNION CALL')
/** Words that begin one when a certain other word follows. */
const FOLLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['OPTIONAL', words('MATCH CALL')],
  ['ORDER', words('BY')],
  ['ON', words('CREATE MATCH')],
  ['DETACH', words('DELETE')],
  ['NODETACH', words('DELETE')],
  ['FOREACH', words('(')],
  ['USING', words('INDEX SCAN JOIN TEXT RANGE POINT PERIODIC')],
  ['LOAD', words('CSV')],
])

/** True where a clause begins: the word itself, and for some the word after it. */
export const startsClause = (tokens: readonly Token[], at: number): boolean => {
  const key = tokens[at]?.key ?? ''
  return ALONE.has(key) || FOLLOWED.get(key)?.has(tokens[at + 1]?.key ?? '') === true
}

const GOING_ON = 'AS AND OR XOR IN IS STARTS ENDS CONTAINS WHEN THEN ELSE'

/** Words that are never a variable. */
export const RESERVED: ReadonlySet<string> = words(`${GOING_ON} DISTINCT`)

/** Words that go on after a name: one that is a clause word too is a name before them, `limit AS n`. */
const AFTER_NAME: ReadonlySet<string> = words(`${GOING_ON} END ASC ASCENDING DESC DESCENDING NULLS`)

/** True for a clause word with something after it that a value could not have there: `RETURN u`, but not `limit + 1`. */
export const opensClause = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  if (next === undefined || !startsClause(tokens, at)) return false
  if (!ALONE.has(tokens[at]?.key ?? '')) return true // the word after it says so
  if (next.kind === 'word') return !AFTER_NAME.has(next.key) && !startsClause(tokens, at + 1)
  return next.kind === 'sign' ? next.key === '(' || next.key === '[' || next.key === '{' : next.kind !== 'end'
}

/** Clause words that a slip is looked for in; shorter and rarer ones are too like other words. */
const SPELLINGS =
  'MATCH OPTIONAL WHERE WITH RETURN ORDER SKIP LIMIT UNWIND CREATE MERGE REMOVE DELETE DETACH UNION FOREACH'.split(' ')

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
