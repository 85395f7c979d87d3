import type { OptionalNames, ValueBinding } from '../grammar/binding.ts'
import type { ClauseName, State } from '../grammar/clause.ts'
import type { BagOf } from '../grammar/expression.ts'
import type { CheckedClause, ParseClause } from '../grammar/statement.ts'
import type { Names } from '../expression/names.ts'
import type { ParamsOfProjection, Projection, RowIn, ScopeIn } from '../expression/projection.ts'
import type { Parameter, Value } from '../expression/value.ts'
import type { PathPattern } from '../pattern/path-pattern.ts'
import type { Identifier } from '../raw/identifier.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Assigned, Assignment } from './assignment.ts'
import type { Broken } from './broken.ts'
import type { Callback } from './callback.ts'
import type { Called } from './called.ts'
import type { CsvLine, CsvOptions } from './csv.ts'
import type { Fragment } from './fragment.ts'
import type { Given, ParamsGiven, YieldedNames, YieldItem } from './procedure-types.ts'
import type { Hint } from './hint.ts'
import type { Runnable, United } from './runnable.ts'
import type { CallOptions } from './transactions.ts'

/** The query after a clause, or one that takes anything when the clause is wrong. */
type Next<S extends SchemaShape, Z> =
  Z extends State<infer Scope, infer P, infer Row, infer Order> ? Query<S, Scope, P, Row, Order> : Broken
type After<S extends SchemaShape, Scope, P, Row, Order, K extends ClauseName, T extends string> = Next<
  S,
  ParseClause<S, Scope, P, Row, Order, K, T>
>

/** A key to sort by in a callback: a value, or a value, its direction, and where null goes. */
type SortBy =
  | Value<unknown, unknown>
  | readonly [value: Value<unknown, unknown>, direction: 'asc' | 'desc', nulls?: 'nulls first' | 'nulls last']
/** A query to go on with inside of a callback, that sees some names. */
type Inside<S extends SchemaShape, Scope> = Query<S, Scope, {}, never, {}>
/** A branch of a conditional query: it returns what those before it do. */
type Branch<P2, Row, Row2> = Runnable<P2, Row2> &
  ([Row] extends [never]
    ? unknown
    : [keyof Row, keyof Row2] extends [keyof Row2, keyof Row]
      ? unknown
      : '✖ all branches return the same columns')
type Either<Row, Row2> = [Row] extends [never] ? Row2 : United<Row, Row2>
type ParamsAfter<S extends SchemaShape, Scope, T extends string> =
  ParseClause<S, Scope, {}, never, {}, 'FILTER', T> extends State<unknown, infer Q, unknown, unknown> ? Q : {}
type ParamsOfLabels<L> = { [K in L extends Parameter<infer Q> ? Q : never]: string | readonly string[] }
type Label<S extends SchemaShape> = (keyof S['nodes'] & string) | Identifier | Parameter<string>

/**
 * A query: a value, immutable and reusable. Each clause takes Cypher's own words, checked against the schema, or a
 * callback with typed names: one signature for both, since of overloads a compiler shows the complaint of one and takes
 * the result of another. `string extends T` tells that no text was given.
 *
 * S the schema, Scope the names, P the parameters asked for, Row what RETURN gives, Order what ORDER BY may see besides.
 */
