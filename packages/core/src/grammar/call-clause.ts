import type { Clause } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure, OptionalNames, ValueBinding } from './binding.ts'
import { type ArgumentsOf, type ReadGiven, readValues } from './call.ts'
import type { FailedAt, ReadClauses, State } from './clause.ts'
import type { Cursor } from './cursor.ts'
import type { As, NotUnderstood, NoVariable, Typed, ValueOf } from './expression.ts'
import type { Suggestion } from './label.ts'
import type { Trim } from './lex.ts'
import type { Cut } from './pair.ts'
import type { Yielded, YieldsOf } from './procedure.ts'
import { readTransactions } from './transactions.ts'

type Procedure = Extract<Clause, { kind: 'call-procedure' }>
type Subquery = Extract<Clause, { kind: 'call-subquery' }>

const readYields = (cursor: Cursor): Procedure['yields'] => {
  if (!cursor.take('YIELD')) return undefined
  if (cursor.take('*')) return '*'
  return cursor.list(() => ({ name: cursor.name('a column'), alias: cursor.alias() }))
}

/** `db.labels() YIELD label AS l`; a call without brackets takes its arguments from the parameters. */
const readProcedure = (cursor: Cursor, optional: boolean): Clause => {
  const name = cursor.dotted("a procedure, '{' or '('", 'a procedure')
  const values = cursor.take('(') ? readValues(cursor, ')') : []
  return { kind: 'call-procedure', optional, name, arguments: values, yields: readYields(cursor) }
}

/** `(a, b)`, `(*)`, `()`: what a subquery may see. */
const readScope = (cursor: Cursor): Subquery['scope'] => {
  if (!cursor.take('(')) return undefined
  return cursor.takeAll('*', ')') ? '*' : cursor.listTo(')', () => cursor.name('a variable'))
}

/**
 * `CALL { … }`, `CALL (x) { … }`, `OPTIONAL CALL (x) { … }`, `CALL procedure(…) YIELD …`, from after CALL on.
 *
 * @example
 * readCallClause(cursor, false) // 'db.labels() YIELD label' → { kind: 'call-procedure', name: 'db.labels', … }
 */
export const readCallClause = (cursor: Cursor, optional: boolean): Clause => {
  if (cursor.key !== '{' && cursor.key !== '(') return readProcedure(cursor, optional)
  const scope = readScope(cursor)
  cursor.expect('{')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect('}')
  return { kind: 'call-subquery', scope, optional, clauses, transactions: readTransactions(cursor) }
}

// The same for the compiler.

/** `db.labels() YIELD label AS l`: what it yields is what the schema or the table of well-known procedures says. */
export type ReadProcedure<
  S extends SchemaShape,
  Scope,
  P,
  Row,
  B extends string,
> = B extends `${infer C} YIELD ${infer Y}`
  ? WithYields<Scope, P, Row, CallOf<S, Scope, Trim<C>>, Trim<Y>>
  : CallOf<S, Scope, Trim<B>> extends infer X
    ? X extends Typed<unknown, infer P1>
      ? State<Scope, P & P1, Row>
      : X
    : never
/** The call as the whole statement: its columns are the rows. */
export type ReadProcedureAlone<S extends SchemaShape, P, B extends string> =
  ReadProcedure<S, {}, P, never, B extends `${string} YIELD ${string}` ? B : `${B} YIELD *`> extends infer Z
    ? Z extends State<infer Scope, infer P, unknown, unknown>
      ? State<
          Scope,
          P,
          string extends keyof Scope ? Record<string, unknown> : { -readonly [K in keyof Scope]: ValueOf<S, Scope[K]> }
        >
      : Z
    : never
/** The columns of a procedure and what its arguments ask for. */
type CallOf<S extends SchemaShape, Scope, C extends string> = C extends `${infer N}(${infer A})`
  ? As<YieldsOf<S, Trim<N>>, ReadGiven<S, Scope, Trim<A>, ArgumentsOf<S, 'procedures', Trim<N>>, Trim<N>>>
  : Typed<YieldsOf<S, C>, {}>
type WithYields<Scope, P, Row, X, Y extends string> =
  X extends Typed<infer Columns, infer P1>
    ? Y extends '*'
      ? State<
          Scope & (unknown extends Columns ? Record<string, ValueBinding<unknown>> : AllYields<Columns>),
          P & P1,
          Row
        >
      : YieldNames<Columns, Y> extends infer Z
        ? Z extends AnyFailure
          ? Z
          : State<Scope & Z, P & P1, Row>
        : never
    : X
type AllYields<Columns> = { readonly [K in keyof Columns]: Yielded<Columns[K]> }
type YieldNames<Columns, Y extends string, Out = {}> = Y extends `${infer A},${infer B}`
  ? YieldName<Columns, Trim<A>> extends infer Z
    ? Z extends AnyFailure
      ? Z
      : YieldNames<Columns, B, Out & Z>
    : never
  : YieldName<Columns, Trim<Y>> extends infer Z
    ? Z extends AnyFailure
      ? Z
      : Out & Z
    : never
