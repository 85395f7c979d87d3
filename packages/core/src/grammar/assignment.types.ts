import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import type { IsRowField } from './compound.types.ts'
import type { BagOf, NoVariable, ParseExpression, Typed } from './expression.types.ts'
import type { Suggestion } from './label.types.ts'
import type { Cut, Trim } from './lex.types.ts'

/** SET and REMOVE: what each assignment asks for. */
export type ParseAssignments<S extends SchemaShape, Scope, B extends string, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Assignment<S, Scope, Trim<I>> extends infer Q ? Q extends Typed<unknown, infer P1> ? ParseAssignments<S, Scope, X, Params & P1> : Q : never
      : Assignment<S, Scope, Trim<B>> extends infer Q ? Q extends Typed<unknown, infer P1> ? Typed<0, Params & P1> : Q : never
    : never
type Assignment<S extends SchemaShape, Scope, I extends string> =
  I extends `${infer A} += ${infer E}` ? Whole<S, Scope, A, E, true>
  : I extends `${infer A} = ${infer E}` ? Assign<S, Scope, A, E>
  : I extends `${infer A}=${infer E}` ? Assign<S, Scope, A, E>
  : I extends `${infer A}:${infer L}`
    ? Trim<A> extends keyof Scope
      ? Trim<L> extends keyof S['nodes'] ? Typed<0, {}>
        : L extends `${string}:${string}` ? Typed<0, {}>
        : Failure<`there is no label '${L}'${Suggestion<keyof S['nodes'], L> & string}`, L, ''>
      : NoVariable<Scope, Trim<A>>
  : ParseExpression<S, Scope, I>
type Assign<S extends SchemaShape, Scope, A extends string, E extends string> =
  A extends `${string}.${infer K}` ? ToProperty<S, Scope, K, ParseExpression<S, Scope, A>, E> : Whole<S, Scope, A, E, false>
type ToProperty<S extends SchemaShape, Scope, K extends string, Target, E extends string> =
  Target extends Typed<infer T, infer P>
    ? E extends `$${infer X}` ? Typed<0, P & { [Q in X]: T }>
      : IsRowField<E, Scope> extends true ? Typed<0, P & { [Q in `@${E}`]: T }>
      : ParseExpression<S, Scope, E> extends infer Y
        ? Y extends Typed<infer T2, infer P2>
          ? unknown extends T2 ? Typed<0, P & P2>
            : [T2] extends [T | null] ? Typed<0, P & P2>
            : Failure<`property '${K}' does not take ${InWords<T2>}`, E, ''>
          : Y
        : never
    : Target
type InWords<T> =
  [T] extends [string | null] ? 'a string' : [T] extends [number | null] ? 'a number' : [T] extends [boolean | null] ? 'a boolean' : 'this value'
/** `u = $p`, `u += $p` */
type Whole<S extends SchemaShape, Scope, A extends string, E extends string, Part extends boolean> =
  A extends keyof Scope
    ? E extends `$${infer X}` ? Typed<0, { [Q in X]: Part extends true ? Partial<BagOf<S, Scope[A]>> : BagOf<S, Scope[A]> }> : ParseExpression<S, Scope, E>
    : NoVariable<Scope, A>
