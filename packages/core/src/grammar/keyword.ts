import { CLAUSES, CLOSING, JOINING } from '../ast/keywords.ts'
import type { Canonical, Glued, Has, SkipBlanks, Token } from './lex.ts'
import type { Balanced } from './pair.ts'
import { words } from '../value/words.ts'

/** Words that begin a clause by themselves. */
const ALONE = words(`${CLAUSES} OFFSET SET CALL`)
/** Words that begin one when a certain other word follows. */
const PAIRS: ReadonlySet<string> = new Set(
  (
    'OPTIONAL MATCH,OPTIONAL CALL,ORDER BY,ON CREATE,ON MATCH,DETACH DELETE,NODETACH DELETE,FOREACH (,LOAD CSV,' +
    'USING INDEX,USING SCAN,USING JOIN,USING TEXT,USING RANGE,USING POINT,USING PERIODIC'
  ).split(','),
)

/** True where a clause begins: the word itself, and for some the word after it. */
export const startsClause = (tokens: readonly Token[], at: number): boolean => {
  const { kind, key = '' } = tokens[at] ?? {}
  return kind === 'word' && (ALONE.has(key) || PAIRS.has(`${key} ${tokens[at + 1]?.key}`))
}

/** Words that are never a variable. */
export const RESERVED: ReadonlySet<string> = words(`${JOINING} DISTINCT`)

/** Words that go on after a name: one that is a clause word too is a name before them, `limit AS n`. */
const AFTER_NAME: ReadonlySet<string> = words(`${JOINING} ${CLOSING} NULLS`)

/** True for a clause word with something after it that a value could not have there: `RETURN u`, but not `limit + 1`. */
export const opensClause = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  if (next === undefined || !startsClause(tokens, at)) return false
  if (!ALONE.has(tokens[at]?.key ?? '')) return true // the word after it says so
  if (next.kind === 'word') return !AFTER_NAME.has(next.key) && !startsClause(tokens, at + 1)
  return next.kind === 'sign' ? next.key === '(' || next.key === '[' || next.key === '{' : next.kind !== 'end'
}

/** Clause words that a slip is looked for in; shorter and rarer ones are too like other words. */
const SPELLINGS: ReadonlySet<string> = words(`${CLAUSES} OPTIONAL ORDER DETACH FOREACH`)

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
  key.length < 3 ? undefined : [...SPELLINGS].find((spelling) => spelling !== key && oneSlip(key, spelling))

// The same for the compiler.

/** Words that open a clause; upper and lower case as keys, since `Uppercase<>` per word costs more. */
export interface ClauseWords {
  MATCH: 'MATCH'
  match: 'MATCH'
  OPTIONAL: 'OPTIONAL'
  optional: 'OPTIONAL'
  WHERE: 'WHERE'
  where: 'WHERE'
  WITH: 'WITH'
  with: 'WITH'
  RETURN: 'RETURN'
  return: 'RETURN'
  UNWIND: 'UNWIND'
  unwind: 'UNWIND'
  ORDER: 'ORDER'
  order: 'ORDER'
  SKIP: 'SKIP'
  skip: 'SKIP'
  LIMIT: 'LIMIT'
  limit: 'LIMIT'
  CREATE: 'CREATE'
  create: 'CREATE'
  MERGE: 'MERGE'
  merge: 'MERGE'
  ON: 'ON'
  on: 'ON'
  SET: 'SET'
  set: 'SET'
  REMOVE: 'REMOVE'
  remove: 'REMOVE'
  DELETE: 'DELETE'
  delete: 'DELETE'
  DETACH: 'DETACH'
  detach: 'DETACH'
  UNION: 'UNION'
  union: 'UNION'
  CALL: 'CALL'
  call: 'CALL'
  USING: 'PASS'
  using: 'PASS'
  FOREACH: 'PASS'
  foreach: 'PASS'
  LOAD: 'PASS'
  load: 'PASS'
  USE: 'PASS'
  use: 'PASS'
  PROFILE: 'PASS'
  EXPLAIN: 'PASS'
}
/** Inner keywords, brought to capitals. */
interface InnerWords {
  and: 'AND'
  or: 'OR'
  xor: 'XOR'
  not: 'NOT'
  in: 'IN'
  as: 'AS'
  is: 'IS'
  null: 'NULL'
  distinct: 'DISTINCT'
  contains: 'CONTAINS'
  yield: 'YIELD'
  true: 'true'
  false: 'false'
  TRUE: 'true'
  FALSE: 'false'
  STARTS: 'STARTS'
  starts: 'STARTS'
  ENDS: 'ENDS'
  ends: 'ENDS'
  desc: 'DESC'
  asc: 'ASC'
}
/** [body, rest]: the words up to the next clause; STARTS and ENDS swallow their WITH. */
type Take<T extends string, Out extends string = ''> = T extends `${infer W} ${infer X}`
  ? W extends keyof ClauseWords
    ? Stop<W, T, X, Out>
    : W extends keyof InnerWords
      ? W extends 'STARTS' | 'starts' | 'ENDS' | 'ends'
        ? X extends `${string} ${infer Y}`
          ? Take<Y, `${Out}${InnerWords[W]} `>
          : [Out, T]
        : Take<X, `${Out}${InnerWords[W]} `>
      : Take<X, `${Out}${W} `>
  : [WithoutEnd<Out>, T]
