import type { Clause } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import { type ReadRemove, readRemove, type ReadSet, readSet } from './assignment.ts'
import type { AnyFailure, Failure, OptionalNames, Scoped, ValueBinding } from './binding.ts'
import { readEach } from './call.ts'
import {
  type ColumnsOf,
  type ReadBranches,
  type ReadCallSubquery,
  readCallClause,
  type ReadProcedure,
  type ReadProcedureAlone,
} from './call-clause.ts'
import { readBlock, readConditional } from './conditional.ts'
import { BAR, type Cursor } from './cursor.ts'
import type { NotUnderstood, ReadExpression, Typed } from './expression.ts'
import { startsClause, type NextClause } from './keyword.ts'
import type { Trim } from './lex.ts'
import type { AfterOptional, NamesOnly, Narrowed } from './narrowing.ts'
import { readFilter, readLet } from './let.ts'
import { readLoadCsv } from './load-csv.ts'
import { readMatchMode } from './match-mode.ts'
import type { Cut } from './pair.ts'
import { prefixAhead, readDefinition, readPrefix, readSchemaCommand, schemaCommandAhead } from './passed-through.ts'
import { readPattern, readPatterns, type ReadPatterns } from './pattern.ts'
import {
  type ReadCount,
  type ReadList,
  readGroupBy,
  readOrderBy,
  type ReadOrderBy,
  readProjection,
  type ReadProjection,
  type RowOf,
} from './projection.ts'
import type { Creating } from './properties.ts'
import type { Lacking } from './required.ts'
import { readSearch } from './search.ts'
import { readFor, readUnwind } from './unwind.ts'

/** Reads what follows the first word of a clause; the clause gets its text from `readClause`. */
type Reader = (cursor: Cursor, start: number) => Clause

const readMatch = (cursor: Cursor, optional: boolean): Clause => ({
  kind: 'match',
  optional,
  ...readMatchMode(cursor),
  patterns: readPatterns(cursor),
})

const readOptional: Reader = (cursor) => {
  if (cursor.take('CALL')) return readCallClause(cursor, true)
  cursor.expect('MATCH')
  return readMatch(cursor, true)
}

const readMerge: Reader = (cursor) => {
  const pattern = readPattern(cursor)
  return cursor.key === ',' ? cursor.fail('MERGE takes one path') : { kind: 'merge', pattern }
}

const readDelete = (cursor: Cursor, detach: boolean): Clause => ({
  kind: 'delete',
  detach,
  items: cursor.list(() => cursor.expression()),
})

const readUnion: Reader = (cursor) => {
  const all = cursor.take('ALL')
  if (!all) cursor.take('DISTINCT')
  return { kind: 'union', all }
}

const readForeach: Reader = (cursor) => {
  cursor.expect('(')
  const { variable, in: list } = readEach(cursor, BAR)
  cursor.expect('|')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect(')')
  return { kind: 'foreach', variable, list, clauses }
}

const readOn: Reader = (cursor) => {
  const on = cursor.key === 'CREATE' ? 'create' : 'match'
  cursor.at += 1
  cursor.expect('SET')
  return readSet(cursor, on)
}

const readBraced: Reader = (cursor) => {
  cursor.at -= 1
  return { kind: 'block', clauses: readBlock(cursor) }
}

const readCount =
  (kind: 'skip' | 'limit'): Reader =>
  (cursor) => ({ kind, count: cursor.expression() })

const readDetached =
  (detach: boolean): Reader =>
  (cursor) => {
    cursor.at += 1
    return readDelete(cursor, detach)
  }

