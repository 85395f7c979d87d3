import type { RelationshipPattern } from '../ast/pattern.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import type { Cursor } from './cursor.ts'
import { type RelationshipProperties, type StartingWith, type Suggestion } from './label.ts'
import type { Has, Trim } from './lex.ts'
import { type Inside, readInside } from './node.ts'
import type { ReadProperties } from './properties.ts'
import { readBound, readQuantifier } from './quantifier.ts'
import type { RareRelationship } from './rare-inside.ts'

type Length = RelationshipPattern['length']

/** `*`, `*2`, `*1..3`, `*..3`, `*1..` */
const readLength = (cursor: Cursor): Length => {
  if (!cursor.take('*')) return undefined
  const min = readBound(cursor)
  return { min, max: cursor.take('..') ? readBound(cursor) : min }
}

/** True where a relationship goes on from a node: `-[`, `--`, `->`, `<-`. */
export const startsRelationship = (cursor: Cursor): boolean => {
  if (cursor.key === '<') return cursor.peek(1).key === '-'
  const next = cursor.peek(1).key
  return cursor.key === '-' && (next === '[' || next === '-' || next === '>')
}

/**
 * `-[f:FOLLOWS*1..3 {since: $s}]->`, `<--`, `--`, `->{1,3}`; arrows at both ends or none mean either direction.
 *
 * @example
 * readRelationship(cursor) // '<-[:WROTE]-' → { kind: 'relationship', direction: 'in', … }
 */
export const readRelationship = (cursor: Cursor): RelationshipPattern => {
  const left = cursor.take('<')
  cursor.expect('-')
  const open = cursor.take('[')
  const inside = open ? readInside(cursor, ']', "':TYPE', '*1..3'", readLength) : {}
  cursor.expect('-', open ? "'-' or '->'" : "'[:TYPE]' or a second '-'")
  const right = cursor.take('>')
  const quantifier = readQuantifier(cursor)
  const direction = left === right ? 'both' : right ? 'out' : 'in'
  const { variable, labels: types, length, properties, where }: Inside = inside
  const element: RelationshipPattern = { kind: 'relationship', variable, types, direction, length, properties, where }
  return quantifier === undefined ? element : { ...element, quantifier }
}

// The same for the compiler.

export type Direction = 'out' | 'in' | 'both'

/** `far`: the labels the schema lets stand at the other end; `many`: of variable length. */
export interface ParsedRelationship<
  Name extends string,
  Types extends string,
  Far extends string,
  Params,
  Many extends boolean,
> {
  readonly relationship: true
  readonly name: Name
  readonly types: Types
  readonly far: Far
  readonly params: Params
  readonly many: Many
}
/** `-->` and its like. */
export type AnyRelationship = ParsedRelationship<'', '*', '*', {}, false>

/** The body of `[ … ]` seen from label L in direction D. */
export type ReadRelationship<
  S extends SchemaShape,
  Scope,
  B extends string,
  X extends string,
  L extends string,
  D extends Direction,
> = B extends `${infer H}{${infer M}}${string}`
  ? Head<S, Scope, H, M, `{${M}}${X}`, `}${X}`, L, D>
  : B extends Has<'$'>
    ? RareRelationship<S, Scope, B, L, D, false, false>
    : Head<S, Scope, B, '', X, '', L, D>
type Head<
  S extends SchemaShape,
  Scope,
  H extends string,
  M extends string,
  AfterHead extends string,
  AfterMap extends string,
  L extends string,
  D extends Direction,
> = H extends `${infer A}*${infer Q}`
  ? Named<S, Scope, A, M, `*${Q}${AfterHead}`, AfterMap, L, D, true, Q extends `0${string}` ? true : false>
  : Named<S, Scope, H, M, AfterHead, AfterMap, L, D, false, false>
type Named<
  S extends SchemaShape,
  Scope,
  H extends string,
  M extends string,
  AfterHead extends string,
  AfterMap extends string,
  L extends string,
  D extends Direction,
  Many extends boolean,
  Zero,
> = H extends `${infer A}:${infer T}`
  ? WithTypes<S, Scope, Trim<A>, Trim<T>, FarLabels<S, Trim<T>, AfterHead, L, D, Many, Zero>, M, AfterMap, Many>
  : M extends ''
    ? ParsedRelationship<Trim<H>, '*', '*', {}, Many>
    : WithProperties<
        Trim<H>,
        '*',
        '*',
        ReadProperties<S, Scope, Record<string, unknown>, M, AfterMap, {}, 'this relationship'>,
        Many
      >
