import { CLAUSES, CLOSING, JOINING } from '../ast/keywords.ts'
import type { Canonical, Glued, Has, SkipBlanks, Token } from './lex.ts'
import type { Balanced } from './pair.ts'
import { words } from '../value/words.ts'

/** Words that begin a clause by themselves. */
const ALONE = words(`${CLAUSES} OFFSET SET CALL LET FILTER NEXT FINISH INSERT WHEN ELSE`)
/** Words that begin one when a certain other word follows. */
const PAIRS: ReadonlySet<string> = new Set(
  (
    'OPTIONAL MATCH,OPTIONAL CALL,ORDER BY,ON CREATE,ON MATCH,DETACH DELETE,NODETACH DELETE,FOREACH (,LOAD CSV,' +
    'USING INDEX,USING SCAN,USING JOIN,USING TEXT,USING RANGE,USING POINT,USING PERIODIC,USING EXPAND,' +
    'GROUP BY,DEFINE FUNCTION,DEFINE PROCEDURE'
  ).split(','),
)

/** True where a clause begins: the word itself, and for some the word after it; `FOR x IN` and `SEARCH x IN` need two. */
export const startsClause = (tokens: readonly Token[], at: number): boolean => {
  const { kind, key = '' } = tokens[at] ?? {}
  if (kind !== 'word') return false
  if (key === 'FOR' || key === 'SEARCH') return tokens[at + 2]?.key === 'IN'
  return ALONE.has(key) || PAIRS.has(`${key} ${tokens[at + 1]?.key}`)
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
  Match: 'MATCH'
  OPTIONAL: 'OPTIONAL'
  optional: 'OPTIONAL'
  Optional: 'OPTIONAL'
  WHERE: 'WHERE HERE'
  where: 'WHERE HERE'
  Where: 'WHERE HERE'
  WITH: 'WITH'
  with: 'WITH'
  With: 'WITH'
  RETURN: 'RETURN'
  return: 'RETURN'
  Return: 'RETURN'
  UNWIND: 'UNWIND'
  unwind: 'UNWIND'
  Unwind: 'UNWIND'
  ORDER: 'ORDER'
  order: 'ORDER'
  Order: 'ORDER'
  SKIP: 'SKIP'
  skip: 'SKIP'
  Skip: 'SKIP'
  LIMIT: 'LIMIT'
  limit: 'LIMIT'
  Limit: 'LIMIT'
  CREATE: 'CREATE'
  create: 'CREATE'
  Create: 'CREATE'
  MERGE: 'MERGE'
  merge: 'MERGE'
  Merge: 'MERGE'
  ON: 'ON'
  on: 'ON'
  On: 'ON'
  SET: 'SET'
  set: 'SET'
  Set: 'SET'
  REMOVE: 'REMOVE'
  remove: 'REMOVE'
  Remove: 'REMOVE'
  DELETE: 'DELETE'
  delete: 'DELETE'
  Delete: 'DELETE'
  DETACH: 'DETACH'
  detach: 'DETACH'
  Detach: 'DETACH'
  UNION: 'UNION'
  union: 'UNION'
  Union: 'UNION'
  CALL: 'CALL'
  call: 'CALL'
  Call: 'CALL'
  FOREACH: 'FOREACH'
  foreach: 'FOREACH'
  Foreach: 'FOREACH'
  LOAD: 'LOAD'
  load: 'LOAD'
  Load: 'LOAD'
  LET: 'LET'
  let: 'LET'
  Let: 'LET'
  FILTER: 'FILTER'
  filter: 'FILTER'
  Filter: 'FILTER'
  NEXT: 'NEXT'
  next: 'NEXT'
  Next: 'NEXT'
  FINISH: 'FINISH'
  finish: 'FINISH'
  Finish: 'FINISH'
  SEARCH: 'SEARCH'
  FOR: 'FOR'
  USING: 'PASS'
  using: 'PASS'
  Using: 'PASS'
  USE: 'PASS'
  use: 'PASS'
  Use: 'PASS'
  PROFILE: 'PASS'
  profile: 'PASS'
  Profile: 'PASS'
  EXPLAIN: 'PASS'
  explain: 'PASS'
  Explain: 'PASS'
  CYPHER: 'PASS'
  cypher: 'PASS'
  Cypher: 'PASS'
  OFFSET: 'SKIP'
  offset: 'SKIP'
  Offset: 'SKIP'
  INSERT: 'CREATE'
  insert: 'CREATE'
  Insert: 'CREATE'
  NODETACH: 'DETACH'
  nodetach: 'DETACH'
  Nodetach: 'DETACH'
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
  where: 'WHERE'
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
type Stop<W extends keyof ClauseWords, T extends string, X extends string, Out extends string> = W extends Doubtful
  ? Doubt<W, T, X, Out>
  : Out extends Has<'{'>
    ? Balanced<Out> extends true
      ? [WithoutEnd<Out>, T]
      : ToBrace<X, `${Out}${W} `>
    : [WithoutEnd<Out>, T]
/** Words that may be something else than a clause. */
type Doubtful =
  | 'WHERE'
  | 'where'
  | 'Where'
  | 'ON'
  | 'on'
  | 'order'
  | 'let'
  | 'filter'
  | 'next'
  | 'finish'
  | 'insert'
  | 'offset'
type Doubt<W extends Doubtful, T extends string, X extends string, Out extends string> = W extends
  | 'WHERE'
  | 'where'
  | 'Where'
  ? Balanced<Out> extends true
    ? [WithoutEnd<Out>, T]
    : Take<X, `${Out}WHERE `>
  : W extends 'ON' | 'on'
    ? X extends `${'CREATE' | 'create' | 'MATCH' | 'match'} ${string}`
      ? [WithoutEnd<Out>, T]
      : Take<X, `${Out}${W} `>
    : W extends 'order'
      ? X extends `by ${string}` | `BY ${string}`
        ? [WithoutEnd<Out>, T]
        : Take<X, `${Out}order `>
      : Out extends '' | `${string}${'AS' | 'BY' | '=' | ','} `
        ? Take<X, `${Out}${W} `>
        : X extends `${',' | '='}${string}`
          ? Take<X, `${Out}${W} `>
          : [WithoutEnd<Out>, T]
/** To the brace that closes; what stands before the one that opens does not count. */
type ToBrace<T extends string, Out extends string, Inner extends string = '{'> = T extends `${infer A}}${infer B}`
  ? Balanced<`${Inner}${A}}`> extends true
    ? Take<SkipBlanks<B>, `${Out}${A}} `>
    : ToBrace<B, `${Out}${A}}`, `${Inner}${A}}`>
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
  | Has<'not ' | 'distinct ' | 'starts ' | 'ends ' | ' where '>
type Words<T extends string, Out extends string = ''> = T extends `${infer W} ${infer X}`
  ? W extends keyof InnerWords
    ? Words<X, `${Out}${InnerWords[W]} `>
    : Words<X, `${Out}${W} `>
  : WithoutEnd<Out>

/** [clause, body, rest] */
export type NextClause<T extends string> = T extends `${infer W} ${infer X}`
  ? W extends keyof ClauseWords
    ? ClauseWords[W] extends infer K
      ? K extends Longer
        ? LongerClause<K, X>
        : [K, ...Take<X>]
      : never
    : W extends 'WHEN' | 'when'
      ? ['WHEN', WithoutEnd<X>, '']
      : W extends Commands
        ? ['COMMAND', WithoutEnd<T>, '']
        : [never, W, '']
  : [never, T, '']
type Commands = 'DROP' | 'SHOW' | 'ALTER' | 'GRANT' | 'DENY' | 'REVOKE' | 'RENAME' | 'TERMINATE' | 'drop' | 'show'
/** Clauses of which more than the first word is to be looked at. */
type Longer =
  | 'OPTIONAL'
  | 'ORDER'
  | 'DETACH'
  | 'ON'
  | 'UNION'
  | 'CALL'
  | 'CREATE'
  | 'FOREACH'
  | 'LOAD'
  | 'FILTER'
  | 'SEARCH'
  | 'NEXT'
type LongerClause<K extends Longer, X extends string> = K extends 'OPTIONAL' | 'ORDER' | 'DETACH'
  ? X extends `${infer W} ${infer Y}`
    ? [W extends 'CALL' | 'call' | 'Call' ? 'OPTIONAL CALL' : K extends 'OPTIONAL' ? 'OPTIONAL MATCH' : K, ...Take<Y>]
    : never
  : K extends 'CREATE'
    ? X extends `${Created} ${string}`
      ? ['COMMAND', WithoutEnd<`CREATE ${X}`>, '']
      : X extends Supplying
        ? ['CREATE', ...Take<X>]
        : ['CREATE WHOLE', ...Take<X>]
    : K extends 'ON'
      ? X extends `${string} ${string} ${infer Y}`
        ? ['SET', ...Take<Y>]
        : never
      : K extends 'UNION'
        ? ['UNION', '', X extends `${'ALL' | 'all' | 'DISTINCT' | 'distinct'} ${infer Y}` ? Y : X]
        : RareClause<K, X>
/** What may give a node that was created what it lacks. */
type Supplying = Has<'SET ' | 'set ' | 'Set ' | 'FOREACH ' | 'foreach ' | 'CALL ' | 'call '>
/** What follows CREATE in a command that changes the schema. */
type Created = Created1 | Lowercase<Created1>
type Created1 =
  | 'INDEX'
  | 'CONSTRAINT'
  | 'RANGE'
  | 'TEXT'
  | 'POINT'
  | 'FULLTEXT'
  | 'VECTOR'
  | 'LOOKUP'
  | 'BTREE'
  | 'OR'
  | 'DATABASE'
  | 'COMPOSITE'
  | 'ALIAS'
  | 'ROLE'
  | 'USER'
type RareClause<K, X extends string> = K extends 'CALL'
  ? Take<X> extends [infer B extends string, infer Rest]
    ? [B extends `${'{' | '('}${string}` ? 'CALL' : Rest extends '' ? 'CALL ALONE' : 'CALL', B, Rest]
    : never
  : K extends 'FOREACH' | 'SEARCH'
    ? ToParenthesis<X> extends [infer B extends string, infer Rest extends string]
      ? Rest extends `SCORE AS ${infer A} ${infer R}`
        ? [K, `${B} SCORE AS ${A}`, R]
        : [K, B, Rest]
      : never
    : K extends 'NEXT'
      ? X extends ''
        ? [never, 'NEXT', '']
        : [K, '', X]
      : K extends 'FILTER'
        ? ['FILTER', ...Take<X extends `${'WHERE' | 'where'} ${infer Y}` ? Y : X>]
        : X extends `${string} ${'WITH HEADERS' | 'with headers'} ${'FROM' | 'from'} ${infer Y}`
          ? ['LOAD CSV WITH HEADERS', ...Take<Y>]
          : LoadCsv<X>
type LoadCsv<X extends string> = X extends `${string} ${string} ${infer Y}` ? ['LOAD CSV', ...Take<Y>] : never
/** FOREACH, SEARCH: to the bracket that closes. */
type ToParenthesis<T extends string, Out extends string = ''> = T extends `${infer A})${infer B}`
  ? Balanced<`${Out}${A})`> extends true
    ? [`${Out}${A})`, SkipBlanks<B>]
    : ToParenthesis<B, `${Out}${A})`>
  : [Out, T]