type YieldName<Columns, I extends string> = I extends `${infer N} AS ${infer A}`
  ? YieldAs<Columns, Trim<N>, Trim<A>>
  : YieldAs<Columns, I, I>
type YieldAs<Columns, N extends string, A extends string> = unknown extends Columns
  ? { readonly [K in A]: ValueBinding<unknown> }
  : N extends keyof Columns
    ? { readonly [K in A]: Yielded<Columns[N]> }
    : Failure<`the procedure yields no '${N}'${Suggestion<keyof Columns, N> & string}`, N, ''>

/** `{ … }`, `(x, y) { … }`, with `IN TRANSACTIONS …` after it: its columns join the names around it. */
export type ReadCallSubquery<
  S extends SchemaShape,
  Scope,
  P,
  Row,
  B extends string,
  Optional extends boolean,
> = B extends `{${infer X}`
  ? Body<S, Scope, P, Row, Cut<X, '}'>, Optional, never>
  : B extends `(${infer I})${infer Y}`
    ? Trim<Y> extends `{${infer X}`
      ? Imported<Scope, Trim<I>> extends infer Start
        ? Start extends AnyFailure
          ? Start
          : Body<S, Scope, P, Row, Cut<X, '}'>, Optional, Start>
        : never
      : Failure<`expected '{' after CALL (${I})`, Trim<Y>, ''>
    : Failure<"expected a procedure, '{' or '(' after CALL", B, ''>
/** Only what is imported is seen inside. */
type Imported<Scope, I extends string, Out = {}> = I extends ''
  ? Out
  : I extends '*'
    ? Scope
    : I extends `${infer A},${infer B}`
      ? Trim<A> extends keyof Scope
        ? Imported<Scope, Trim<B>, Out & Pick<Scope, Trim<A>>>
        : NoVariable<Scope, Trim<A>>
      : I extends keyof Scope
        ? Out & Pick<Scope, I>
        : NoVariable<Scope, I>
type Body<S extends SchemaShape, Scope, P, Row, C, Optional extends boolean, Start> = C extends [
  infer Q extends string,
  infer After extends string,
]
  ? ReadBranches<S, [Start] extends [never] ? FromWith<Scope, Trim<Q>> : Start, P, `${Trim<Q>} `, never> extends infer Z
    ? Z extends State<infer Inner, infer P2, infer R, unknown>
      ? State<
          Scope & Joined<Scope, ColumnsOf<S, Inner, R>, Optional> & Status<After>,
          P2 & { [K in keyof NotUnderstood<After>['params']]: number },
          Row
        >
      : Z extends FailedAt<string, string, infer E>
        ? E
        : Z
    : never
  : Failure<"missing '}'", '', '', '}'>
/** Without a list of names a leading WITH imports them, for each branch of UNION anew. */
type FromWith<Scope, Q extends string> = Q extends `${'WITH' | 'with' | 'With'} ${string}` ? Scope : {}
type Joined<Scope, Columns, Optional extends boolean> = Optional extends true
  ? OrNullColumns<OptionalNames<Scope, Columns>>
  : Columns
type OrNullColumns<C> = { readonly [K in keyof C]: C[K] extends ValueBinding<infer X> ? ValueBinding<X | null> : C[K] }
/** `REPORT STATUS AS s` of CALL … IN TRANSACTIONS. */
type Status<After extends string> = After extends `${string}STATUS AS ${infer A}`
  ? { readonly [K in Trim<A>]: ValueBinding<TransactionStatus> }
  : {}
interface TransactionStatus {
  started: boolean
  committed: boolean
  transactionId: string | null
  errorMessage: string | null
}

/** Clauses that start from the same names in every branch of UNION. */
export type ReadBranches<
  S extends SchemaShape,
  Start,
  P,
  Q extends string,
  Row,
> = Q extends `${string} ${UnionWord} ${string}`
  ? UnionCut<Q> extends [infer A extends string, infer B extends string]
    ? ReadClauses<S, `${A} `, State<Start, P, Row>> extends infer Z
      ? Z extends State<unknown, infer P2, infer R, unknown>
        ? ReadBranches<S, Start, P2, B extends `${'ALL' | 'all' | 'DISTINCT' | 'distinct'} ${infer X}` ? X : B, R>
        : Z
      : never
    : ReadClauses<S, Q, State<Start, P, Row>>
  : ReadClauses<S, Q, State<Start, P, Row>>
type UnionWord = 'UNION' | 'union'
type UnionCut<Q extends string> =
  Cut<Q, ' UNION '> extends infer C ? (C extends [string] ? Cut<Q, ' union '> : C) : never

/** The columns of a row as names in scope: what RETURN names by itself keeps what it stands for. */
export type ColumnsOf<S extends SchemaShape, Scope, Row> = [Row] extends [never]
  ? {}
  : {
      readonly [K in keyof Row]: K extends keyof Scope
        ? [Row[K]] extends [ValueOf<S, Scope[K]>]
          ? Scope[K]
          : ValueBinding<Row[K]>
        : ValueBinding<Row[K]>
    }
