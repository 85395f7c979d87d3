import type { Expression, MapEntry, ProjectionEntry } from '../ast/expression.ts'
import type { ProjectionItem } from '../ast/clause.ts'
import { GraphError } from '../error/graph-error.ts'
import type { ValueBinding } from '../grammar/binding.ts'
import { Operation, treeIn } from './operation.ts'
import type { Operand } from './operand.ts'
import { type BindingIn, type Named, type Parameter, tree, type Value } from './value.ts'

/** What RETURN and WITH take from a callback: values by name, nested as wished. */
export interface Projection {
  readonly [column: string]: Value<unknown, unknown> | Parameter<string> | Projection
}

/** The type of one column. */
export type Column<V> =
  V extends Value<infer T, unknown>
    ? T
    : V extends Parameter<string>
      ? unknown
      : { -readonly [K in keyof V]: Column<V[K]> }
/** The row of a projection; a projection that is not known gives nothing, and must not be walked for ever. */
export type RowIn<O> = string extends keyof O ? {} : { -readonly [K in keyof O]: Column<O[K]> }
/** The scope after it: a name keeps what it stands for, all else is a value. */
export type ScopeIn<O> = string extends keyof O
  ? {}
  : { readonly [K in keyof O]: [BindingIn<O[K]>] extends [never] ? ValueBinding<Column<O[K]>> : BindingIn<O[K]> }
type ParamsOne<V> =
  V extends Value<unknown, infer P> ? P : V extends Parameter<infer K> ? { [Q in K]: unknown } : ParamsOfProjection<V>
/** The named parameters of all columns together. */
export type ParamsOfProjection<O> = string extends keyof O
  ? {}
  : { [K in keyof O]: (x: ParamsOne<O[K]>) => 0 }[keyof O] extends (x: infer P) => 0
    ? P
    : {}

const entryOf = (value: unknown, column: string): Expression => {
  const node = treeIn(value)
  if (node !== undefined) return node
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new GraphError('USAGE', `column '${column}' is no value of the query; a constant goes through $('name')`)
  }
  const entries: MapEntry[] = Object.entries(value).map(([key, inner]) => ({
    key,
    value: entryOf(inner, `${column}.${key}`),
  }))
  return { kind: 'map', entries }
}

type Flat<X> = { -readonly [K in keyof X]: X[K] }

/** The items of a projection, in the order they were written. */
export const projectionItems = (projection: Projection): readonly ProjectionItem[] => {
  const items: ProjectionItem[] = []
  for (const alias of Object.keys(projection)) {
    const expression = entryOf(projection[alias], alias)
    const same = expression.kind === 'variable' && expression.name === alias
    items.push({ expression, alias: same ? undefined : alias })
  }
  return items
}

type Keys<T> = '*' | readonly (keyof NonNullable<T> & string)[]
type Chosen<T, K> = K extends readonly (infer Q)[] ? { [X in Q & keyof T]: T[X] } : T

/**
 * A map projection: properties of a node, all (`'*'`) or some, and more beside them.
 *
 * @example
 * db.match('(p:User)').return(({ p }) => ({ person: project(p, ['name', 'age'], { next: p.age.plus(1) }) }))
 * // MATCH (p:User) RETURN p {.name, .age, next: p.age + $p1} AS person
 */
export const project = <T, B, const K extends Keys<T>, O extends Projection = {}>(
  of: Value<T, {}> & Named<B>,
  keys: K,
  more?: O,
): Operand<Flat<Omit<Chosen<NonNullable<T>, K>, keyof O> & RowIn<O>> | Extract<T, null>, ParamsOfProjection<O>> => {
  const node = of[tree]
  if (node.kind !== 'variable') throw new GraphError('USAGE', 'project() takes a name in scope')
  const entries: ProjectionEntry[] = [
    ...(keys === '*' ? [{ kind: 'all' } as const] : keys.map((key) => ({ kind: 'property', key }) as const)),
    ...Object.entries(more ?? {}).map(([key, value]) => ({ kind: 'entry', key, value: entryOf(value, key) }) as const),
  ]
  return new Operation({ kind: 'map-projection', of: node.name, entries }) as never
}
