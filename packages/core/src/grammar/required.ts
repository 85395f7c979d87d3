import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import type { NodeProperties, ReadLabels, RelationshipProperties } from './label.ts'
import type { Has, Trim } from './lex.ts'
import type { Cut } from './pair.ts'
import type { InsideOf, Unquoted } from './rare-inside.ts'

// For the compiler alone: at run time the engine's constraints tell.

/**
 * What is wrong with paths that are created without a property that is never null: of those without a name always, since
 * nothing can give it later; of those with one if `Named`.
 */
export type Lacking<S extends SchemaShape, Scope, T extends string, Named> =
  LackingIn<S, Scope, T, Named, '(', ')'> extends infer Q
    ? [Q] extends [never]
      ? T extends Has<'['>
        ? LackingIn<S, Scope, T, Named, '[', ']'>
        : never
      : Q
    : never
/** Each bracket of one kind, one after the other. */
type LackingIn<
  S extends SchemaShape,
  Scope,
  T extends string,
  Named,
  Open extends '(' | '[',
  Close extends string,
> = T extends `${infer A}${Open}${infer B}`
  ? Cut<B, Close> extends [infer N extends string, infer X extends string]
    ? (
        `${Open}${A}` extends `(${string}` | `[${string}-`
          ? LackingOne<S, Scope, InsideOf<N>, Named, Open>
          : never
      ) extends infer Q
      ? [Q] extends [never]
        ? LackingIn<S, Scope, X, Named, Open, Close>
        : Q
      : never
    : never
  : never
type LackingOne<S extends SchemaShape, Scope, I, Named, Open> = I extends {
  readonly name: infer A extends string
  readonly labels: infer L extends string
  readonly map: infer M
  readonly parameter: false
}
  ? A extends ''
    ? Missing<S, L, KeysIn<M>, Open>
    : Named extends true
      ? Unquoted<A> extends keyof Scope
        ? never
        : Missing<S, L, KeysIn<M>, Open>
      : never
  : never
type Missing<S extends SchemaShape, L extends string, Given, Open> =
  Exclude<
    Required<Open extends '(' ? NodeProperties<S, LabelsOf<S, L>> : RelationshipProperties<S, L>>,
    Given
  > extends infer K
    ? [K] extends [never]
      ? never
      : Failure<`a new ${L} needs ${Listed<K & string>}, which is never null there`, '', ''>
    : never
type LabelsOf<S extends SchemaShape, L extends string> =
  ReadLabels<S, L, '', '*'> extends infer Q extends string ? Q : '*'
/** Keys whose value is never null; none of a bag that takes any key. */
type Required<Bag> = string extends keyof Bag
  ? never
  : { [K in keyof Bag]-?: null extends Bag[K] ? never : undefined extends Bag[K] ? never : K }[keyof Bag]
type Listed<K extends string> = `'${K}'`
type KeysIn<M, Keys = never> = M extends string
  ? Cut<M, ','> extends [infer I extends string, infer X extends string]
    ? KeysIn<X, Keys | KeyOf<I>>
    : Keys | KeyOf<M>
  : never
type KeyOf<I extends string> = I extends `${infer K}:${string}` ? Unquoted<Trim<K>> : never