/** A reader for each word that begins a clause; a word that must follow it is known to be there. */
const READERS: Readonly<Record<string, Reader>> = {
  MATCH: (cursor) => readMatch(cursor, false),
  OPTIONAL: readOptional,
  WHERE: (cursor) => ({ kind: 'where', condition: cursor.expression() }),
  WITH: (cursor) => readProjection(cursor, 'with'),
  RETURN: (cursor) => readProjection(cursor, 'return'),
  ORDER: readOrderBy,
  GROUP: readGroupBy,
  SKIP: readCount('skip'),
  OFFSET: readCount('skip'),
  LIMIT: readCount('limit'),
  UNWIND: readUnwind,
  LET: readLet,
  FILTER: readFilter,
  FOR: readFor,
  NEXT: () => ({ kind: 'next' }),
  FINISH: () => ({ kind: 'finish' }),
  SEARCH: readSearch,
  WHEN: readConditional,
  '{': readBraced,
  CREATE: (cursor) => ({ kind: 'create', patterns: readPatterns(cursor) }),
  INSERT: (cursor) => ({ kind: 'create', patterns: readPatterns(cursor), insert: true }),
  MERGE: readMerge,
  ON: readOn,
  SET: (cursor) => readSet(cursor),
  REMOVE: readRemove,
  DELETE: (cursor) => readDelete(cursor, false),
  DETACH: readDetached(true),
  NODETACH: readDetached(false),
  UNION: readUnion,
  CALL: (cursor) => readCallClause(cursor, false),
  FOREACH: readForeach,
  USING: readPrefix,
  LOAD: readLoadCsv,
  EXPLAIN: readPrefix,
  PROFILE: readPrefix,
  USE: readPrefix,
  DEFINE: readDefinition,
  CYPHER: readPrefix,
}

/**
 * The clause that begins here, keyword included.
 *
 * @example
 * readClause(cursor) // 'SET u.name = $name' → { kind: 'set', on: undefined, items: [{ kind: 'property', … }] }
 */
export const readClause = (cursor: Cursor, wanted = 'expected a clause'): Clause => {
  const { at, key } = cursor
  const begins = key === '{' || startsClause(cursor.tokens, at) || prefixAhead(cursor)
  const reader = schemaCommandAhead(cursor) ? readSchemaCommand : begins ? READERS[key] : undefined
  if (reader === undefined) return cursor.fail(wanted)
  cursor.at += 1
  return cursor.made(at, reader(cursor, at))
}

// The same for the compiler.

/** Where a statement stands: names in scope, parameters, what RETURN gives, what ORDER BY may see besides. */
export interface State<Scope, Params, Row, Order = {}> {
  readonly scope: Scope
  readonly params: Params
  readonly row: Row
  readonly order: Order
}
/** Where it went wrong: clause, its body. */
export interface FailedAt<K extends string, B extends string, E> {
  readonly clause: K
  readonly body: B
  readonly failure: E
}

/** The clauses one after the other, from the state Z. */
export type ReadClauses<S extends SchemaShape, T extends string, Z> = T extends ''
  ? Z
  : NextClause<T> extends [infer K, infer B extends string, infer Rest extends string]
    ? [K] extends [never]
      ? FailedAt<
          '',
          B,
          Failure<
            `a statement does not start with '${B}'`,
            B,
            '',
            'MATCH' | 'CREATE' | 'MERGE' | 'UNWIND' | 'CALL' | 'RETURN'
          >
        >
      : Z extends State<infer Scope, infer P, infer Row, infer Order>
        ? Clauses<S, Scope, P, Row, Order, B>[K & ClauseName] extends infer Z2
          ? Z2 extends AnyFailure
            ? FailedAt<K & string, B, Z2>
            : ReadClauses<S, Rest, Z2>
          : never
        : never
    : never

export type ClauseName = keyof Clauses<SchemaShape, {}, {}, never, {}, ''>

/**
 * What each clause does to the state, one line a clause, picked by index: a ladder of conditionals costs more. WHERE and
 * OPTIONAL stand alone, the others of their kind in a statement, where it is known what they follow.
 */
