import type { Clause, RemoveItem, SetItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Failure } from './binding.ts'
import type { Cursor } from './cursor.ts'
import type { BagOf, Both, NotUnderstood, NoVariable, ReadExpression, Typed } from './expression.ts'
import { readDynamicLabel, type Suggestion } from './label.ts'
import type { Trim } from './lex.ts'
import type { Cut } from './pair.ts'
import type { IsRowField } from './operator.ts'
import { readPostfix } from './postfix.ts'

type Names = Extract<RemoveItem, { kind: 'labels' }>['labels']

/** `:Admin:Owner`, also `:Admin&Owner`, `IS Admin` and `:$($label)`. */
const readLabelNames = (cursor: Cursor): Names => {
  const labels: Names[number][] = []
  while (cursor.take(':') || cursor.take(labels.length > 0 ? '&' : 'IS'))
    labels.push(readDynamicLabel(cursor) ?? cursor.name('a label'))
  return labels
}

/** `u.name`, `u[$key]`: what a value is given to. */
const readTarget = (cursor: Cursor): Expression => {
  const { at } = cursor
  const target = readPostfix(cursor)
  if (target.kind === 'property' || target.kind === 'index') return target
  cursor.at = at
  return cursor.fail("expected 'variable.property' or 'variable:Label'")
}

/** True before `u:Admin` and `u IS Admin`. */
const namesAhead = (cursor: Cursor): boolean => {
  const { key } = cursor.peek(1)
  return cursor.isName() && (key === ':' || key === 'IS')
}

/** `u:Admin` */
const readNames = (cursor: Cursor): Extract<RemoveItem, { kind: 'labels' }> => {
  const variable = cursor.name('a variable')
  return { kind: 'labels', variable, labels: readLabelNames(cursor) }
}

const readSetItem = (cursor: Cursor): SetItem => {
  if (namesAhead(cursor)) return readNames(cursor)
  const after = cursor.isName() ? cursor.peek(1).key : ''
  if (after === '=' || after === '+=') {
    const variable = cursor.name('a variable')
    cursor.at += 1
    return { kind: after === '=' ? 'replace' : 'merge', variable, value: cursor.expression() }
  }
  const target = readTarget(cursor)
  cursor.expect('=', "'=' and a value")
  return { kind: 'property', target, value: cursor.expression() }
}

const readRemoveItem = (cursor: Cursor): RemoveItem =>
  namesAhead(cursor) ? readNames(cursor) : { kind: 'property', target: readTarget(cursor) }

/** `SET u.name = $name, u += $more, u:Admin`, from its first item on; `on` for the one that belongs to a MERGE. */
export const readSet = (cursor: Cursor, on?: 'create' | 'match'): Clause => ({
  kind: 'set',
  on,
  items: cursor.list(readSetItem),
})

/** `REMOVE u.name, u:Admin`, from its first item on. */
export const readRemove = (cursor: Cursor): Clause => ({ kind: 'remove', items: cursor.list(readRemoveItem) })

// The same for the compiler.

/** SET: what each assignment asks for. */
export type ReadSet<S extends SchemaShape, Scope, B extends string, Params = {}> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Assignment<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<unknown, infer P1>
          ? ReadSet<S, Scope, X, Params & P1>
          : Q
        : never
      : Assignment<S, Scope, Trim<B>> extends infer Q
        ? Q extends Typed<unknown, infer P1>
          ? Typed<0, Params & P1>
          : Q
        : never
    : never
type Assignment<S extends SchemaShape, Scope, I extends string> = I extends `${infer A} += ${infer E}`
  ? Whole<S, Scope, A, E, true>
  : I extends `${infer A} = ${infer E}`
    ? Assign<S, Scope, A, E>
    : I extends `${infer A}=${infer E}`
      ? Assign<S, Scope, A, E>
      : I extends `${infer A}:${infer L}`
        ? LabelItem<S, Scope, Trim<A>, L>
        : Failure<`expected name.key = value at '${I}'`, I, ''>
/** `u:Admin` */
type LabelItem<S extends SchemaShape, Scope, A extends string, L extends string> = A extends keyof Scope
  ? Trim<L> extends keyof S['nodes']
    ? Typed<0, {}>
    : L extends `${string}${':' | '&' | '$' | '`'}${string}`
      ? NotUnderstood<L, 0>
      : Failure<`there is no label '${L}'${Suggestion<keyof S['nodes'], L> & string}`, L, ''>
  : NoVariable<Scope, A>
type Assign<S extends SchemaShape, Scope, A extends string, E extends string> = A extends `${string}.${infer K}`
  ? ToProperty<S, Scope, K, ReadExpression<S, Scope, A>, E>
  : A extends `${string}[${string}`
    ? Both<0, ReadExpression<S, Scope, A>, ReadExpression<S, Scope, E>>
    : Whole<S, Scope, A, E, false>
type ToProperty<S extends SchemaShape, Scope, K extends string, Target, E extends string> =
  Target extends Typed<infer T, infer P>
    ? E extends `$${infer X}`
      ? Typed<0, P & { [Q in X]: T }>
      : IsRowField<E, Scope> extends true
        ? Typed<0, P & { [Q in `@${E}`]: T }>
        : ReadExpression<S, Scope, E> extends infer Y
          ? Y extends Typed<infer T2, infer P2>
            ? unknown extends T2
              ? Typed<0, P & P2>
              : [T2] extends [T | null]
                ? Typed<0, P & P2>
                : Failure<`property '${K}' does not take ${InWords<T2>}`, E, ''>
            : Y
          : never
    : Target
type InWords<T> = [T] extends [string | null]
  ? 'a string'
  : [T] extends [number | null]
    ? 'a number'
    : [T] extends [boolean | null]
      ? 'a boolean'
      : 'this value'
/** `u = $p`, `u += $p` */
type Whole<
  S extends SchemaShape,
  Scope,
  A extends string,
  E extends string,
  Part extends boolean,
> = A extends keyof Scope
  ? E extends `$${infer X}`
    ? Typed<0, { [Q in X]: Part extends true ? Partial<BagOf<S, Scope[A]>> : BagOf<S, Scope[A]> }>
    : ReadExpression<S, Scope, E>
  : NoVariable<Scope, A>

/** REMOVE: properties and labels. */
export type ReadRemove<S extends SchemaShape, Scope, B extends string> =
  Cut<B, ','> extends infer C
    ? C extends [infer I extends string, infer X extends string]
      ? Removed<S, Scope, Trim<I>> extends infer Q
        ? Q extends Typed<unknown, unknown>
          ? ReadRemove<S, Scope, X>
          : Q
        : never
      : Removed<S, Scope, Trim<B>>
    : never
type Removed<S extends SchemaShape, Scope, I extends string> = I extends `${infer A}:${infer L}`
  ? LabelItem<S, Scope, Trim<A>, L>
  : ReadExpression<S, Scope, I>
