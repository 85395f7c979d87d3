import type { Clause } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import { type ReadRemove, readRemove, type ReadSet, readSet } from './assignment.ts'
import type { AnyFailure, Failure, OptionalNames, Scoped, ValueBinding } from './binding.ts'
import { readCallClause } from './call-clause.ts'
import { type Cursor, NO_STOPS, type Stops } from './cursor.ts'
import type { NotUnderstood, ReadExpression, Typed } from './expression.ts'
import { startsClause } from './keyword.ts'
import type { Cut, NextClause, Trim } from './lex.ts'
import { prefixAhead, readPrefix, readSchemaCommand, schemaCommandAhead } from './passed-through.ts'
import { readPattern, readPatterns, type ReadPatterns } from './pattern.ts'
import { type ReadCount, type ReadList, readOrderBy, type ReadOrderBy, readProjection, type ReadProjection, type RowOf } from './projection.ts'

const freeze = Object.freeze
const ALIAS: Stops = new Set(['AS'])
const BAR: Stops = new Set(['|'])

const readMatch = (cursor: Cursor): Clause => {
  const start = cursor.at
  const optional = cursor.take('OPTIONAL')
  cursor.expect('MATCH')
  return freeze({ kind: 'match', optional, patterns: readPatterns(cursor), source: cursor.source(start) })
}

const readWhere = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind: 'where', condition: cursor.rules.expression(cursor, NO_STOPS), source: cursor.source(start) })
}

const readCount = (cursor: Cursor, kind: 'skip' | 'limit'): Clause => {
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind, count: cursor.rules.expression(cursor, NO_STOPS), source: cursor.source(start) })
}

const readUnwind = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const list = cursor.rules.expression(cursor, ALIAS)
  cursor.expect('AS', 'AS and a name')
  return freeze({ kind: 'unwind', list, variable: cursor.name('a name after AS'), source: cursor.source(start) })
}

const readCreate = (cursor: Cursor): Clause => {
  if (schemaCommandAhead(cursor)) return readSchemaCommand(cursor)
  const start = cursor.at
  cursor.at += 1
  return freeze({ kind: 'create', patterns: readPatterns(cursor), source: cursor.source(start) })
}

const readMerge = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const pattern = readPattern(cursor)
  if (cursor.key === ',') cursor.fail('MERGE takes one path')
  return freeze({ kind: 'merge', pattern, source: cursor.source(start) })
}

const readDelete = (cursor: Cursor): Clause => {
  const start = cursor.at
  const detach = cursor.take('DETACH')
  cursor.take('NODETACH')
  cursor.expect('DELETE')
  const items = [cursor.rules.expression(cursor, NO_STOPS)]
  while (cursor.take(',')) items.push(cursor.rules.expression(cursor, NO_STOPS))
  return freeze({ kind: 'delete', detach, items: freeze(items), source: cursor.source(start) })
}

const readUnion = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  const all = cursor.take('ALL')
  if (!all) cursor.take('DISTINCT')
  return freeze({ kind: 'union', all, source: cursor.source(start) })
}

const readForeach = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 1
  cursor.expect('(')
  const variable = cursor.name('a variable')
  cursor.expect('IN')
  const list = cursor.rules.expression(cursor, BAR)
  cursor.expect('|')
  const clauses = cursor.rules.clauses(cursor)
  cursor.expect(')')
  return freeze({ kind: 'foreach', variable, list, clauses, source: cursor.source(start) })
}

/** A reader for each word that begins a clause. */
const READERS: ReadonlyMap<string, (cursor: Cursor) => Clause> = new Map([
  ['MATCH', readMatch],
  ['OPTIONAL', (cursor: Cursor) => (cursor.peek(1).key === 'CALL' ? readCallClause(cursor) : readMatch(cursor))],
  ['WHERE', readWhere],
  ['WITH', (cursor: Cursor) => readProjection(cursor, 'with')],
  ['RETURN', (cursor: Cursor) => readProjection(cursor, 'return')],
  ['ORDER', readOrderBy],
  ['SKIP', (cursor: Cursor) => readCount(cursor, 'skip')],
  ['OFFSET', (cursor: Cursor) => readCount(cursor, 'skip')],
  ['LIMIT', (cursor: Cursor) => readCount(cursor, 'limit')],
  ['UNWIND', readUnwind],
  ['CREATE', readCreate],
  ['MERGE', readMerge],
  ['ON', (cursor: Cursor) => readSet(cursor, cursor.peek(1).key === 'CREATE' ? 'create' : 'match')],
  ['SET', (cursor: Cursor) => readSet(cursor, undefined)],
  ['REMOVE', readRemove],
  ['DELETE', readDelete],
  ['DETACH', readDelete],
  ['NODETACH', readDelete],
  ['UNION', readUnion],
  ['CALL', readCallClause],
  ['FOREACH', readForeach],
  ['USING', readPrefix],
  ['LOAD', readPrefix],
])

/**
 * The clause that begins here, keyword included.
 *
 * @example
 * readClause(cursor) // 'SET u.name = $name' → { kind: 'set', on: undefined, items: [{ kind: 'property', … }] }
 */
