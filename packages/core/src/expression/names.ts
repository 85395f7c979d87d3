import type { Expression } from '../ast/expression.ts'
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
} from '../grammar/binding.ts'
import type { NodeProperties, RelationshipProperties } from '../grammar/label.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { GraphPath } from '../value/graph-path.ts'
import type { Operand } from './operand.ts'
import { isOperator, Operation } from './operation.ts'
import { type Named, tree, type Value } from './value.ts'

/** A node or relationship in a callback: its properties as operands, itself as a value. */
export type EntityReference<Bag, Null = never> = { readonly [K in keyof Bag]: Operand<Bag[K] | Null> } & Value<
  Bag | Null
>
/** A computed value in a callback: an operand, or, for a map, its entries. */
export type ValueReference<T> = unknown extends T
  ? Operand<T>
  : [NonNullable<T>] extends [
        string | number | bigint | boolean | readonly unknown[] | { readonly toJSON: () => unknown } | Uint8Array,
      ]
    ? Operand<T>
    : { readonly [K in keyof NonNullable<T>]: ValueReference<NonNullable<T>[K] | Extract<T, null>> } & Value<T>

type Reference<S extends SchemaShape, B> =
  B extends NodeBinding<infer L>
    ? EntityReference<NodeProperties<S, L>>
    : B extends RelationshipBinding<infer L>
      ? EntityReference<RelationshipProperties<S, L>>
      : B extends OptionalNodeBinding<infer L>
        ? EntityReference<NodeProperties<S, L>, null>
        : B extends OptionalRelationshipBinding<infer L>
          ? EntityReference<RelationshipProperties<S, L>, null>
          : B extends RelationshipListBinding<infer L>
            ? Operand<RelationshipProperties<S, L>[]>
            : B extends ValueBinding<infer X>
              ? ValueReference<X>
              : B extends PathBinding
                ? Operand<GraphPath>
                : B extends OptionalRelationshipListBinding<infer L>
                  ? Operand<RelationshipProperties<S, L>[] | null>
                  : B extends OptionalPathBinding
                    ? Operand<GraphPath | null>
                    : Operand<unknown>

/** The names in scope, as a callback takes them apart: `({ p, f }) => …`. */
export type Names<S extends SchemaShape, Scope> = {
  readonly [K in keyof Scope]: Reference<S, Scope[K]> & Named<Scope[K]>
}

/** Names kept, here and per name: far above what a program writes, so that names made of input cannot fill the memory. */
const limit = 1_000

type Node = Extract<Expression, { kind: 'variable' | 'property' }>

/**
 * An object that makes its properties when they are first asked for and has them as its own from then on: queries are
 * built again and again, and a proxy asked each time would be the greater part of the cost. It stands behind the object
 * as its prototype, so that only what the object lacks comes to it.
 */
const lazily = (make: (key: string) => object): object => {
  let kept = 0
  const behind = new Proxy(Object.create(null) as object, {
    get: (_target, key, object: object) => {
      if (typeof key === 'symbol') return undefined
      const value = make(key)
      if (kept++ < limit) Object.defineProperty(object, key, { value })
      return value
    },
  })
  return Object.create(behind) as object
}

/**
 * A name or a path. A word such as `eq` is an operator when it is called and a property when it is used as a value, so
 * that a property may have any name.
 */
export const reference = (node: Node): object => {
  const operation = new Operation(node)
  const made = lazily((key) => {
    const property: Node = Object.freeze({ kind: 'property', of: node, key })
    return isOperator(key) ? operator(operation, key, property) : reference(property)
  })
  return Object.defineProperty(made, tree, { value: node })
}

const operator = (operation: Operation, name: string, property: Node): object => {
  // An operator's name picks the method; `isOperator` has checked that it is one.
  const method = operation[name as 'not'] as (other?: unknown) => unknown
  return Object.assign((other?: unknown) => method.call(operation, other), { [tree]: property })
}

/** What a callback takes apart at run time; names are not checked here, the types have done so. */
export const names: object = lazily((name) => reference(Object.freeze({ kind: 'variable', name })))