type WithoutEnd<T extends string> = T extends `${infer A} ` ? A : T
/** A clause word inside brackets is no clause: `{ MATCH … }`, `[x IN xs WHERE …]`. */
type Stop<W extends keyof ClauseWords, T extends string, X extends string, Out extends string> = W extends
  | 'WHERE'
  | 'where'
  ? Balanced<Out> extends true
    ? [WithoutEnd<Out>, T]
    : Take<X, `${Out}WHERE `>
  : W extends 'order'
    ? X extends `by ${string}` | `BY ${string}`
      ? [WithoutEnd<Out>, T]
      : Take<X, `${Out}order `>
    : Out extends `${string}{ `
      ? ToBrace<X, `${Out}${W} `>
      : [WithoutEnd<Out>, T]
/** To the brace that closes. */
type ToBrace<T extends string, Out extends string = ''> = T extends `${infer A}}${infer B}`
  ? Balanced<`${Out}${A}}`> extends true
    ? Take<SkipBlanks<B>, `${Out}${A}} `>
    : ToBrace<B, `${Out}${A}}`>
  : [Out, T]

/** The body of a clause that stands alone, its inner keywords in capitals. */
export type ClauseBody<T extends string> = T extends Lowered
  ? Words<Canonical<T>>
  : T extends Rough
    ? WithoutEnd<Canonical<T>>
    : T
/** Constant templates: a text in capitals, and one in canonical form, pay nothing for the treatment of the others. */
type Rough = Has<'\n' | '\t' | '\r' | '  ' | '//' | '/*' | '"' | "'" | ';' | Glued> | ` ${string}` | `${string} `
type Lowered =
  | Has<` ${'and' | 'or' | 'xor' | 'in' | 'as' | 'is' | 'null' | 'contains' | 'desc' | 'asc' | 'TRUE' | 'FALSE'}`>
  | Has<'not ' | 'distinct ' | 'starts ' | 'ends '>
type Words<T extends string, Out extends string = ''> = T extends `${infer W} ${infer X}`
  ? W extends keyof InnerWords
    ? Words<X, `${Out}${InnerWords[W]} `>
    : Words<X, `${Out}${W} `>
  : WithoutEnd<Out>

/** [clause, body, rest] */
export type NextClause<T extends string> = T extends `${infer W} ${infer X}`
  ? W extends keyof ClauseWords
    ? ClauseWords[W] extends infer K
      ? K extends 'OPTIONAL' | 'ORDER' | 'DETACH'
        ? X extends `${string} ${infer Y}`
          ? [K, ...Take<Y>]
          : never
        : K extends 'ON'
          ? X extends `${string} ${string} ${infer Y}`
            ? ['SET', ...Take<Y>]
            : never
          : K extends 'UNION'
            ? ['UNION', '', X extends `${'ALL' | 'all'} ${infer Y}` ? Y : X]
            : [K, ...Take<X>]
      : never
    : [never, W, '']
  : [never, T, '']
