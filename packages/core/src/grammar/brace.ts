import type { Expression, MapEntry, ProjectionEntry } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type {
  NodeBinding,
  OptionalNodeBinding,
  OptionalRelationshipBinding,
  RelationshipBinding,
  ValueBinding,
} from './binding.ts'
import type { Cursor } from './cursor.ts'
import type { BagOf, NoVariable, PropertyOf, Punctuated, ReadExpression, Typed, ValueOf } from './expression.ts'
import type { Trim } from './lex.ts'
import type { ReadBracket } from './list.ts'
import type { Balanced, Cut } from './pair.ts'
import type { ReadPostfix } from './postfix.ts'
import type { ReadSubquery } from './subquery.ts'

const readPair = (cursor: Cursor): MapEntry => {
  const key = cursor.name("a key, or '}'")
  cursor.expect(':', `':' after the key '${key}'`)
  return { key, value: cursor.expression() }
}

const readEntry = (cursor: Cursor): ProjectionEntry => {
  if (cursor.take('.')) {
    if (cursor.take('*')) return { kind: 'all' }
    return { kind: 'property', key: cursor.name("a key or '*'") }
  }
  if (cursor.peek(1).key !== ':')
    return { kind: 'variable', name: cursor.name("'.key', '.*', 'key: value' or a variable") }
  return { kind: 'entry', ...readPair(cursor) }
}

/** `{id: $id, name: 'Ada'}`, in an expression or a pattern. */
export const readMap = (cursor: Cursor): Expression => {
  cursor.expect('{')
  return { kind: 'map', entries: cursor.listTo('}', readPair) }
}

/** `p {.name, .*, key: value, variable}` */
export const readMapProjection = (cursor: Cursor): Expression => {
  const of = cursor.name('a variable')
  cursor.expect('{')
  return { kind: 'map-projection', of, entries: cursor.listTo('}', readEntry) }
}

// The same for the compiler.

/** `p {.name, k: e}`, `{k: e}`, `EXISTS{ … }`, `[a, b]`, and what follows an operand. */
export type ReadBraces<S extends SchemaShape, Scope, T extends string> = T extends `${infer A}{${infer M}}`
  ? Trim<A> extends infer W extends string
    ? W extends keyof Scope
      ? Projected<Scope[W], Entries<S, Scope, Trim<M>, Scope[W]>>
      : W extends ''
        ? Balanced<M> extends true
          ? Projected<unknown, Entries<S, Scope, Trim<M>, ValueBinding<unknown>>>
          : ReadPostfix<S, Scope, T>
        : Lowercase<W> extends infer N extends 'exists' | 'count' | 'collect'
          ? ReadSubquery<S, Scope, N, Trim<M>>
          : W extends Punctuated
            ? ReadPostfix<S, Scope, T>
            : NoVariable<Scope, W>
    : never
  : T extends `[${infer L}]`
    ? Cut<L, ']'> extends [string]
      ? ReadBracket<S, Scope, Trim<L>>
      : ReadPostfix<S, Scope, T>
    : ReadPostfix<S, Scope, T>
/** The projection of a nullable node is null as a whole. */
type Projected<B, X> =
  X extends Typed<infer O, infer P>
    ? Typed<
        { [K in keyof O]: O[K] } | (B extends { kind: 'optional-node' | 'optional-relationship' } ? null : never),
        P
      >
    : X

type Entries<S extends SchemaShape, Scope, M extends string, B, O = {}, Params = {}> =
  Cut<M, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Entry<S, Scope, Trim<I>, B> extends infer Q
        ? Q extends Typed<infer O1, infer P1>
          ? Entries<S, Scope, X, B, O & O1, Params & P1>
          : Q
        : never
      : Entry<S, Scope, Trim<M>, B> extends infer Q
        ? Q extends Typed<infer O1, infer P1>
          ? Typed<O & O1, Params & P1>
          : Q
        : never
    : never
type Entry<S extends SchemaShape, Scope, I extends string, B> = I extends '.*'
  ? Typed<BagOf<S, B>, {}>
  : I extends `.${infer K}`
    ? Keyed<K, PropertyOf<S, NotOptional<B>, K, I>>
    : I extends `${infer K}:${infer E}`
      ? Keyed<Trim<K>, ReadExpression<S, Scope, Trim<E>>>
      : I extends keyof Scope
        ? Typed<{ [A in I]: ValueOf<S, Scope[I]> }, {}>
        : I extends ''
          ? Typed<{}, {}>
          : NoVariable<Scope, I>
type Keyed<K extends string, X> =
  X extends Typed<infer T, infer P> ? Typed<{ [A in K extends `\`${infer Q}\`` ? Q : K]: T }, P> : X
/** Inside the projection of a nullable node the whole is null, not the keys. */
type NotOptional<B> =
  B extends OptionalNodeBinding<infer L>
    ? NodeBinding<L>
    : B extends OptionalRelationshipBinding<infer L>
      ? RelationshipBinding<L>
      : B
