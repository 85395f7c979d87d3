import type { SchemaShape } from '../schema/schema-shape.ts'
import type {
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
import type { Punctuated, ReadExpression, Typed } from './expression.ts'
import type { Trim } from './lex.ts'
import type { Cut } from './pair.ts'

/** What ORDER BY sees besides after OPTIONAL MATCH, nothing, in a word that tells: its WHERE takes no row away. */
export type AfterOptional = unknown

/** The scope after a condition: without null is what it says IS NOT NULL of, unless it may hold for another reason. */
export type Narrowed<S extends SchemaShape, Scope, Order, B extends string> = B extends `${string} IS NOT NULL${string}`
  ? AfterOptional extends Order
    ? Scope
    : B extends `${string} ${'OR' | 'XOR'} ${string}`
      ? Scope
      : Without<S, Scope, Named<Scope, B>>
  : Scope
/** `x` and `x.key` of the conditions joined by AND; that `x.key` is not null says the same of `x`. */
type Named<Scope, B extends string, Out extends string = never> =
  Cut<B, ' AND '> extends [infer A extends string, ...infer More]
    ? More extends [infer X extends string]
      ? Named<Scope, X, Out | NameIn<Scope, Trim<A>>>
      : Out | NameIn<Scope, Trim<A>>
    : Out
type NameIn<Scope, A extends string> = A extends `${infer X} IS NOT NULL`
  ? X extends Punctuated
    ? never
    : X extends keyof Scope
      ? X
      : X extends `${infer V}.${infer K}`
        ? V extends keyof Scope
          ? K extends `${string}.${string}`
            ? never
            : V | X
          : never
        : never
  : never
/** A property known not to be null is a name of its own, `x.key`: names are looked up before anything else. */
type Without<S extends SchemaShape, Scope, N extends string> = [N] extends [never]
  ? Scope
  : {
      readonly [K in keyof Scope | N]: K extends N
        ? K extends keyof Scope
          ? NotNull<Scope[K]>
          : ReadExpression<S, Scope, K & string> extends Typed<infer T, unknown>
            ? ValueBinding<unknown extends T ? unknown : NonNullable<T>>
            : never
        : K extends keyof Scope
          ? Scope[K]
          : never
    }
type NotNull<B> =
  B extends OptionalNodeBinding<infer L>
    ? NodeBinding<L>
    : B extends ValueBinding<infer X>
      ? ValueBinding<unknown extends X ? unknown : NonNullable<X>>
      : B extends OptionalRelationshipBinding<infer L>
        ? RelationshipBinding<L>
        : B extends OptionalRelationshipListBinding<infer L>
          ? RelationshipListBinding<L>
          : B extends OptionalPathBinding
            ? PathBinding
            : B

/** The names alone: what was known of their properties is forgotten, as `*` is about names, and SET changes properties. */
export type NamesOnly<Scope> = [Extract<keyof Scope, `${string}.${string}`>] extends [never]
  ? Scope
  : {
      readonly [K in keyof Scope as K extends `${infer V}.${string}`
        ? V extends keyof Scope
          ? never
          : K
        : K]: Scope[K]
    }