export interface Clauses<S extends SchemaShape, Scope, P, Row, Order, B extends string> {
  MATCH: Matched<ReadPatterns<S, B, Scope, P>, Row>
  OPTIONAL: MatchedOptionally<Scope, ReadPatterns<S, B, Scope, P>, Row, {}>
  'OPTIONAL MATCH': MatchedOptionally<Scope, ReadPatterns<S, B, Scope, P>, Row, AfterOptional>
  CREATE: Created<Lacking<S, Scope, B, false>, Matched<ReadPatterns<Creating<S>, B, Scope, P>, Row>>
  'CREATE WHOLE': Created<Lacking<S, Scope, B, true>, Matched<ReadPatterns<Creating<S>, B, Scope, P>, Row>>
  MERGE: Matched<ReadPatterns<S, B, Scope, P>, Row>
  WHERE: Kept<S, Scope, P, Row, Order, B, ReadExpression<S, Scope, B>>
  'WHERE HERE': B extends `${string} IS NOT NULL${string}`
    ? Kept<S, Narrowed<S, Scope, Order, B>, P, Row, Order, B, ReadExpression<S, Scope, B>>
    : Kept<S, Scope, P, Row, Order, B, ReadExpression<S, Scope, B>>
  FILTER: WithParams<Narrowed<S, Scope, Order, B>, P, Row, Order, ReadExpression<S, Scope, B>>
  WITH: ReadProjection<S, Scope, B> extends infer Q
    ? Q extends Typed<infer O, infer P1>
      ? State<O, P & P1, Row, Scope>
      : Q
    : never
  RETURN: ReadProjection<S, Scope, B> extends infer Q
    ? Q extends Typed<infer O, infer P1>
      ? [Row] extends [never]
        ? State<Scope & NewNames<O, Scope>, P & P1, RowOf<S, O>>
        : Agreeing<O, Row, State<Scope & NewNames<O, Scope>, P & P1, Row | RowOf<S, O>>>
      : Q
    : never
  ORDER: WithParams<Scope, P, Row, Order, ReadOrderBy<S, Order & Scope, B>>
  SKIP: WithParams<Scope, P, Row, Order, ReadCount<S, B>>
  LIMIT: WithParams<Scope, P, Row, Order, ReadCount<S, B>>
  UNWIND: Cut<B, ' AS '> extends [infer E extends string, infer A extends string]
    ? Unwound<S, Scope, P, Row, E, A>
    : Failure<`expected UNWIND list AS name`, B, ''>
  SET: WithParams<NamesOnly<Scope>, P, Row, {}, ReadSet<S, NamesOnly<Scope>, B>>
  REMOVE: WithParams<NamesOnly<Scope>, P, Row, {}, ReadRemove<S, NamesOnly<Scope>, B>>
  DELETE: WithParams<Scope, P, Row, {}, ReadList<S, Scope, B>>
  DETACH: WithParams<Scope, P, Row, {}, ReadList<S, Scope, B>>
  FOR: B extends `${infer A} IN ${infer E}`
    ? Unwound<S, Scope, P, Row, E, A>
    : Failure<'expected FOR name IN list', B, ''>
  FOREACH: Each<S, Scope, P, Row, Trim<B>>
  SEARCH: State<
    Scope & (B extends `${string} SCORE AS ${infer A}` ? { readonly [K in A]: ValueBinding<number> } : {}),
    P & NotUnderstood<B>['params'],
    Row
  >
  UNION: State<{}, P, Row>
  CALL: B extends `${'{' | '('}${string}`
    ? ReadCallSubquery<S, Scope, P, Row, B, false>
    : ReadProcedure<S, Scope, P, Row, B>
  'OPTIONAL CALL': B extends `${'{' | '('}${string}`
    ? ReadCallSubquery<S, Scope, P, Row, B, true>
    : ReadProcedure<S, Scope, P, Row, B>
  'CALL ALONE': keyof Scope extends never ? ReadProcedureAlone<S, P, B> : ReadProcedure<S, Scope, P, Row, B>
  'LOAD CSV': Loaded<S, Scope, P, Row, B, (string | null)[]>
  'LOAD CSV WITH HEADERS': Loaded<S, Scope, P, Row, B, Record<string, string | null>>
  LET: Cut<B, '='> extends [infer A extends string, infer E extends string]
    ? Let<S, Scope, P, Row, Trim<A>, Cut<E, ','>>
    : Failure<'expected LET name = value', B, ''>
  NEXT: State<ColumnsOf<S, Scope, Row>, P, never>
  FINISH: State<Scope, P, Row>
  WHEN: Conditional<S, Scope, P, Row, B>
  PASS: State<Scope, P & NotUnderstood<B>['params'], Row>
  COMMAND: State<
    Scope,
    NotUnderstood<B>['params'],
    B extends `SHOW ${string}` | `show ${string}` ? Record<string, unknown> : never
  >
}
type Matched<X, Row> = X extends Scoped<infer Scope, infer P> ? State<Scope, P, Row> : X
/** What is wrong with the text comes first, then what it lacks. */
type Created<Lack, Z> = Z extends AnyFailure ? Z : [Lack] extends [never] ? Z : Lack
type MatchedOptionally<Before, X, Row, Order> =
  X extends Scoped<infer Scope, infer P> ? State<OptionalNames<Before, Scope>, P, Row, Order> : X