export interface Query<in out S extends SchemaShape, in out Scope, in out P, in out Row, in out Order>
  extends Runnable<P, Row> {
  /** `MATCH`: finds what looks like the pattern. @example db.match('(u:User {id: $id})') */
  match<const T extends string, Scope2, P2>(
    pattern: CheckedClause<S, Scope, P, Row, Order, 'MATCH', T>[T] | PathPattern<Scope2, P2>,
  ): string extends T ? Query<S, Scope & Scope2, P & P2, Row, Order> : After<S, Scope, P, Row, Order, 'MATCH', T>
  /** `OPTIONAL MATCH`: the new names may be null from here on. */
  optionalMatch<const T extends string, Scope2, P2>(
    pattern: CheckedClause<S, Scope, P, Row, Order, 'OPTIONAL', T>[T] | PathPattern<Scope2, P2>,
  ): string extends T
    ? Query<S, OptionalNames<Scope, Scope & Scope2>, P & P2, Row, Order>
    : After<S, Scope, P, Row, Order, 'OPTIONAL', T>
  /** `WHERE`: keeps the rows for which the condition is true; a second one is joined by AND. */
  where<const T extends string, Q>(
    condition: CheckedClause<S, Scope, P, Row, Order, 'WHERE', T>[T] | Callback<S, Scope, Value<boolean | null, Q>>,
  ): string extends T ? Query<S, Scope, P & Q, Row, Order> : After<S, Scope, P, Row, Order, 'WHERE', T>
  /** `FILTER`: a condition that may stand anywhere. Cypher 25. */
  filter<const T extends string, Q>(
    condition: CheckedClause<S, Scope, P, Row, Order, 'FILTER', T>[T] | Callback<S, Scope, Value<boolean | null, Q>>,
  ): string extends T ? Query<S, Scope, P & Q, Row, Order> : After<S, Scope, P, Row, Order, 'FILTER', T>
  /** `LET`: names beside those in scope. Cypher 25. @example .let('grown = u.age > 17')   .let(({ u }) => ({ n: u.age.plus(1) })) */
  let<const T extends string, const O extends Projection>(
    values: CheckedClause<S, Scope, P, Row, Order, 'LET', T>[T] | Callback<S, Scope, O>,
  ): string extends T
    ? Query<S, Scope & ScopeIn<O>, P & ParamsOfProjection<O>, Row, Order>
    : After<S, Scope, P, Row, Order, 'LET', T>
  /** `NEXT`, after RETURN: another statement over its rows, whose names are the columns. Cypher 25. */
  next(): After<S, Scope, P, Row, Order, 'NEXT', ''>
  /** `FINISH`: no rows, for what is run for its effect. */
  finish(): Query<S, Scope, P, never, Order>
  /** `WITH`: only what is named stays in scope. */
  with<const T extends string, const O extends Projection>(
    columns: CheckedClause<S, Scope, P, Row, Order, 'WITH', T>[T] | Callback<S, Scope, O>,
  ): string extends T
    ? Query<S, ScopeIn<O>, P & ParamsOfProjection<O>, Row, Scope>
    : After<S, Scope, P, Row, Order, 'WITH', T>
  /** `UNWIND`: a row for each element. @example db.unwind('$rows AS row').merge('(u:User {id: row.id})') */
  unwind<X>(): <const K extends string, const A extends string>(
    list: Parameter<K>,
    as: A,
  ) => Query<S, Scope & { readonly [Q in A]: ValueBinding<X> }, P & { [Q in K]: readonly X[] }, Row, Order>
  unwind<const T extends string>(
    list: CheckedClause<S, Scope, P, Row, Order, 'UNWIND', T>[T],
  ): After<S, Scope, P, Row, Order, 'UNWIND', T>
  /** `RETURN`: the columns of a row. @example .return('f.name AS name, count(*) AS n') */
  return<const T extends string, const O extends Projection>(
    columns: CheckedClause<S, Scope, P, Row, Order, 'RETURN', T>[T] | Callback<S, Scope, O>,
  ): string extends T
    ? Query<S, Scope & ScopeIn<O>, P & ParamsOfProjection<O>, RowIn<O>, Order>
    : After<S, Scope, P, Row, Order, 'RETURN', T>
  /** Each row once: `RETURN DISTINCT`, `WITH DISTINCT`, for the projection before it. */
  distinct(): Query<S, Scope, P, Row, Order>
  /** `ORDER BY`. @example .orderBy('n DESC, name') */
  orderBy<const T extends string>(
    keys:
      | CheckedClause<S, Scope, P, Row, Order, 'ORDER', T>[T]
      | Callback<S, Scope & Order, SortBy | readonly SortBy[]>,
  ): string extends T ? Query<S, Scope, P, Row, Order> : After<S, Scope, P, Row, Order, 'ORDER', T>
  /** `SKIP`: a number, a parameter, or either by text. */
  skip(rows: number): Query<S, Scope, P, Row, Order>
  skip<const K extends string>(rows: Parameter<K>): Query<S, Scope, P & { [Q in K]: number }, Row, Order>
  skip<const T extends string>(
    rows: CheckedClause<S, Scope, P, Row, Order, 'SKIP', T>[T],
  ): After<S, Scope, P, Row, Order, 'SKIP', T>
  /** Another word for `skip`. */
  readonly offset: Query<S, Scope, P, Row, Order>['skip']
  /** `LIMIT`: a number, a parameter, or either by text. */
  limit(rows: number): Query<S, Scope, P, Row, Order>
  limit<const K extends string>(rows: Parameter<K>): Query<S, Scope, P & { [Q in K]: number }, Row, Order>
  limit<const T extends string>(
    rows: CheckedClause<S, Scope, P, Row, Order, 'LIMIT', T>[T],
  ): After<S, Scope, P, Row, Order, 'LIMIT', T>

  /** `CREATE`. @example db.create('(u:User {id: $id, name: $name})') */
  create<const T extends string, Scope2, P2>(
    pattern: CheckedClause<S, Scope, P, Row, Order, 'CREATE', T>[T] | PathPattern<Scope2, P2>,
  ): string extends T ? Query<S, Scope & Scope2, P & P2, Row, Order> : After<S, Scope, P, Row, Order, 'CREATE', T>
  /** `INSERT`: another word for CREATE, in patterns of GQL. Cypher 25, and Neo4j 5 from 5.18 on. */
  readonly insert: Query<S, Scope, P, Row, Order>['create']
  /** `MERGE`: finds the pattern whole, or creates it whole. */
  merge<const T extends string, Scope2, P2>(
    pattern: CheckedClause<S, Scope, P, Row, Order, 'MERGE', T>[T] | PathPattern<Scope2, P2>,
  ): string extends T ? Query<S, Scope & Scope2, P & P2, Row, Order> : After<S, Scope, P, Row, Order, 'MERGE', T>
  /** `ON CREATE SET`, after a MERGE. */
  onCreateSet<const K extends keyof Scope & string, const A extends Assignment<BagOf<S, Scope[K]>>>(
    name: K,
    properties: A,
  ): Query<S, Scope, P & Assigned<BagOf<S, Scope[K]>, A>, Row, Order>
  onCreateSet<const T extends string>(
    assignments: CheckedClause<S, Scope, P, Row, Order, 'SET', T>[T],
  ): After<S, Scope, P, Row, Order, 'SET', T>
  /** `ON MATCH SET`, after a MERGE. */
  onMatchSet<const K extends keyof Scope & string, const A extends Assignment<BagOf<S, Scope[K]>>>(
    name: K,
    properties: A,
  ): Query<S, Scope, P & Assigned<BagOf<S, Scope[K]>, A>, Row, Order>
  onMatchSet<const T extends string>(
    assignments: CheckedClause<S, Scope, P, Row, Order, 'SET', T>[T],
  ): After<S, Scope, P, Row, Order, 'SET', T>
  /**
   * `SET`. @example .set('u.name = $name')   .set('u', { name: $('name') })   .set('u', ({ u }) => ({ age: u.age.plus(1) }))
   */
  set<const K extends keyof Scope & string, const A extends Assignment<BagOf<S, Scope[K]>>>(
    name: K,
    properties: A | Callback<S, Scope, A>,
  ): Query<S, Scope, P & Assigned<BagOf<S, Scope[K]>, A>, Row, Order>
  set<const T extends string>(
    assignments: CheckedClause<S, Scope, P, Row, Order, 'SET', T>[T],
  ): After<S, Scope, P, Row, Order, 'SET', T>
  /** `SET u:A:B`: labels of the schema, or by `label(text)` and `$('label')`. @example .setLabels('u', 'Admin') */
  setLabels<const K extends keyof Scope & string, const L extends readonly [Label<S>, ...Label<S>[]]>(
    name: K,
    ...labels: L
  ): Query<S, Scope, P & ParamsOfLabels<L[number]>, Row, Order>
  /** `REMOVE`: a property or a label. @example .remove('u.age')   .remove('u', ['age']) */
  remove<const K extends keyof Scope & string>(
    name: K,
    properties: readonly (keyof BagOf<S, Scope[K]> & string)[],
  ): Query<S, Scope, P, Row, Order>
  remove<const T extends string>(
    items: CheckedClause<S, Scope, P, Row, Order, 'REMOVE', T>[T],
  ): After<S, Scope, P, Row, Order, 'REMOVE', T>
  /** `REMOVE u:A:B` */
  removeLabels<const K extends keyof Scope & string, const L extends readonly [Label<S>, ...Label<S>[]]>(
    name: K,
    ...labels: L
  ): Query<S, Scope, P & ParamsOfLabels<L[number]>, Row, Order>
  /** `DELETE`: fails for a node that still has relationships. @example .delete('u')   .delete(({ u, f }) => [u, f]) */
  delete<const T extends string, Q = {}>(
    names:
      | CheckedClause<S, Scope, P, Row, Order, 'DELETE', T>[T]
      | Callback<S, Scope, Value<unknown, Q> | readonly Value<unknown, Q>[]>,
  ): string extends T ? Query<S, Scope, P & Q, Row, {}> : After<S, Scope, P, Row, Order, 'DELETE', T>
  /** `DETACH DELETE`: nodes with their relationships. */
  detachDelete<const T extends string, Q = {}>(
    names:
      | CheckedClause<S, Scope, P, Row, Order, 'DETACH', T>[T]
      | Callback<S, Scope, Value<unknown, Q> | readonly Value<unknown, Q>[]>,
  ): string extends T ? Query<S, Scope, P & Q, Row, {}> : After<S, Scope, P, Row, Order, 'DETACH', T>
  /** `FOREACH`: writes once for each element of a list; what it binds stays inside. */
  foreach<const K extends string, X, Q, P2>(
    name: K,
    list: Value<readonly X[] | null, Q> | Callback<S, Scope, Value<readonly X[] | null, Q>>,
    write: (query: Inside<S, Scope & { readonly [A in K]: ValueBinding<X> }>) => Runnable<P2, never>,
  ): Query<S, Scope, P & Q & P2, Row, {}>
  foreach<const T extends string>(
    each: CheckedClause<S, Scope, P, Row, Order, 'FOREACH', T>[T],
  ): After<S, Scope, P, Row, Order, 'FOREACH', T>

  /**
   * `CALL`: a subquery, for each row anew, that sees the names given (`'*'`: all); its columns join the names. By text
   * also a procedure. `{ inTransactions: { rows: 500 } }` commits it in batches.
   *
   * @example
   * db.match('(u:User)').call(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('count(p) AS posts'))
   * // MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS posts }
   */
  call<const K extends keyof Scope & string, Built, const A extends string = never>(
    names: readonly K[] | '*',
    build: (query: Inside<S, Pick<Scope, K>>) => Built,
    options?: CallOptions<A>,
  ): Called<S, Scope, P, Row, Built, never, A>
  call<const T extends string>(
    text: CheckedClause<S, Scope, P, Row, Order, 'CALL', T>[T],
  ): After<S, Scope, P, Row, Order, 'CALL', T>
  /** `OPTIONAL CALL`: keeps a row for which the subquery finds nothing; its columns may be null. */
  optionalCall<const K extends keyof Scope & string, Built, const A extends string = never>(
    names: readonly K[] | '*',
    build: (query: Inside<S, Pick<Scope, K>>) => Built,
    options?: CallOptions<A>,
  ): Called<S, Scope, P, Row, Built, null, A>
  optionalCall<const T extends string>(
    text: CheckedClause<S, Scope, P, Row, Order, 'OPTIONAL CALL', T>[T],
  ): After<S, Scope, P, Row, Order, 'OPTIONAL CALL', T>
  /**
   * `CALL name(…) YIELD …`: a procedure by its parts. Its arguments and columns are of the types that the schema gives, or
   * that are known of it; `'label AS l'` names a column otherwise.
   *
   * @example
   * db.callProcedure('db.index.fulltext.queryNodes', ['titles', $('words')], ['node AS post', 'score'])
   * // CALL db.index.fulltext.queryNodes($p1, $words) YIELD node AS post, score
   */
  callProcedure<const N extends string, const V extends Given<S, N>, const C extends readonly YieldItem<S, N>[]>(
    name: N,
    values: V | ((names: Names<S, Scope>) => V),
    columns: C,
  ): Query<S, Scope & YieldedNames<S, N, C>, P & ParamsGiven<S, N, V>, Row, {}>
  /**
   * `WHEN … THEN …`, at the beginning: the query of the first branch whose condition is true; another whenThen() adds a
   * branch, otherwise() the last one. All return the same columns. Cypher 25.
   *
   * @example
   * db.whenThen('$all', (query) => query.match('(u:User)').return('u.name AS name'))
   *   .otherwise((query) => query.match('(t:Tag)').return('t.name AS name'))
   * // WHEN $all THEN { MATCH (u:User) RETURN u.name AS name } ELSE { MATCH (t:Tag) RETURN t.name AS name }
   */
  whenThen<const T extends string, Q, P2, Row2>(
    condition: CheckedClause<S, Scope, P, Row, Order, 'FILTER', T>[T] | Callback<S, Scope, Value<boolean | null, Q>>,
    build: (query: Inside<S, Scope>) => Branch<P2, Row, Row2>,
  ): Query<S, Scope, P & P2 & (string extends T ? Q : ParamsAfter<S, Scope, T>), Either<Row, Row2>, Order>
  /** `ELSE`, after whenThen(). */
  otherwise<P2, Row2>(
    build: (query: Inside<S, Scope>) => Branch<P2, Row, Row2>,
  ): Query<S, Scope, P & P2, Either<Row, Row2>, Order>
  /**
   * `LOAD CSV`, a row a list of texts, or a map of them with headers.
   *
   * @example
   * db.loadCsv('FROM $url AS row')
   * db.loadCsv($('url'), 'row', { headers: true, fieldTerminator: ';' })
   * // LOAD CSV WITH HEADERS FROM $url AS row FIELDTERMINATOR ';'
   */
  loadCsv<const K extends string, const A extends string, const H extends boolean = false>(
    from: Parameter<K>,
    as: A,
    options?: CsvOptions<H>,
  ): Query<S, Scope & { readonly [Q in A]: ValueBinding<CsvLine<H>> }, P & { [Q in K]: string }, Row, {}>
  loadCsv<const T extends string>(
    text: CheckedClause<S, Scope, P, Row, Order, 'LOAD CSV', T>[T],
  ): After<S, Scope, P, Row, Order, 'LOAD CSV', T>
  /** `LOAD CSV WITH HEADERS`, a row a map of texts. @example db.loadCsvWithHeaders('FROM $url AS row') */
  loadCsvWithHeaders<const T extends string>(
    text: CheckedClause<S, Scope, P, Row, Order, 'LOAD CSV WITH HEADERS', T>[T],
  ): After<S, Scope, P, Row, Order, 'LOAD CSV WITH HEADERS', T>
  /** `USE`: the graph of a composite database that the rest is asked of. */
  useGraph<const T extends string>(
    graph: CheckedClause<S, Scope, P, Row, Order, 'PASS', T>[T],
  ): After<S, Scope, P, Row, Order, 'PASS', T>
  /**
   * `USING`: a hint to the planner, after MATCH.
   *
   * @example
   * .match('(u:User {id: $id})').using({ index: 'User', on: 'u', properties: ['id'] })
   * .match('(u:User {id: $id})').using('INDEX u:User(id)')
   */
  using<const K extends keyof Scope & string>(hint: Hint<S, Scope, K>): Query<S, Scope, P, Row, Order>
  using<const T extends string>(
    hint: CheckedClause<S, Scope, P, Row, Order, 'PASS', T>[T],
  ): After<S, Scope, P, Row, Order, 'PASS', T>
  /** Says that a write without any filter is meant; it is refused otherwise. */
  all(): Query<S, Scope, P, Row, Order>

  /**
   * A clause or two only when a condition holds, which is neither undefined, null nor false; the parameters they ask for
   * become optional. @example .when(states, (query, states) => query.where(({ s }) => s.code.in(states)))
   */
  when<const C, P2>(
    condition: C,
    then: (
      query: Query<S, Scope, P, Row, Order>,
      condition: Exclude<C, undefined | null | false>,
    ) => Query<S, Scope, P2, Row, Order>,
  ): Query<S, Scope, P & Partial<P2>, Row, Order>
  /** Goes on with a fragment made for at least these names. */
  use<Needs, Adds, P2>(
    fragment: Scope extends Needs ? Fragment<S, Needs, Adds, P2> : Fragment<S, Scope, Adds, P2>,
  ): Query<S, Scope & Adds, P & P2, Row, Order>
}
