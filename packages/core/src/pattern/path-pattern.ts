import type { Expression, MapEntry } from '../ast/expression.ts'
import type { LabelExpression, NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import type { NodeBinding, RelationshipBinding } from '../grammar/binding.ts'
import type { NodeProperties } from '../grammar/label.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'

/** Where a pattern keeps its tree. */
const pattern: unique symbol = Symbol.for('motif.pattern') as never
declare const scopeOf: unique symbol
declare const paramsOf: unique symbol

/** A pattern put together at run time: the names it binds, the parameters it asks for. */
export interface PathPattern<out Scope, out P> {
  readonly [pattern]: Pattern
  readonly [scopeOf]: Scope
  readonly [paramsOf]: P
}

/** A named parameter, as `$('id')` makes it; told by its form, since patterns know nothing of expressions. */
interface NamedParameter {
  readonly parameter: string
}
type Properties<Bag> = { readonly [K in keyof Bag]?: NonNullable<Bag[K]> | NamedParameter }
type ParamsIn<Bag, A> = {
  -readonly [K in keyof A as A[K] extends { readonly parameter: infer Q extends string }
    ? Q
    : never]: K extends keyof Bag ? NonNullable<Bag[K]> : unknown
}

type Leaving<S extends SchemaShape, L extends string> = L extends keyof S['nodes'] ? S['nodes'][L]['out'] : never
type Reaching<S extends SchemaShape, L extends string> = L extends keyof S['nodes'] ? S['nodes'][L]['in'] : never

/** After a node: a relationship may follow, or it is the end. */
export interface AfterNode<in out S extends SchemaShape, out Scope, out P, L extends string>
  extends PathPattern<Scope, P> {
  /** `-[as:TYPE]->` */
  out<T extends keyof Leaving<S, L> & string, const A extends string = never>(
    type: T,
    as?: A,
  ): AfterRelationship<S, Scope & { readonly [K in A]: RelationshipBinding<T> }, P, Leaving<S, L>[T] & string>
  /** `<-[as:TYPE]-` */
  in<T extends keyof Reaching<S, L> & string, const A extends string = never>(
    type: T,
    as?: A,
  ): AfterRelationship<S, Scope & { readonly [K in A]: RelationshipBinding<T> }, P, Reaching<S, L>[T] & string>
}
/** After a relationship: a node has to follow. */
export interface AfterRelationship<in out S extends SchemaShape, out Scope, out P, Far extends string> {
  /** `(as:Label {…})` */
  to<const A extends string, const L extends Far, const X extends Properties<NodeProperties<S, L>> = {}>(
    as: A,
    label: L,
    properties?: X,
  ): AfterNode<S, Scope & { readonly [K in A]: NodeBinding<L> }, P & ParamsIn<NodeProperties<S, L>, X>, L>
}
/** Starts a pattern: `(as:Label {…})`. */
export interface StartNode<in out S extends SchemaShape> {
  <
    const A extends string,
    const L extends keyof S['nodes'] & string,
    const X extends Properties<S['nodes'][L]['properties']> = {},
  >(
    as: A,
    label: L,
    properties?: X,
  ): AfterNode<S, { readonly [K in A]: NodeBinding<L> }, ParamsIn<S['nodes'][L]['properties'], X>, L>
}

const labelled = (name: string | undefined): LabelExpression | undefined =>
  name === undefined ? undefined : { kind: 'label', name }

const valueOf = (key: string, value: unknown): Expression => {
  if (value === undefined || value === null) {
    throw new GraphError(
      'USAGE',
      `property '${key}' of a pattern is ${value}: such a pattern matches nothing; leave the key out`,
    )
  }
  return typeof value === 'object' && 'parameter' in value
    ? { kind: 'parameter', name: String(value.parameter) }
    : { kind: 'value', value }
}

const propertiesOf = (properties: object | undefined): Expression | undefined => {
  if (properties === undefined) return undefined
  const entries: MapEntry[] = Object.entries(properties).map(([key, value]) => ({ key, value: valueOf(key, value) }))
  return { kind: 'map', entries }
}

const nodePattern = (variable: string, label: string, properties: object | undefined): NodePattern => ({
  kind: 'node',
  variable,
  labels: labelled(label),
  properties: propertiesOf(properties),
  where: undefined,
})

const relationshipPattern = (
  direction: 'out' | 'in',
  type: string,
  variable: string | undefined,
): RelationshipPattern => ({
  kind: 'relationship',
  variable,
  types: labelled(type),
  direction,
  length: undefined,
  properties: undefined,
  where: undefined,
})

class Path {
  readonly #elements: readonly (NodePattern | RelationshipPattern)[]
  constructor(elements: readonly (NodePattern | RelationshipPattern)[]) {
    this.#elements = elements
  }
  get [pattern](): Pattern {
    return { variable: undefined, search: undefined, elements: this.#elements }
  }
  #with(element: NodePattern | RelationshipPattern): Path {
    return new Path([...this.#elements, element])
  }
  out(type: string, as?: string): Path {
    return this.#with(relationshipPattern('out', type, as))
  }
  in(type: string, as?: string): Path {
    return this.#with(relationshipPattern('in', type, as))
  }
  to(as: string, label: string, properties?: object): Path {
    return this.#with(nodePattern(as, label, properties))
  }
}

/**
 * Begins a pattern that is put together at run time.
 *
 * @example
 * db.match(db.node('u', 'User', { id: $('id') }).out('FOLLOWS', 'f').to('p', 'User'))
 * // MATCH (u:User {id: $id})-[f:FOLLOWS]->(p:User)
 */
export const startNode = (as: string, label: string, properties?: object): Path =>
  new Path([nodePattern(as, label, properties)])

/** The tree of a pattern, when a value is one. */
export const patternIn = (value: unknown): Pattern | undefined =>
  typeof value === 'object' && value !== null && pattern in value
    ? (value as PathPattern<unknown, unknown>)[pattern]
    : undefined
