import type { Clause } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import { type ClauseName, type Clauses, type FailedAt, readClause, type ReadClauses, type State } from './clause.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'
import { startsClause, type ClauseBody } from './keyword.ts'
import type { Canonical } from './lex.ts'
import type { RoundBalanced } from './pair.ts'
import { misplaced } from './placement.ts'
import type { OrDate } from '../value/temporal.ts'
import { words } from '../value/words.ts'

const WITH_PATTERN = words('match create merge')

/** What ends the clauses of a statement or a subquery. */
const CLOSED = words('} ) ; <end>')

/** After these nothing of the same statement follows but its order. */
const ENDING = words('return finish conditional block')
const BEFORE_BLOCK = words('prefix union next')
const JOINING = words('union next')

/** What could stand where a clause ended and no other begins. */
const expected = (cursor: Cursor, previous: Clause | undefined): string => {
  if (previous === undefined) {
    return cursor.at === 0
      ? 'a statement begins with MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN'
      : 'expected a clause'
  }
  if (WITH_PATTERN.has(previous.kind)) return "expected -[:TYPE]->, ',' or the next clause"
  return cursor.key === ',' ? 'expected the next clause' : "expected ',' or the next clause"
}

/**
 * Clauses one after the other, up to the end or a closing bracket.
 *
 * @example
 * readClauses(cursor) // 'MATCH (u:User) RETURN u.name AS name' → [match, return]
 */
export const readClauses = (cursor: Cursor, ends: Stops = CLOSED): readonly Clause[] => {
  const { clause: outer, stops } = cursor
  cursor.stops = NO_STOPS // what ends the expression around a subquery ends nothing in it
  const clauses: Clause[] = []
  let returned = false
  do {
    const start = cursor.at
    const previous = clauses.at(-1)
    const braced = cursor.key === '{' && (previous === undefined || BEFORE_BLOCK.has(previous.kind))
    if (previous !== undefined && cursor.peek().kind !== 'word' && !braced) cursor.fail(expected(cursor, previous))
    if (startsClause(cursor.tokens, start)) cursor.clause = start
    const clause = readClause(cursor, expected(cursor, previous))
    const problem = misplaced(clause, clauses, returned)
    if (problem !== undefined) {
      cursor.at = start
      cursor.fail(problem)
    }
    returned = ENDING.has(clause.kind) || (returned && clause.kind !== 'union' && clause.kind !== 'next')
    clauses.push(clause)
  } while (!ends.has(cursor.key))
  if (JOINING.has(clauses.at(-1)?.kind ?? '')) cursor.fail('expected a clause')
  cursor.clause = outer
  cursor.stops = stops
  return clauses
}

// The same for the compiler.

/** A whole statement: the state after its last clause, or where it went wrong. */
export type ParseStatement<S extends SchemaShape, T extends string> = ReadClauses<S, Canonical<T>, State<{}, {}, never>>

/** One clause from the state so far; a WITH may bring its own WHERE, ORDER BY, SKIP and LIMIT. */
export type ParseClause<
  S extends SchemaShape,
  Scope,
  P,
  Row,
  Order,
  K extends ClauseName,
  T extends string,
> = K extends 'WITH'
  ? T extends Followed
    ? Whole<ReadClauses<S, Canonical<`WITH ${T}`>, State<Scope, P, Row, Order>>>
    : Clauses<S, Scope, P, Row, Order, ClauseBody<T>>[K]
  : Clauses<S, Scope, P, Row, Order, ClauseBody<T>>[K]
type Followed =
  `${string}${'ORDER' | 'order' | 'SKIP' | 'skip' | 'LIMIT' | 'limit' | 'WHERE' | 'where' | 'OFFSET'}${string}`
type Whole<Z> = Z extends FailedAt<string, string, infer E> ? E : Z

export type Flat<X> = { [K in keyof X]: X[K] } & {}

/**
 * The parameters as the caller gives them. `@row.x` are wishes made of the rows of `UNWIND $rows AS row`, `#row` names
 * their parameter; both become the element type of `rows`.
 */
export type ParametersOf<P> = keyof P & `${'@' | '#'}${string}` extends never
  ? { [K in keyof P]: OrDate<P[K]> }
  : WithRows<P>
type WithRows<P> = Flat<{
  [K in keyof P as K extends `${'@' | '#'}${string}` ? never : K]: Element<
    P,
    { [H in keyof P]: H extends `#${infer A}` ? (P[H] extends K ? A : never) : never }[keyof P],
    P[K]
  >
}>
type Element<P, A, T> = [A] extends [never]
  ? OrDate<T>
  : [Extract<keyof P, `@${A & string}.${string}`>] extends [never]
    ? T
    : readonly Flat<{ [K in keyof P as K extends `@${A & string}.${infer F}` ? F : never]: OrDate<P[K]> }>[]
/** A parameter used for two types that exclude each other. */
type Clash<P> = { [K in keyof P]-?: [P[K]] extends [never] ? K : never }[keyof P]