type WithParams<Scope, P, Row, Order, X> = X extends Typed<unknown, infer P1> ? State<Scope, P & P1, Row, Order> : X
/** WHERE: after WITH it sees the names before it as well. */
type Kept<S extends SchemaShape, Scope, P, Row, Order, B extends string, X> =
  X extends Typed<unknown, infer P1>
    ? State<Scope, P & P1, Row, Order>
    : [keyof Order] extends [never]
      ? X
      : WithParams<Scope, P, Row, Order, ReadExpression<S, Order & Scope, B>>
type NewNames<O, Scope> = { readonly [K in keyof O as K extends keyof Scope ? never : K]: O[K] }

/** The branches of a UNION have the same columns. */
type Agreeing<O, Row, Z> = [keyof O] extends [keyof Row]
  ? [keyof Row] extends [keyof O]
    ? Z
    : Disagree<Exclude<keyof Row, keyof O>>
  : Disagree<Exclude<keyof O, keyof Row>>
type Disagree<K> = Failure<
  `the branches of UNION must have the same columns, by name: not all of them have '${K & string}'`,
  '',
  ''
>

/** `(x IN list | SET …)`: what it binds stays inside. */
type Each<S extends SchemaShape, Scope, P, Row, B extends string> = B extends `(${infer A} ${'IN' | 'in'} ${infer X}`
  ? Cut<X, '|'> extends [infer E extends string, infer Q extends string]
    ? Unwound<S, Scope, P, Row, Trim<E>, Trim<A>> extends infer Z
      ? Z extends State<unknown, unknown, unknown, unknown>
        ? Inside<Scope, Row, ReadClauses<S, `${Trim<WithoutClose<Trim<Q>>>} `, Z>>
        : Z
      : never
    : Failure<"expected FOREACH (name IN list | …): missing '|'", B, ''>
  : Failure<'expected FOREACH (name IN list | …)', B, ''>
type WithoutClose<Q extends string> = Q extends `${infer X})` ? X : Q
type Inside<Scope, Row, Z> =
  Z extends State<unknown, infer P, unknown, unknown>
    ? State<Scope, P, Row>
    : Z extends FailedAt<string, string, infer E>
      ? E
      : never

/** `FROM $url AS line`, from after FROM on. */
type Loaded<S extends SchemaShape, Scope, P, Row, B extends string, Line> = B extends `${infer E} AS ${infer A}`
  ? (E extends `$${infer K}` ? Typed<string, { [Q in K]: string }> : ReadExpression<S, Scope, E>) extends infer X
    ? X extends Typed<unknown, infer P1>
      ? State<Scope & { readonly [K in A extends `${infer N} ${string}` ? N : A]: ValueBinding<Line> }, P & P1, Row>
      : X
    : never
  : Failure<'expected LOAD CSV FROM address AS name', B, ''>

