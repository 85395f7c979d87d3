import type { Expression } from '../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { nodeBag, propertyType, relationshipBag } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nonNullOf, nullableOf } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { farLabels } from './far-labels.ts'
import { labelsOf } from './labels-of.ts'
import type { Scope } from './rewrite-context.ts'

type Entries = Readonly<Record<string, ValueType>>
type Bindings = Map<string, ValueType>

const path: ValueType = { kind: 'path', nullable: false }
const nodes: Bindings = new Map()
const relationships: Bindings = new Map()
const most = 4096

const keep = (types: Bindings, key: string, type: ValueType): ValueType => {
  if (types.size < most) types.set(key, type)
  return type
}
const nodeType = (labels: string): ValueType =>
  nodes.get(labels) ?? keep(nodes, labels, { kind: 'node', labels, entity: false, nullable: false })
const relationshipType = (types: string): ValueType =>
  relationships.get(types) ??
  keep(relationships, types, { kind: 'relationship', types, entity: false, nullable: false })

/** `{id: $id}`: each value stands against the property of its key, which never equals null there. */
const properties = (node: Expression, bag: Entries | undefined, scope: Scope, to: Analysis): void => {
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) to.give(value, nonNullOf(propertyType(bag, key)), scope)
  } else {
    to.give(node, bag === undefined ? anyType : { kind: 'map', entries: bag, partial: true, nullable: false }, scope)
  }
}

/** Where names are bound: the scope before, and whether they may be null. */
interface Start {
  readonly scope: Scope
  readonly optional: boolean
}

/** Goes along paths: binds their names, and keeps the labels of the node it stands at. */
class Walk {
  scope: Scope
  readonly #to: Analysis
  readonly #optional: boolean
  #copied = false
  #labels = '*'
  #far = '*'

  constructor({ scope, optional }: Start, to: Analysis) {
    this.scope = scope
    this.#optional = optional
    this.#to = to
  }

  path({ elements, variable }: Pattern): void {
    this.#far = '*'
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Pattern['elements'][number] // in bounds
      if (element.kind === 'node') this.#node(element)
      else this.#relationship(element, elements[i + 1] as NodePattern) // a path ends with a node
    }
    if (variable !== undefined) this.#bind(variable, path)
  }

  #bind(name: string, type: ValueType): void {
    if (this.scope.has(name)) return
    if (!this.#copied) this.scope = new Map(this.scope)
    this.#copied = true
    ;(this.scope as Bindings).set(name, this.#optional ? nullableOf(type) : type) // copied just above
  }

  #node({ variable, labels, properties: map, where }: NodePattern): void {
    const bound = variable === undefined ? undefined : this.scope.get(variable)
    const stated = labels !== undefined ? labelsOf(labels) : bound?.kind === 'node' ? bound.labels : this.#far
    this.#labels = stated
    if (variable !== undefined && bound === undefined) this.#bind(variable, nodeType(stated))
    if (map !== undefined) properties(map, nodeBag(this.#to.schema, stated), this.scope, this.#to)
    if (where !== undefined) this.#to.guess(() => this.#to.typeOf(where, this.scope))
  }

  #relationship(element: RelationshipPattern, next: NodePattern): void {
    const { variable, length, properties: map, where } = element
    const types = labelsOf(element.types)
    if (next.labels === undefined) this.#far = farLabels(this.#to.schema, { types, pattern: element }, this.#labels)
    if (variable !== undefined)
      this.#bind(variable, length === undefined ? relationshipType(types) : listOf(relationshipType(types)))
    if (map !== undefined) properties(map, relationshipBag(this.#to.schema, types), this.scope, this.#to)
    if (where !== undefined) this.#to.guess(() => this.#to.typeOf(where, this.scope))
  }
}

/** The scope with the names that patterns bind; notes what the parameters in them stand against. */
export const scanPatterns = (patterns: readonly Pattern[], from: Start, to: Analysis): Scope => {
  const walk = new Walk(from, to)
  for (const pattern of patterns) walk.path(pattern)
  return walk.scope
}
