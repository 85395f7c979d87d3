import type { NodePattern, PathGroup, Pattern, Quantifier, RelationshipPattern } from '../ast/pattern.ts'
import { propertyType } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { listOf, nonNullOf, nullableOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { farLabels } from './far-labels.ts'
import { labelsOf } from './labels-of.ts'
import { scanLabels } from './scan-labels.ts'
import type { Scope } from './rewrite-context.ts'

/** What a pattern is for, where it is not to be found: its names may be null, or its properties may. */
export type Purpose = 'optional' | 'create'

interface Start {
  readonly scope: Scope
  readonly purpose: Purpose | undefined
}

/** `{id: $id} WHERE …`: each value stands against the property of its key; to be found it cannot be null, to be created it can. */
const scanInside = (
  element: NodePattern | RelationshipPattern,
  of: ValueType,
  { scope, purpose }: Start,
  to: Analysis,
): void => {
  const { properties, where } = element
  scanLabels(element.kind === 'node' ? element.labels : element.types, scope, to)
  if (properties?.kind === 'map') {
    for (const { key, value } of properties.entries) {
      const type = propertyType(of, key, to.schema)
      to.give(value, purpose === 'create' ? type : nonNullOf(type), scope)
    }
  } else if (properties !== undefined) to.give(properties, to.bag(of, purpose === 'create' ? 'nullable' : true), scope)
  if (where !== undefined) to.guess(() => to.typeOf(where, scope))
}

/** Follows paths from their starts to their ends. */
class PathScan {
  scope: Scope
  /** The scope, once it is a copy of its own. */
  #own: Map<string, ValueType> | undefined
  declare readonly purpose: Purpose | undefined
  declare readonly to: Analysis
  /** What may stand at the end of the last relationship. */
  #far = '*'
  /** What the last node is. */
  #labels = '*'

  constructor({ scope, purpose }: Start, to: Analysis) {
    this.scope = scope
    this.purpose = purpose
    this.to = to
  }

  /** A name that nothing has bound before: the type, or a list of it. */
  bind(name: string | undefined, type: ValueType, many: Quantifier | undefined): void {
    if (name === undefined || this.scope.has(name)) return
    const whole = many === undefined ? type : listOf(type)
    this.#own ??= new Map(this.scope)
    this.#own.set(name, this.purpose === 'optional' ? nullableOf(whole) : whole)
    this.scope = this.#own
  }

  node(element: NodePattern): void {
    const { variable } = element
    const bound = this.scope.get(variable as string) // no name, nothing bound
    const known = bound?.kind === 'node' ? bound.labels : this.#far
    const labels = element.labels === undefined ? known : labelsOf(element.labels)
    this.#labels = labels
    const type: ValueType = { kind: 'node', labels, entity: false, nullable: false }
    this.bind(variable, type, undefined)
    scanInside(element, type, this, this.to)
  }

  relationship(element: RelationshipPattern, next: Pattern['elements'][number] | undefined): void {
    const { variable, quantifier } = element
    const types = labelsOf(element.types)
    const type: ValueType = { kind: 'relationship', types, entity: false, nullable: false }
    if (next?.kind === 'node' && next.labels === undefined)
      this.#far = farLabels(this.to.schema, { types, pattern: element }, this.#labels)
    // What stands inside a repeated one speaks of each by itself.
    const each =
      quantifier === undefined || variable === undefined ? undefined : new Map(this.scope).set(variable, type)
    this.bind(variable, type, element.length ?? quantifier)
    scanInside(element, type, each === undefined ? this : { scope: each, purpose: this.purpose }, this.to)
  }

  group({ pattern, where, quantifier }: PathGroup): void {
    const inner = scanPatterns([pattern], { scope: this.scope, purpose: undefined }, this.to)
    if (where !== undefined) this.to.guess(() => this.to.typeOf(where, inner))
    for (const [name, type] of inner) this.bind(name, type, quantifier)
    this.#forget()
  }

  path({ elements, variable, selector }: Pattern): void {
    this.#forget()
    if (selector?.count !== undefined) this.to.give(selector.count, scalarType('integer'), this.scope)
    elements.forEach((element, at) => {
      if (element.kind === 'node') this.node(element)
      else if (element.kind === 'group') this.group(element)
      else this.relationship(element, elements[at + 1])
    })
    this.bind(variable, { kind: 'path', nullable: false }, undefined)
  }

  /** What stands before a node no longer tells what it is. */
  #forget(): void {
    this.#far = '*'
    this.#labels = '*'
  }
}

/** The scope with the names that patterns bind; notes what the parameters in them stand against. */
export const scanPatterns = (patterns: readonly Pattern[], start: Start, to: Analysis): Scope => {
  const scan = new PathScan(start, to)
  for (const pattern of patterns) scan.path(pattern)
  return scan.scope
}
