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

/** What a pattern is for, where it is not to be found: its names may be null, or its properties may. */
export type Purpose = 'optional' | 'create'

interface Start {
  readonly scope: Scope
  readonly purpose: Purpose | undefined
}

/** Goes along paths: binds their names, and keeps the labels of the node it stands at. */
class Walk {
  scope: Scope
  readonly #to: Analysis
  readonly #purpose: Purpose | undefined
  #copied = false
  #labels = '*'
  #far = '*'

  constructor({ scope, purpose }: Start, to: Analysis) {
    this.scope = scope
    this.#purpose = purpose
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
    ;(this.scope as Bindings).set(name, this.#purpose === 'optional' ? nullableOf(type) : type) // copied just above
  }

  /** `{id: $id}`: each value stands against the property of its key; to be found it cannot be null, to be created it can. */
  #properties(node: Expression, bag: Entries | undefined): void {
    const to = this.#to
    if (node.kind !== 'map') {
      to.give(
        node,
        bag === undefined ? anyType : { kind: 'map', entries: bag, partial: true, nullable: false },
        this.scope,
      )
      return
    }
    for (const { key, value } of node.entries) {
      const type = propertyType(bag, key)
      to.give(value, this.#purpose === 'create' ? type : nonNullOf(type), this.scope)
    }
  }

  #node({ variable, labels, properties: map, where }: NodePattern): void {
    const bound = variable === undefined ? undefined : this.scope.get(variable)
    const stated = labels !== undefined ? labelsOf(labels) : bound?.kind === 'node' ? bound.labels : this.#far
    this.#labels = stated
    if (variable !== undefined && bound === undefined) this.#bind(variable, nodeType(stated))
    if (map !== undefined) this.#properties(map, nodeBag(this.#to.schema, stated))
    if (where !== undefined) this.#to.guess(() => this.#to.typeOf(where, this.scope))
  }

  #relationship(element: RelationshipPattern, next: NodePattern): void {
    const { variable, length, properties: map, where } = element
    const types = labelsOf(element.types)
    if (next.labels === undefined) this.#far = farLabels(this.#to.schema, { types, pattern: element }, this.#labels)
    if (variable !== undefined)
      this.#bind(variable, length === undefined ? relationshipType(types) : listOf(relationshipType(types)))
    if (map !== undefined) this.#properties(map, relationshipBag(this.#to.schema, types))
    if (where !== undefined) this.#to.guess(() => this.#to.typeOf(where, this.scope))
  }
}

/** The scope with the names that patterns bind; notes what the parameters in them stand against. */
export const scanPatterns = (patterns: readonly Pattern[], from: Start, to: Analysis): Scope => {
  const walk = new Walk(from, to)
  for (const pattern of patterns) walk.path(pattern)
  return walk.scope
}
