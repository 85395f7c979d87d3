import type { Expression } from '../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { nodeBag, propertyType, relationshipBag } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nonNullOf } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { farLabels } from './far-labels.ts'
import { labelsOf } from './labels-of.ts'
import type { Scope } from './rewrite-context.ts'

type Entries = Readonly<Record<string, ValueType>>
type Bindings = Map<string, ValueType>

const path: ValueType = { kind: 'path', nullable: false }
const nodes = new Map<string, ValueType>()
const relationships = new Map<string, ValueType>()
const most = 4096

const kept = (types: Bindings, key: string, make: () => ValueType): ValueType => {
  let type = types.get(key)
  if (type === undefined) {
    type = make()
    if (types.size < most) types.set(key, type)
  }
  return type
}
const nodeType = (labels: string): ValueType =>
  kept(nodes, labels, () => ({ kind: 'node', labels, entity: false, nullable: false }))
const relationshipType = (types: string): ValueType =>
  kept(relationships, types, () => ({ kind: 'relationship', types, entity: false, nullable: false }))

/** `{id: $id}`: each value stands against the property of its key, which never equals null there. */
const properties = (node: Expression | undefined, bag: Entries | undefined, scope: Scope, to: Analysis): void => {
  if (node === undefined) return
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) to.give(value, nonNullOf(propertyType(bag, key)), scope)
  } else {
    to.give(node, bag === undefined ? anyType : { kind: 'map', entries: bag, partial: true, nullable: false }, scope)
  }
}

/** Goes along one path: binds its names, and keeps the labels of the node it stands at. */
class Walk {
  scope: Scope
  readonly #to: Analysis
  #copied = false
  #labels = '*'
  #far = '*'

  constructor(scope: Scope, to: Analysis) {
    this.scope = scope
    this.#to = to
  }

  bind(name: string | undefined, type: ValueType): void {
    if (name === undefined || this.scope.has(name)) return
    if (!this.#copied) this.scope = new Map(this.scope)
    this.#copied = true
    ;(this.scope as Bindings).set(name, type) // copied just above
  }

  node(element: NodePattern): void {
    const bound = element.variable === undefined ? undefined : this.scope.get(element.variable)
    const stated = element.labels !== undefined ? labelsOf(element.labels) : bound?.kind === 'node' ? bound.labels : this.#far
    this.#labels = stated
    this.bind(element.variable, nodeType(stated))
    if (element.properties !== undefined) properties(element.properties, nodeBag(this.#to.schema, stated), this.scope, this.#to)
    if (element.where !== undefined) this.#to.guess(() => this.#to.typeOf(element.where as Expression, this.scope)) // just tested
  }

  relationship(element: RelationshipPattern, next: NodePattern): void {
    const types = labelsOf(element.types)
    if (next.labels === undefined) this.#far = farLabels(this.#to.schema, { types, pattern: element }, this.#labels)
    const one = relationshipType(types)
    if (element.variable !== undefined) this.bind(element.variable, element.length === undefined ? one : listOf(one))
    if (element.properties !== undefined) properties(element.properties, relationshipBag(this.#to.schema, types), this.scope, this.#to)
    if (element.where !== undefined) this.#to.guess(() => this.#to.typeOf(element.where as Expression, this.scope)) // as above
  }
}

/** The scope with the names a pattern binds; notes what the parameters in it stand against. */
export const scanPattern = (pattern: Pattern, scope: Scope, to: Analysis): Scope => {
  const walk = new Walk(scope, to)
  const { elements } = pattern
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]
    const next = elements[i + 1]
    if (element?.kind === 'node') walk.node(element)
    else if (element !== undefined && next?.kind === 'node') walk.relationship(element, next)
  }
  walk.bind(pattern.variable, path)
  return walk.scope
}
