import type { Expression } from '../ast/expression.ts'
import type { LabelExpression, NodePattern, RelationshipPattern } from '../ast/pattern.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure, Failure } from './binding.ts'
import type { Cursor } from './cursor.ts'
import { type NodeProperties, type ReadLabels, readLabels } from './label.ts'
import type { Has, Trim } from './lex.ts'
import { readProperties, type ReadProperties } from './properties.ts'
import type { RareNode } from './rare-inside.ts'
import { words } from '../value/words.ts'

const AFTER_NAME: ReadonlySet<string> = words(') ] : { * WHERE IS')

/** A name before labels; `WHERE` and `IS` are names only if nothing could be their condition or label. */
const readVariable = (cursor: Cursor): string | undefined => {
  const { key } = cursor
  if (!cursor.isName() || ((key === 'WHERE' || key === 'IS') && !AFTER_NAME.has(cursor.peek(1).key))) return undefined
  return cursor.name('a name')
}

/** What stands between the brackets of a node or a relationship, every part of it optional. */
export interface Inside {
  readonly variable?: string | undefined
  readonly labels?: LabelExpression | undefined
  readonly length?: RelationshipPattern['length']
  readonly properties?: Expression | undefined
  readonly where?: Expression | undefined
}

/** Up to the closing bracket; `wanted` is what may stand there besides a name, properties and a condition. */
export const readInside = (
  cursor: Cursor,
  close: ')' | ']',
  wanted: string,
  readLength?: (cursor: Cursor) => Inside['length'],
): Inside => {
  const variable = readVariable(cursor)
  const labels = cursor.take(':') || cursor.take('IS') ? readLabels(cursor) : undefined
  const length = readLength?.(cursor)
  const properties = readProperties(cursor)
  const where = cursor.take('WHERE') ? cursor.expression() : undefined
  cursor.expect(close, `${variable === undefined ? 'a name, ' : ''}${wanted}, '{key: value}', WHERE or '${close}'`)
  return { variable, labels, length, properties, where }
}

/**
 * `(u:User {id: $id} WHERE u.age > 18)`, every part of it optional.
 *
 * @example
 * readNode(cursor) // '(u:User)' → { kind: 'node', variable: 'u', labels: { kind: 'label', name: 'User' }, … }
 */
export const readNode = (cursor: Cursor): NodePattern => {
  cursor.expect('(', "a node: '(…)'")
  const { variable, labels, properties, where } = readInside(cursor, ')', "':Label'")
  return { kind: 'node', variable, labels, properties, where }
}

// The same for the compiler.

export interface ParsedNode<Name extends string, Labels extends string, Params> {
  readonly node: true
  readonly name: Name
  readonly labels: Labels
  readonly params: Params
}

/** The body of `( … )`; `Default` are the labels implied by the relationship that leads here. */
export type ReadNode<
  S extends SchemaShape,
  Scope,
  B extends string,
  X extends string,
  Default extends string,
  Close extends string = ')',
> = B extends `${string}{${string}`
  ? WithMap<S, Scope, B, X, Default, Close>
  : B extends Has<'$' | ' '>
    ? RareNode<S, Scope, B, `${Close}${X}`, Default>
    : NodeHead<S, Scope, B, '', Default, `${Close}${X}`, ''>
type WithMap<
  S extends SchemaShape,
  Scope,
  B extends string,
  X extends string,
  Default extends string,
  Close extends string,
> = B extends `${infer H}{${infer M}}${string}`
  ? NodeHead<S, Scope, H, M, Default, `{${M}}${Close}${X}`, `}${Close}${X}`>
  : B extends `${infer H}{${infer M}`
    ? NodeHead<S, Scope, H, M extends '' ? ' ' : M, Default, `{${M}`, ''>
    : never

type NodeHead<
  S extends SchemaShape,
  Scope,
  H extends string,
  M extends string,
  Default extends string,
  AfterHead extends string,
  AfterMap extends string,
> = H extends `${infer A}:${infer L}`
  ? WithLabels<S, Scope, Trim<A>, ReadLabels<S, Trim<L>, AfterHead, Default>, M, AfterMap>
  : Trim<H> extends keyof Scope
    ? WithLabels<S, Scope, Trim<H>, LabelsOf<Scope[Trim<H>]>, M, AfterMap>
    : Trim<H> extends `${infer A} ${infer L}`
      ? L extends `WHERE ${string}` | `where ${string}`
        ? WithLabels<S, Scope, Trim<H>, Default, M, AfterMap>
        : Failure<`expected ':${L}' after '${A}'`, H, AfterHead>
      : WithLabels<S, Scope, Trim<H>, Default, M, AfterMap>
type LabelsOf<Binding> = Binding extends { labels: infer L extends string } ? L : '*'

type WithLabels<S extends SchemaShape, Scope, A extends string, L, M extends string, AfterMap extends string> = [
  L,
] extends [string]
  ? M extends ''
    ? ParsedNode<A, L, {}>
    : WithProperties<A, L, ReadProperties<S, Scope, NodeProperties<S, L>, M, AfterMap, {}, L>>
  : Extract<L, AnyFailure>
type WithProperties<A extends string, L extends string, X> = X extends AnyFailure ? X : ParsedNode<A, L, X>
