import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { GraphPath } from '../value/graph-path.ts'
import type {
  Failure,
  NodeBinding,
  OptionalNodeBinding,
  OptionalPathBinding,
  OptionalRelationshipBinding,
  OptionalRelationshipListBinding,
  PathBinding,
  RelationshipBinding,
  RelationshipListBinding,
  ValueBinding,
} from './binding.ts'
import type { Cursor, Stops } from './cursor.ts'
import { meantKeyword } from './keyword.ts'
import type { NodeProperties, RelationshipProperties, StartingWith, Suggestion } from './label.ts'
import { Misfit } from './misfit.ts'
import { readOperators, type ReadOperators, type ReadTightMinus } from './operator.ts'
import { words } from '../value/words.ts'

/** An expression as far as it goes, one level deeper: an expression in another makes the tree one taller, however many stand side by side. */
export const readBareExpression = (cursor: Cursor): Expression => {
  cursor.enter()
  const expression = readOperators(cursor, 0)
  cursor.depth -= 1
  return expression
}

/** Steps over one token, or over brackets whole; a name after a dot and the WITH of STARTS WITH end nothing. */
const step = (cursor: Cursor): void => {
  const { key } = cursor
  cursor.skip()
  if ((key === '.' || key === ':' || key === 'STARTS' || key === 'ENDS') && cursor.isName()) cursor.at += 1
}

const CLOSED = words(') ] } ; <end>')

/** Up to where the expression must end; what stands between CASE and END does not end it. */
const skip = (cursor: Cursor): void => {
  let cases = 0
  do {
    if (cursor.key === 'CASE') cases += 1
    else if (cursor.key === 'END' && cases > 0) cases -= 1
    step(cursor)
  } while (!(cases > 0 ? CLOSED.has(cursor.key) : cursor.ended()))
}

/** The text of an expression that is not understood, with the names of its parameters. */
const readOpaque = (cursor: Cursor, start: number): Expression => {
  cursor.at = start
  if (cursor.missing()) cursor.failMissing('expected an expression')
  skip(cursor)
  return { kind: 'opaque', source: cursor.source(start), parameters: cursor.parameters(start) }
}

/** A word that is all but a clause, after something understood, is a slip and not an unknown operator. */
const refuseSlip = (cursor: Cursor): void => {
  const { kind, key } = cursor.peek()
  if (kind === 'word' && meantKeyword(key) !== undefined) {
    throw cursor.error(cursor.at, `expected an operator, ',' or the next clause (did you mean ${meantKeyword(key)}?)`)
  }
}

/**
 * An expression up to where it must end: a comma, a closing bracket, a clause, or one of `stops`. One that is not
 * understood becomes `opaque`, never an error; only a missing one is.
 *
 * @example
 * readExpression(cursor, NO_STOPS) // 'p.age >= $minAge' → binary >= of a property and a parameter
 */
export const readExpression = (cursor: Cursor, stops: Stops): Expression => {
  const { at, depth, clause, stops: outer } = cursor
  cursor.stops = stops
  let expression: Expression | undefined
  try {
    const read = readBareExpression(cursor)
    if (cursor.ended()) expression = read
    else refuseSlip(cursor)
  } catch (error) {
    if (!(error instanceof Misfit) || error.missing) throw error
    cursor.depth = depth
    cursor.clause = clause
    cursor.stops = stops
  }
  expression ??= readOpaque(cursor, at)
  cursor.stops = outer
  return expression
}

// The same for the compiler.

/** A typed expression and the parameters it needs. */
export interface Typed<T, Params> {
  readonly type: T
  readonly params: Params
}

/** The value of a name: a node or a relationship is its plain properties. */
export type ValueOf<S extends SchemaShape, B> =
  B extends NodeBinding<infer L>
    ? NodeProperties<S, L>
    : B extends OptionalNodeBinding<infer L>
      ? NodeProperties<S, L> | null
      : B extends RelationshipBinding<infer L>
        ? RelationshipProperties<S, L>
        : B extends OptionalRelationshipBinding<infer L>
          ? RelationshipProperties<S, L> | null
          : B extends ValueBinding<infer X>
            ? X
            : B extends RelationshipListBinding<infer L>
              ? RelationshipProperties<S, L>[]
              : B extends PathBinding
                ? GraphPath
                : B extends OptionalRelationshipListBinding<infer L>
                  ? RelationshipProperties<S, L>[] | null
                  : B extends OptionalPathBinding
                    ? GraphPath | null
                    : unknown

/** The properties a name has; unknown when it has none that we know. */
export type BagOf<S extends SchemaShape, B> = B extends NodeBinding<infer L> | OptionalNodeBinding<infer L>
  ? L extends '*'
    ? unknown
    : NodeProperties<S, L>
  : B extends RelationshipBinding<infer L> | OptionalRelationshipBinding<infer L>
    ? L extends '*'
      ? unknown
      : RelationshipProperties<S, L>
    : B extends ValueBinding<infer X>
      ? X
      : unknown

type Nullable<B, T> = B extends { kind: 'optional-node' | 'optional-relationship' } ? T | null : T
type KeysOfUnion<U> = U extends unknown ? keyof U & string : never
/** `p.age`: W is the text as it stands, for the message and for completions. */
export type PropertyOf<S extends SchemaShape, B, K extends string, W extends string> =
  BagOf<S, B> extends infer Q
    ? unknown extends Q
      ? Typed<unknown, {}>
      : K extends KeysOfUnion<NonNullable<Q>>
        ? Typed<Nullable<B, Q extends unknown ? (K extends keyof Q ? Q[K] : null) : never>, {}>
        : B extends ValueBinding<infer X>
          ? [X] extends [object | null]
            ? [NonNullable<X>] extends [Composed]
              ? Typed<Component<K> | OrNull<X>, {}>
              : NoProperty<Q, K, W, B>
            : Typed<unknown, {}>
          : NoProperty<Q, K, W, B>
    : never
