import type { SchemaShape } from '../schema/schema-shape.ts'
import type { AnyFailure } from './binding.ts'
import type { NodeProperties, ParseLabels } from './label.types.ts'
import type { Trim } from './lex.types.ts'
import type { ParseProperties } from './properties.types.ts'

export interface ParsedNode<Name extends string, Labels extends string, Params> {
  readonly node: true
  readonly name: Name
  readonly labels: Labels
  readonly params: Params
}

/** The body of `( … )`; `Default` are the labels implied by the relationship that leads here. */
export type ParseNode<S extends SchemaShape, Scope, B extends string, X extends string, Default extends string, Close extends string = ')'> =
  B extends `${infer H}{${infer M}}${string}` ? NodeHead<S, Scope, H, M extends '' ? ' ' : M, Default, `{${M}}${Close}${X}`, `}${Close}${X}`>
  : B extends `${infer H}{${infer M}` ? NodeHead<S, Scope, H, M extends '' ? ' ' : M, Default, `{${M}`, ''>
  : NodeHead<S, Scope, B, '', Default, `${Close}${X}`, ''>

type NodeHead<S extends SchemaShape, Scope, H extends string, M extends string, Default extends string, AfterHead extends string, AfterMap extends string> =
  H extends `${infer A}:${infer L}` ? WithLabels<S, Trim<A>, ParseLabels<S, Trim<L>, AfterHead, Default>, M, AfterMap>
  : WithLabels<S, Trim<H>, Trim<H> extends keyof Scope ? LabelsOf<Scope[Trim<H>]> : Default, M, AfterMap>
type LabelsOf<Binding> = Binding extends { labels: infer L extends string } ? L : '*'

type WithLabels<S extends SchemaShape, A extends string, L, M extends string, AfterMap extends string> =
  [L] extends [string]
    ? M extends '' ? ParsedNode<A, L, {}> : WithProperties<A, L, ParseProperties<NodeProperties<S, L>, M, AfterMap, {}, L>>
    : Extract<L, AnyFailure>
type WithProperties<A extends string, L extends string, X> = X extends AnyFailure ? X : ParsedNode<A, L, X>