/**
 * The check of a statement: the text itself when it is right, otherwise the message or the texts that could stand there.
 * A mapped type with declared variance, used as `CheckedStatement<S, T>[T]`: the language service asks for the variance
 * of a parameter's type at every completion, and would otherwise measure it through the whole parser.
 */
export type CheckedStatement<in out S extends SchemaShape, in out T extends string> = { [K in T]: ValidStatement<S, K> }
type ValidStatement<S extends SchemaShape, T extends string> =
  {} extends Record<T, 1>
    ? // In line, since a named type would show only its name, and no text, since it would be offered as a completion.
      {
        readonly 'Cypher text must be one literal without holes: a value goes into a $parameter, dynamic text through the cypher tag': never
      }
    : [T] extends [never]
      ? T // infers T; the compiler need not look for it in all that follows
      : NoInfer<
          ParseStatement<S, T> extends infer Z
            ? Z extends State<unknown, infer P, unknown, unknown>
              ? [Clash<P>] extends [never]
                ? RoundBalanced<Canonical<T>> extends true
                  ? T
                  : '✖ a bracket is closed that none opened, or is never closed'
                : `✖ $${Clash<P> & string} is used for two types that exclude each other`
              : Z extends FailedAt<infer K, infer B, infer E>
                ? Say<T, K, B, E>
                : `✖ statement not understood`
            : never
        >

/**
 * The check of one clause; see `CheckedStatement` for its form. A callback clause has this as the other half of its
 * parameter, which is why it pays to keep inference out of it: a tenth of a query's cost.
 */
export type CheckedClause<
  in out S extends SchemaShape,
  in out Scope,
  in out P,
  in out Row,
  in out Order,
  in out K extends ClauseName,
  in out T extends string,
> = { [X in T]: ValidClause<S, Scope, P, Row, Order, K, X> }
type ValidClause<S extends SchemaShape, Scope, P, Row, Order, K extends ClauseName, T extends string> =
  {} extends Record<T, 1>
    ? // In line, since a named type would show only its name, and no text, since it would be offered as a completion.
      {
        readonly 'Cypher text must be one literal without holes: a value goes into a $parameter, dynamic text through the cypher tag': never
      }
    : [T] extends [never]
      ? T
      : NoInfer<
          ParseClause<S, Scope, P, Row, Order, K, T> extends infer Z
            ? Z extends AnyFailure
              ? Say<T, K, ClauseBody<T>, Z>
              : Z extends State<unknown, infer P2, unknown, unknown>
                ? [Clash<P2>] extends [never]
                  ? T
                  : `✖ $${Clash<P2> & string} is used for two types that exclude each other`
                : T
            : never
        >

/** One line of text: the strings that could stand there, which an editor offers; several lines: always the message. */
type Say<T extends string, K extends string, B extends string, E> =
  E extends Failure<infer M, infer Bad, infer Tail, infer O>
    ? [O] extends [never]
      ? Message<K, B, M>
      : T extends `${string}\n${string}`
        ? Message<K, B, M>
        : [Extract<O, `${Bad}${string}`>] extends [never]
          ? Message<K, B, M>
          : Offer<T, B, Bad, Tail, O> extends infer R
            ? [R] extends [never]
              ? Message<K, B, M>
              : R
            : never
    : never
type Message<K extends string, B extends string, M extends string> = K extends ''
  ? `✖ ${M}`
  : `✖ ${M}   in ${K extends keyof WholeName ? WholeName[K] : K} ${B}`
interface WholeName {
  OPTIONAL: 'OPTIONAL MATCH'
  ORDER: 'ORDER BY'
  DETACH: 'DETACH DELETE'
  'CALL ALONE': 'CALL'
  'CREATE WHOLE': 'CREATE'
  'WHERE HERE': 'WHERE'
}
/** Only where the clause stands in the text as it is. */
type Offer<
  T extends string,
  B extends string,
  Bad extends string,
  Tail extends string,
  O extends string,
> = T extends `${infer D}${B}${infer R}`
  ? Tail extends ''
    ? B extends `${infer X}${Bad}`
      ? `${D}${X}${O}${R}`
      : Delimited<B, Bad> extends [infer X extends string, infer Y extends string]
        ? `${D}${X}${O}${Y}${R}`
        : never
    : B extends `${infer X}${Bad}${Tail}`
      ? `${D}${X}${O}${Tail}${R}`
      : never
  : never
type Delimited<B extends string, Bad extends string> = B extends `${infer X}${Bad} ${infer Y}`
  ? [X, ` ${Y}`]
  : B extends `${infer X}${Bad},${infer Y}`
    ? [X, `,${Y}`]
    : B extends `${infer X}${Bad})${infer Y}`
      ? [X, `)${Y}`]
      : B extends `${infer X}${Bad}]${infer Y}`
        ? [X, `]${Y}`]
        : []
