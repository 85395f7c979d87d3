import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure, ValueBinding } from './binding.ts'
import { ALIAS, type Cursor, type Stops } from './cursor.ts'
import type { Both, ReadExpression, Typed, ValueOf } from './expression.ts'
import type { Trim } from './lex.ts'
import type { NamesOnly } from './narrowing.ts'
import type { Cut } from './pair.ts'

const DIRECTIONS: Readonly<Record<string, boolean>> = { ASC: false, ASCENDING: false, DESC: true, DESCENDING: true }
const SORT: Stops = new Set([...Object.keys(DIRECTIONS), 'NULLS'])

const readItem = (cursor: Cursor): ProjectionItem => {
  const start = cursor.at
  const expression = cursor.expression(ALIAS)
  return cursor.made(start, { expression, alias: cursor.alias() })
}

/** `DISTINCT *, a.b, c AS d` of WITH or RETURN. */
export const readProjection = (cursor: Cursor, kind: 'with' | 'return'): Clause => {
  const distinct = cursor.take('DISTINCT')
  if (cursor.key === 'ALL' && (cursor.isName(1) || cursor.peek(1).key === '*')) cursor.at += 1 // what is meant without it
  const star = cursor.take('*')
  return { kind, distinct, star, items: !star || cursor.take(',') ? cursor.list(readItem) : [] }
}

const readSortItem = (cursor: Cursor): SortItem => {
  const start = cursor.at
  const expression = cursor.expression(SORT)
  const descending = DIRECTIONS[cursor.key]
  if (descending !== undefined) cursor.at += 1
  const nulls = cursor.takeAll('NULLS', 'FIRST') ? 'first' : cursor.takeAll('NULLS', 'LAST') ? 'last' : undefined
  return cursor.made(start, { expression, descending: descending ?? false, nulls })
}

/** `BY a, b`, `BY ALL`, `BY ()` of GROUP BY. */
export const readGroupBy = (cursor: Cursor): Clause => {
  cursor.at += 1
  if (cursor.takeAll('(', ')')) return { kind: 'group-by', keys: [] }
  return { kind: 'group-by', keys: cursor.take('ALL') ? 'all' : cursor.list(() => cursor.expression()) }
}

/** `BY a.b DESC, c` of ORDER BY. */
export const readOrderBy = (cursor: Cursor): Clause => {
  cursor.at += 1
  return { kind: 'order-by', items: cursor.list(readSortItem) }
}

// The same for the compiler.

/** WITH, RETURN: each name and what it stands for. */
export type ReadProjection<S extends SchemaShape, Scope, B extends string> = B extends `DISTINCT ${string}`
  ? B extends `DISTINCT ${infer X}`
    ? Items<S, Scope, X>
    : never
  : Items<S, Scope, B>
type Items<S extends SchemaShape, Scope, B extends string, O = {}, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Item<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<infer O1, infer P1>
          ? Items<S, Scope, X, O & O1, Params & P1>
          : Q
        : never
      : Item<S, Scope, Trim<B>> extends infer Q
        ? Q extends Typed<infer O1, infer P1>
          ? Typed<O & O1, Params & P1>
          : Q
        : never
    : never
type Item<S extends SchemaShape, Scope, I extends string> = I extends keyof Scope
  ? Typed<{ readonly [K in I]: Scope[I] }, {}>
  : I extends '*'
    ? Typed<NamesOnly<Scope>, {}>
    : I extends `${string} AS` | `AS ${string}`
      ? Failure<`expected a ${I extends `AS ${string}` ? 'value before' : 'name after'} AS`, I, ''>
      : I extends `${infer E} AS ${infer A}`
        ? E extends keyof Scope
          ? Typed<{ readonly [K in A]: Scope[E] }, {}>
          : Alias<A, ReadExpression<S, Scope, E>>
        : Named<I, ReadExpression<S, Scope, I>>
type Named<A extends string, X> =
  X extends Typed<infer T, infer P> ? Typed<{ readonly [K in NameOf<A>]: ValueBinding<T> }, P> : X
type NameOf<A extends string> = A extends `\`${infer Q}\`` ? Q : A
/** After AS stands one name. */
type Alias<A extends string, X> = A extends `${string} ${string}`
  ? A extends `\`${string}\`` | `${string}""${string}`
    ? Named<A, X>
    : Failure<`expected ',' or the next clause after AS ${A extends `${infer N} ${string}` ? N : A}`, A, ''>
  : Named<A, X>

/** The row that a projection gives. */
export type RowOf<S extends SchemaShape, O> = { -readonly [K in keyof O]: ValueOf<S, O[K]> }

/** ORDER BY: sees the columns and the scope before them. */
export type ReadOrderBy<S extends SchemaShape, Scope, B extends string, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? SortKey<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<unknown, infer P1>
          ? ReadOrderBy<S, Scope, X, Params & P1>
          : Q
        : never
      : SortKey<S, Scope, Trim<B>> extends infer Q
        ? Q extends Typed<unknown, infer P1>
          ? Typed<0, Params & P1>
          : Q
        : never
    : never
type SortKey<S extends SchemaShape, Scope, I extends string> = I extends keyof Scope
  ? Typed<0, {}>
  : I extends `${infer E} ${Direction}` | `${infer E} ${'NULLS' | 'nulls'} ${'FIRST' | 'LAST' | 'first' | 'last'}`
    ? SortKey<S, Scope, E>
    : I extends `${string} ${Direction} ${string}`
      ? Failure<"expected ',' or the next clause after a direction", I, ''>
      : ReadExpression<S, Scope, I>
type Direction = 'DESC' | 'ASC' | 'DESCENDING' | 'ASCENDING' | 'descending' | 'ascending'

/** SKIP, LIMIT. */
export type ReadCount<S extends SchemaShape, B extends string> = B extends `$${infer K}`
  ? K extends `${string} ${string}`
    ? ReadExpression<S, {}, B>
    : Typed<number, { [Q in K]: number }>
  : ReadExpression<S, {}, B>

/** A list of expressions of which only the parameters matter: DELETE a, b. */
export type ReadList<S extends SchemaShape, Scope, B extends string> = B extends keyof Scope
  ? Typed<0, {}>
  : Cut<B, ','> extends [infer A extends string, infer X extends string]
    ? Both<0, ReadExpression<S, Scope, Trim<A>>, ReadList<S, Scope, Trim<X>>>
    : ReadExpression<S, Scope, B>
