import type { NodeBinding } from '../../grammar/binding.ts'
import type { GraphPath } from '../../value/graph-path.ts'
import { type CypherFunction, cypherFunction } from '../cypher-function.ts'
import type { Operand } from '../operand.ts'
import type { Named, NullOf, Value } from '../value.ts'

type OfEntity<R> = <T, P, B>(entity: Value<T, P> & Named<B>) => Operand<R | NullOf<T>, P>
type OfPath<R> = CypherFunction<[path: GraphPath], R>
type Plain = Record<string, unknown>
type SomeNode = NodeBinding<'*'>
type EndOf = <T, P, B>(relationship: Value<T, P> & Named<B>) => Operand<Plain | NullOf<T>, P> & Named<SomeNode>

/** The labels of a node: `labels(u)`. */
export const labels: OfEntity<string[]> = /* @__PURE__ */ cypherFunction('labels')
/** The type of a relationship: `type(r)`. */
export const type: OfEntity<string> = /* @__PURE__ */ cypherFunction('type')
/** The engine's numeric id: `id(u)`; not stable after a deletion. */
export const id: OfEntity<number> = /* @__PURE__ */ cypherFunction('id')
/** The engine's own name of a node or relationship: `elementId(u)`. */
export const elementId: OfEntity<string> = /* @__PURE__ */ cypherFunction('elementId')
/** The names of what a node, a relationship or a map has: `keys(u)`. */
export const keys: <T extends object | null, P>(
  of: Value<T, P>,
) => Operand<(keyof NonNullable<T> & string)[] | NullOf<T>, P> = /* @__PURE__ */ cypherFunction('keys')
/** What a node, a relationship or a map has, as a map: `properties(u)`. */
export const properties: <T extends object | null, P>(of: Value<T, P>) => Operand<T, P> =
  /* @__PURE__ */ cypherFunction('properties')
/** The node that a relationship leaves: `startNode(r)`. */
export const startNode: EndOf = /* @__PURE__ */ cypherFunction('startNode')
/** The node that a relationship reaches: `endNode(r)`. */
export const endNode: EndOf = /* @__PURE__ */ cypherFunction('endNode')
/** The nodes of a path: `nodes(p)`. */
export const nodes: OfPath<Plain[]> = /* @__PURE__ */ cypherFunction('nodes')
/** The relationships of a path: `relationships(p)`. */
export const relationships: OfPath<Plain[]> = /* @__PURE__ */ cypherFunction('relationships')
/** How many relationships a path has: `length(p)`. */
export const length: OfPath<number> = /* @__PURE__ */ cypherFunction('length')
