import type { ClauseName, State } from '../grammar/clause.ts'
import type { CheckedClause, ParseClause } from '../grammar/statement.ts'
import type { CypherFunction } from '../expression/cypher-function.ts'
import type { Names } from '../expression/names.ts'
import type { Operand } from '../expression/operand.ts'
import type { Named, NullOf, Value } from '../expression/value.ts'
import type { Identifier } from '../raw/identifier.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Query } from './query.ts'
import type { Runnable } from './runnable.ts'

type Checked<S extends SchemaShape, Scope, T extends string> = CheckedClause<S, Scope, {}, never, {}, 'MATCH', T>
type After<S extends SchemaShape, Scope, K extends ClauseName, T extends string> = ParseClause<
  S,
  Scope,
  {},
  never,
  {},
  K,
  T
>
type ScopeOf<Z> = Z extends State<infer Scope, infer _P, infer _R, infer _O> ? Scope : {}
type ParamsOf<Z> = Z extends State<infer _S, infer P, infer _R, infer _O> ? P : {}
type Built<X, T extends string, Z> = string extends T ? (X extends Runnable<infer P, infer _> ? P : {}) : ParamsOf<Z>
type Labels<S extends SchemaShape> = (keyof S['nodes'] & string) | (keyof S['relationships'] & string) | Identifier
type Functions<S extends SchemaShape> = S extends { readonly functions: infer F } ? F : {}
type Called<F> = F extends { readonly arguments: infer A extends readonly unknown[]; readonly returns: infer R }
  ? CypherFunction<A, R>
  : never

/** What a callback asks of the graph beside its names: an expression that is a query of its own. */
export interface Subqueries<in out S extends SchemaShape, in out Scope> {
  /**
   * Whether something is found, by a pattern or by a query.
   *
   * @example
   * .where(({ u }, graph) => graph.exists('(u)-[:WROTE]->(:Post)'))
   * // WHERE EXISTS { MATCH (u)-[:WROTE]->(:Post) }
   */
  readonly exists: <const T extends string, X>(
    pattern: Checked<S, Scope, T>[T] | ((query: Query<S, Scope, {}, never, {}>) => X),
  ) => Operand<boolean, Built<X, T, After<S, Scope, 'MATCH', T>>>
  /** How often something is found: `COUNT { MATCH (u)-[:WROTE]->(:Post) }`. */
  readonly count: <const T extends string, X>(
    pattern: Checked<S, Scope, T>[T] | ((query: Query<S, Scope, {}, never, {}>) => X),
  ) => Operand<number, Built<X, T, After<S, Scope, 'MATCH', T>>>
  /** The one column that a query returns, as a list: `COLLECT { MATCH (u)-[:WROTE]->(p:Post) RETURN p.title AS title }`. */
  readonly collect: <P, Row>(
    build: (query: Query<S, Scope, {}, never, {}>) => Runnable<P, Row>,
  ) => Operand<Row[keyof Row][], P>
  /**
   * A list made of what a pattern finds, of those for which a condition is true.
   *
   * @example
   * graph.listOf('(u)-[:WROTE]->(p:Post)', ({ p }) => p.title, ({ p }) => p.id.gt(3))
   * // [(u)-[:WROTE]->(p:Post) WHERE p.id > $p1 | p.title]
   */
  readonly listOf: <const T extends string, X, P, Q = {}>(
    pattern: Checked<S, Scope, T>[T],
    make: (
      names: Names<S, ScopeOf<After<S, Scope, 'MATCH', T>>>,
      graph: Subqueries<S, ScopeOf<After<S, Scope, 'MATCH', T>>>,
    ) => Value<X, P>,
    condition?: (names: Names<S, ScopeOf<After<S, Scope, 'MATCH', T>>>) => Value<boolean | null, Q>,
  ) => Operand<X[], ParamsOf<After<S, Scope, 'MATCH', T>> & P & Q>
  /** Whether a node has a label, or all of several, or a relationship a type: `graph.is(u, 'Admin')` makes `u:Admin`. */
  readonly is: <T, P, B>(
    entity: Value<T, P> & Named<B>,
    ...labels: readonly [Labels<S>, ...Labels<S>[]]
  ) => Operand<boolean | NullOf<T>, P>
  /** A function that the schema names: `graph.fn('my.plugin.fn')(u.name)` makes `my.plugin.fn(u.name)`. */
  readonly fn: <const K extends keyof Functions<S> & string>(name: K) => Called<Functions<S>[K]>
}