/** `a = 1, b = a + 1`: C is the first value, cut from the others. */
type Let<S extends SchemaShape, Scope, P, Row, A extends string, C> = A extends ''
  ? Failure<'expected a name before =', '', ''>
  : LetOne<S, Scope, P, Row, A, C>
type LetOne<S extends SchemaShape, Scope, P, Row, A extends string, C> = C extends [
  infer E extends string,
  ...infer More,
]
  ? ReadExpression<S, Scope, Trim<E>> extends infer X
    ? X extends Typed<infer T, infer P1>
      ? More extends [infer B extends string]
        ? Clauses<S, Scope & { readonly [K in A]: ValueBinding<T> }, P & P1, Row, {}, B>['LET']
        : State<Scope & { readonly [K in A]: ValueBinding<T> }, P & P1, Row>
      : X
    : never
  : never

/** `condition THEN … WHEN condition THEN … ELSE …`, from after the first WHEN on. */
type Conditional<S extends SchemaShape, Scope, P, Row, B extends string> = B extends `${string}CASE ${string}`
  ? State<Scope, P & NotUnderstood<B>['params'], Record<string, unknown>>
  : Cut<B, ' THEN '> extends [infer E extends string, infer X extends string]
    ? ReadExpression<S, Scope, E> extends infer C
      ? C extends Typed<unknown, infer P1>
        ? Cut<X, ' WHEN '> extends [infer Q extends string, infer More extends string]
          ? Conditional2<S, Scope, Branch<S, Scope, P & P1, Row, Q>, More>
          : Cut<X, ' ELSE '> extends [infer Q extends string, infer Else extends string]
            ? Branch<S, Scope, P & P1, Row, Q> extends infer Z
              ? Z extends State<unknown, infer P2, infer R, unknown>
                ? Branch<S, Scope, P2, R, Else>
                : Z
              : never
            : Branch<S, Scope, P & P1, Row, X>
        : C
      : never
    : Failure<'expected WHEN condition THEN …', B, ''>
type Conditional2<S extends SchemaShape, Scope, Z, More extends string> =
  Z extends State<unknown, infer P, infer R, unknown> ? Conditional<S, Scope, P, R, More> : Z
type Branch<S extends SchemaShape, Scope, P, Row, Q extends string> =
  ReadBranches<S, Scope, P, Trim<Q> extends `{${infer X}}` ? `${Trim<X>} ` : `${Trim<Q>} `, Row> extends infer Z
    ? Z extends FailedAt<string, string, infer E>
      ? E
      : Z
    : never

/** `#row` names the parameter that the rows come from, so that their type can be put together from its uses. */
type Unwound<S extends SchemaShape, Scope, P, Row, E extends string, A extends string> = A extends `${string} ${string}`
  ? A extends `\`${string}\``
    ? Unwinding<S, Scope, P, Row, E, A>
    : Failure<`expected the next clause after ${A extends `${infer N} ${string}` ? N : A}`, A, ''>
  : Unwinding<S, Scope, P, Row, E, A>
type Unwinding<S extends SchemaShape, Scope, P, Row, E extends string, A extends string> = E extends `$${infer K}`
  ? State<
      Scope & { readonly [Q in A]: ValueBinding<unknown> },
      P & { [Q in K]: readonly unknown[] } & { [Q in `#${A}`]: K },
      Row
    >
  : ReadExpression<S, Scope, E> extends infer X
    ? X extends Typed<infer T, infer P1>
      ? State<
          Scope & { readonly [Q in A]: ValueBinding<NonNullable<T> extends readonly (infer I)[] ? I : unknown> },
          P & P1,
          Row
        >
      : X
    : never
