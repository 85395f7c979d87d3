import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure, ValueBinding } from './binding.ts'
import type { Cursor, Stops } from './cursor.ts'
import type { Both, ReadExpression, Typed, ValueOf } from './expression.ts'
import type { Cut, Trim } from './lex.ts'

const freeze = Object.freeze
const ALIAS: Stops = new Set(['AS'])
const DIRECTIONS: ReadonlyMap<string, boolean> = new Map([
  ['ASC', false],
  ['ASCENDING', false],
  ['DESC', true],
  ['DESCENDING', true],
])
const SORT: Stops = new Set([...DIRECTIONS.keys(), 'NULLS'])

const readItem = (cursor: Cursor): ProjectionItem => {
  const start = cursor.at
  const expression = cursor.rules.expression(cursor, ALIAS)
  const alias = cursor.take('AS') ? cursor.name('a name after AS') : undefined
  return freeze({ expression, alias, source: cursor.source(start) })
}

/** `DISTINCT *, a.b, c AS d` of WITH or RETURN. */
export const readProjection = (cursor: Cursor, kind: 'with' | 'return'): Clause => {
  const start = cursor.at
  cursor.at += 1
  const distinct = cursor.take('DISTINCT')
  const star = cursor.take('*')
  const items: ProjectionItem[] = []
  if (!star || cursor.take(',')) {
    do items.push(readItem(cursor))
    while (cursor.take(','))
  }
  return freeze({ kind, distinct, star, items: freeze(items), source: cursor.source(start) })
}

const readNulls = (cursor: Cursor): SortItem['nulls'] => {
  if (cursor.takeAll('NULLS', 'FIRST')) return 'first'
  if (cursor.takeAll('NULLS', 'LAST')) return 'last'
  return undefined
}

const readSortItem = (cursor: Cursor): SortItem => {
  const start = cursor.at
  const expression = cursor.rules.expression(cursor, SORT)
  const descending = DIRECTIONS.get(cursor.key)
  if (descending !== undefined) cursor.at += 1
  const nulls = readNulls(cursor)
  return freeze({ expression, descending: descending ?? false, nulls, source: cursor.source(start) })
}

/** `ORDER BY a.b DESC, c` */
export const readOrderBy = (cursor: Cursor): Clause => {
  const start = cursor.at
  cursor.at += 2
  const items: SortItem[] = []
  do items.push(readSortItem(cursor))
  while (cursor.take(','))
  return freeze({ kind: 'order-by', items: freeze(items), source: cursor.source(start) })
}

// The same for the compiler.

/** WITH, RETURN: each name and what it stands for. */
export type ReadProjection<S extends SchemaShape, Scope, B extends string> =
  B extends `DISTINCT ${string}` ? B extends `DISTINCT ${infer X}` ? Items<S, Scope, X> : never : Items<S, Scope, B>
type Items<S extends SchemaShape, Scope, B extends string, O = {}, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Item<S, Scope, Trim<I>> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Items<S, Scope, X, O & O1, Params & P1> : Q : never
      : Item<S, Scope, Trim<B>> extends infer Q ? Q extends Typed<infer O1, infer P1> ? Typed<O & O1, Params & P1> : Q : never
    : never
type Item<S extends SchemaShape, Scope, I extends string> =
  I extends keyof Scope ? Typed<{ readonly [K in I]: Scope[I] }, {}>
  : I extends '*' ? Typed<Scope, {}>
  : I extends `${string} AS` ? Failure<`expected a name after AS`, I, ''>
  : I extends `${infer E} AS ${infer A}`
    ? E extends keyof Scope ? Typed<{ readonly [K in A]: Scope[E] }, {}> : Named<A, ReadExpression<S, Scope, E>>
  : Named<I, ReadExpression<S, Scope, I>>
type Named<A extends string, X> =
  X extends Typed<infer T, infer P> ? Typed<{ readonly [K in A extends `\`${infer Q}\`` ? Q : A]: ValueBinding<T> }, P> : X

/** The row that a projection gives. */
export type RowOf<S extends SchemaShape, O> = { -readonly [K in keyof O]: ValueOf<S, O[K]> }

/** ORDER BY: sees the columns and the scope before them. */
export type ReadOrderBy<S extends SchemaShape, Scope, B extends string, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? SortKey<S, Scope, Trim<I>> extends infer Q ? Q extends Typed<unknown, infer P1> ? ReadOrderBy<S, Scope, X, Params & P1> : Q : never
      : SortKey<S, Scope, Trim<B>> extends infer Q ? Q extends Typed<unknown, infer P1> ? Typed<0, Params & P1> : Q : never
    : never
type SortKey<S extends SchemaShape, Scope, I extends string> =
  I extends keyof Scope ? Typed<0, {}>
  : I extends `${infer E} ${'DESC' | 'ASC' | 'DESCENDING' | 'ASCENDING'}` ? SortKey<S, Scope, E>
  : ReadExpression<S, Scope, I>

/** SKIP, LIMIT. */
export type ReadCount<S extends SchemaShape, B extends string> =
  B extends `$${infer K}` ? Typed<number, { [Q in K]: number }> : ReadExpression<S, {}, B>

/** A list of expressions of which only the parameters matter: DELETE a, b. */
export type ReadList<S extends SchemaShape, Scope, B extends string> =
  B extends keyof Scope ? Typed<0, {}>
  : Cut<B, ','> extends [infer A extends string, infer X extends string] ? Both<0, ReadExpression<S, Scope, Trim<A>>, ReadList<S, Scope, Trim<X>>>
  : ReadExpression<S, Scope, B>