type NoProperty<Q, K extends string, W extends string, B> = Failure<
  `${NameOf<B>} has no property '${K}'${Suggestion<KeysOfUnion<NonNullable<Q>>, K> & string}`,
  W,
  '',
  W extends `${infer A}.${string}` ? `${A}.${StartingWith<KeysOfUnion<NonNullable<Q>>, K>}` : never
>
type NameOf<B> =
  B extends ValueBinding<unknown> ? 'this value' : B extends { labels: infer L extends string } ? L : 'this value'

export type NoVariable<Scope, A extends string, W extends string = A> = Failure<
  `no variable '${A}' here${Suggestion<keyof Scope, A> & string}`,
  W,
  '',
  W extends A ? StartingWith<keyof Scope, A> : never
>

/** Anything that makes a text more than one operand. */
export type Punctuated =
  `${string}${' ' | '(' | '[' | '{' | '+' | '*' | '/' | '%' | '^' | '=' | '<' | '>' | '`' | '$' | ':' | '|'}${string}`

/** One operand: variable, path, $parameter, literal; anything longer goes to `ReadOperators`. */
export type ReadExpression<S extends SchemaShape, Scope, T extends string> = T extends keyof Scope
  ? Typed<ValueOf<S, Scope[T]>, {}>
  : T extends Punctuated
    ? T extends `$${infer K}`
      ? K extends Punctuated
        ? ReadOperators<S, Scope, T>
        : K extends `${infer A}.${string}`
          ? Typed<unknown, { [Q in A]: unknown }>
          : Typed<unknown, { [Q in K]: unknown }>
      : ReadOperators<S, Scope, T>
    : T extends `${infer A}.${infer K}`
      ? A extends keyof Scope
        ? K extends `${infer K1}.${infer K2}`
          ? Below<PropertyOf<S, Scope[A], K1, T>, K2>
          : K extends `${string}-${string}`
            ? ReadTightMinus<S, Scope, T>
            : PropertyOf<S, Scope[A], K, T>
        : T extends `${number}`
          ? Typed<number, {}>
          : A extends ''
            ? Typed<unknown, {}>
            : A extends `-${infer A2}`
              ? ReadExpression<S, Scope, `${A2}.${K}`>
              : T extends `${string}-${string}`
                ? ReadTightMinus<S, Scope, T>
                : T extends `${number}_${string}`
                  ? Typed<number, {}>
                  : NoVariable<Scope, A, T>
      : T extends `${number}`
        ? Typed<number, {}>
        : T extends '""'
          ? Typed<string, {}>
          : T extends 'true' | 'false' | 'TRUE' | 'FALSE'
            ? Typed<boolean, {}>
            : T extends 'NULL' | 'null' | 'Null'
              ? Typed<null, {}>
              : T extends ''
                ? Failure<'an expression is missing', '', '', keyof Scope & string>
                : T extends `${string}-${string}` | `${number}_${string}` | 'NaN' | 'INF' | 'INFINITY' | 'Infinity'
                  ? T extends `-${infer X}`
                    ? ReadExpression<S, Scope, X>
                    : T extends `${infer A}-${string}`
                      ? A extends `${string}_${string}` | `${number}e` | `${number}E`
                        ? Typed<number, {}>
                        : ReadTightMinus<S, Scope, T>
                      : Typed<number, {}>
                  : NoVariable<Scope, T>

/** What lies below a value: a component of a moment or a point, an entry of a map; unknown where nothing is known. */
export type Below<X, K extends string> =
  X extends Typed<infer T, infer P>
    ? K extends `${infer A}.${infer B}`
      ? Below<Typed<Entry<T, A>, P>, B>
      : Typed<Entry<T, K>, P>
    : X
type Entry<T, K extends string> = unknown extends T
  ? unknown
  : [NonNullable<T>] extends [never]
    ? unknown
    : [NonNullable<T>] extends [Composed]
      ? Component<K> | OrNull<T>
      : K extends KeysOfUnion<NonNullable<T>>
        ? T extends unknown
          ? K extends keyof T
            ? T[K]
            : null
          : never
        : unknown
/** Moments and points, of which `.year` or `.x` may be asked. */
type Composed = { readonly toJSON: () => unknown }
type Component<K extends string> = K extends 'timezone' | 'offset' | 'crs'
  ? string
  : K extends 'z' | 'height'
    ? number | null
    : number

/** Not understood: unknown (or what the caller knows), but its parameters are still asked for. */
export type NotUnderstood<T extends string, X = unknown> = Typed<X, T extends `${string}$${string}` ? Dollars<T> : {}>
type Dollars<T extends string, Params = {}> = T extends `${string}$${infer B}`
  ? Dollars<B, Params & { [K in Identifier<B>]: unknown }>
  : Params
type Identifier<B extends string> = Before<
  Before<Before<Before<Before<Before<Before<Before<Before<B, ' '>, ')'>, ','>, ']'>, '}'>, '.'>, '['>, '+'>,
  '|'
>
type Before<B extends string, D extends string> = B extends `${infer A}${D}${string}` ? A : B

/** The type T with the parameters of X; what is wrong with X stays. */
export type As<T, X> = X extends Typed<unknown, infer P> ? Typed<T, P> : X
export type Both<T, X, Y> =
  X extends Typed<unknown, infer P> ? (Y extends Typed<unknown, infer Q> ? Typed<T, P & Q> : Y) : X
export type OrNull<T> = null extends T ? null : never