export const readClause = (cursor: Cursor, wanted = 'expected a clause'): Clause => {
  if (prefixAhead(cursor)) return readPrefix(cursor)
  if (schemaCommandAhead(cursor)) return readSchemaCommand(cursor)
  const reader = startsClause(cursor.tokens, cursor.at) ? READERS.get(cursor.key) : undefined
  return reader === undefined ? cursor.fail(wanted) : reader(cursor)
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
export interface FailedAt<K extends string, B extends string, E> { readonly clause: K; readonly body: B; readonly failure: E }

/** The clauses one after the other, from the state Z. */
export type ReadClauses<S extends SchemaShape, T extends string, Z> =
  T extends '' ? Z
  : NextClause<T> extends [infer K, infer B extends string, infer Rest extends string]
    ? [K] extends [never]
      ? FailedAt<'', B, Failure<`a statement does not start with '${B}'`, B, '', 'MATCH' | 'CREATE' | 'MERGE' | 'UNWIND' | 'CALL' | 'RETURN'>>
      : Z extends State<infer Scope, infer P, infer Row, infer Order>
        ? Clauses<S, Scope, P, Row, Order, B>[K & ClauseName] extends infer Z2
          ? Z2 extends AnyFailure ? FailedAt<K & string, B, Z2> : ReadClauses<S, Rest, Z2>
          : never
        : never
    : never

export type ClauseName =
  | 'MATCH' | 'OPTIONAL' | 'CREATE' | 'MERGE' | 'WHERE' | 'WITH' | 'RETURN' | 'ORDER' | 'SKIP' | 'LIMIT' | 'UNWIND'
  | 'SET' | 'REMOVE' | 'DELETE' | 'DETACH' | 'UNION' | 'CALL' | 'PASS'

/** What each clause does to the state, one line a clause, picked by index: a ladder of conditionals costs more. */
export interface Clauses<S extends SchemaShape, Scope, P, Row, Order, B extends string> {
  MATCH: Matched<ReadPatterns<S, B, Scope, P>, Row>
  OPTIONAL: MatchedOptionally<Scope, ReadPatterns<S, B, Scope, P>, Row>
  CREATE: Matched<ReadPatterns<S, B, Scope, P>, Row>
  MERGE: Matched<ReadPatterns<S, B, Scope, P>, Row>
  WHERE: WithParams<Scope, P, Row, Order, ReadExpression<S, Scope, B>>
  WITH: ReadProjection<S, Scope, B> extends infer Q ? Q extends Typed<infer O, infer P1> ? State<O, P & P1, Row, Scope> : Q : never
  RETURN: ReadProjection<S, Scope, B> extends infer Q ? Q extends Typed<infer O, infer P1> ? State<Scope & NewNames<O, Scope>, P & P1, Row | RowOf<S, O>> : Q : never
  ORDER: WithParams<Scope, P, Row, Order, ReadOrderBy<S, Order & Scope, B>>
  SKIP: WithParams<Scope, P, Row, Order, ReadCount<S, B>>
  LIMIT: WithParams<Scope, P, Row, Order, ReadCount<S, B>>
  UNWIND: Cut<B, ' AS '> extends [infer E extends string, infer A extends string] ? Unwound<S, Scope, P, Row, E, A> : Failure<`expected UNWIND list AS name`, B, ''>
  SET: WithParams<Scope, P, Row, {}, ReadSet<S, Scope, B>>
  REMOVE: WithParams<Scope, P, Row, {}, ReadRemove<S, Scope, B>>
  DELETE: WithParams<Scope, P, Row, {}, ReadList<S, Scope, B>>
  DETACH: WithParams<Scope, P, Row, {}, ReadList<S, Scope, B>>
  UNION: State<{}, P, Row>
  CALL: B extends `${string}{ ${infer Q}}` ? Subquery<ReadClauses<S, Q, State<Scope, P, never>>, Scope, Row> : State<Scope & Yields<B>, P & NotUnderstood<B>['params'], Row>
  PASS: State<Scope, P & NotUnderstood<B>['params'], Row>
}
type Matched<X, Row> = X extends Scoped<infer Scope, infer P> ? State<Scope, P, Row> : X
type MatchedOptionally<Before, X, Row> = X extends Scoped<infer Scope, infer P> ? State<OptionalNames<Before, Scope>, P, Row> : X
type WithParams<Scope, P, Row, Order, X> = X extends Typed<unknown, infer P1> ? State<Scope, P & P1, Row, Order> : X
type NewNames<O, Scope> = { readonly [K in keyof O as K extends keyof Scope ? never : K]: O[K] }

/** CALL { … }: starts from the outer scope, its columns join it. */
type Subquery<Z, Scope, Row> =
  Z extends State<unknown, infer P, infer R, unknown> ? State<Scope & { readonly [K in keyof R]: ValueBinding<R[K]> }, P, Row>
  : Z extends FailedAt<string, string, infer E> ? E
  : never
/** `#row` names the parameter that the rows come from, so that their type can be put together from its uses. */
type Unwound<S extends SchemaShape, Scope, P, Row, E extends string, A extends string> =
  E extends `$${infer K}`
    ? State<Scope & { readonly [Q in A]: ValueBinding<unknown> }, P & { [Q in K]: readonly unknown[] } & { [Q in `#${A}`]: K }, Row>
    : ReadExpression<S, Scope, E> extends infer X
      ? X extends Typed<infer T, infer P1>
        ? State<Scope & { readonly [Q in A]: ValueBinding<NonNullable<T> extends readonly (infer I)[] ? I : unknown> }, P & P1, Row>
        : X
      : never
type Yields<B extends string> = B extends `${string} YIELD ${infer X}` ? YieldNames<X> : {}
type YieldNames<X extends string> = X extends `${infer A},${infer B}` ? YieldName<Trim<A>> & YieldNames<B> : YieldName<Trim<X>>
type YieldName<I extends string> =
  I extends `${string} AS ${infer A}` ? { readonly [K in A]: ValueBinding<unknown> } : { readonly [K in I]: ValueBinding<unknown> }