type WithTypes<
  S extends SchemaShape,
  Scope,
  A extends string,
  T extends string,
  Far,
  M extends string,
  AfterMap extends string,
  Many extends boolean,
> = [Far] extends [string]
  ? M extends ''
    ? ParsedRelationship<A, Alternatives<T>, Far, {}, Many>
    : WithProperties<
        A,
        Alternatives<T>,
        Far,
        ReadProperties<S, Scope, RelationshipProperties<S, Alternatives<T>>, M, AfterMap, {}, T>,
        Many
      >
  : Extract<Far, AnyFailure>
type WithProperties<
  A extends string,
  T extends string,
  Far extends string,
  X,
  Many extends boolean,
> = X extends AnyFailure ? X : ParsedRelationship<A, T, Far, X, Many>
export type Alternatives<T extends string> = T extends `${infer A}|${infer B}`
  ? Trim<A> | Alternatives<Trim<B extends `:${infer C}` ? C : B>>
  : T

/**
 * What a relationship type may lead to from label L in direction D; or what is wrong. Of `Many` the last one may leave
 * any node that the type leaves; `some` are those of which another may be the first; `Zero` of them stay where they are.
 */
type FarLabels<
  S extends SchemaShape,
  T extends string,
  Tail extends string,
  L extends string,
  D extends Direction,
  Many,
  Zero,
> = T extends keyof S['relationships']
  ? Many extends 'some'
    ? Far<S, '*', T, D>
    : Far<S, L, T, D> extends infer F
      ? [F] extends [never]
        ? Zero extends true
          ? L
          : WrongDirection<S, L, T, D, Tail>
        : Many extends true
          ? Far<S, '*', T, D> | (Zero extends true ? L : never)
          : F
      : never
  : T extends `${infer A}|${infer B}`
    ?
        | FarLabels<S, Trim<A>, `|${B}${Tail}`, L, D, Many extends false ? false : 'some', Zero>
        | FarLabels<S, Trim<B>, Tail, L, D, Many extends false ? false : 'some', Zero>
        | (Zero extends true ? L : never)
    : T extends `:${infer A}`
      ? FarLabels<S, A, Tail, L, D, Many, Zero>
      : Failure<
          `there is no relationship type '${T}'${Suggestion<TypesAt<S, L, D>, T> & string}`,
          T,
          Tail,
          StartingWith<TypesAt<S, L, D>, T>
        >
/** The same of types read with care: a union, or a text of alternatives. */
export type FarEnd<
  S extends SchemaShape,
  T extends string,
  L extends string,
  D extends Direction,
  Many,
  Zero,
> = T extends unknown ? FarLabels<S, T, '', L, D, Many, Zero> : never
/** The types that leave (or reach, or touch) a label. */
type TypesAt<S extends SchemaShape, L extends string, D extends Direction> = L extends keyof S['nodes']
  ? D extends 'out'
    ? keyof S['nodes'][L]['out']
    : D extends 'in'
      ? keyof S['nodes'][L]['in']
      : keyof S['nodes'][L]['out'] | keyof S['nodes'][L]['in']
  : keyof S['relationships']
type Far<
  S extends SchemaShape,
  L extends string,
  T extends keyof S['relationships'],
  D extends Direction,
> = L extends keyof S['nodes']
  ? D extends 'out'
    ? At<S['nodes'][L]['out'], T>
    : D extends 'in'
      ? At<S['nodes'][L]['in'], T>
      : At<S['nodes'][L]['out'], T> | At<S['nodes'][L]['in'], T>
  : L extends `${infer A}&${infer B}`
    ? Far<S, A, T, D> | Far<S, B, T, D>
    : D extends 'out'
      ? S['relationships'][T]['to']
      : D extends 'in'
        ? S['relationships'][T]['from']
        : S['relationships'][T]['to'] | S['relationships'][T]['from']
type At<Ends, T> = T extends keyof Ends ? Ends[T] : never
type WrongDirection<
  S extends SchemaShape,
  L extends string,
  T extends keyof S['relationships'] & string,
  D extends Direction,
  Tail extends string,
> = Failure<
  `no ${T} ${D extends 'out' ? 'leaves' : D extends 'in' ? 'reaches' : 'touches'} ${L}: it goes (${S['relationships'][T]['from']})-[:${T}]->(${S['relationships'][T]['to']})`,
  T,
  Tail
>
