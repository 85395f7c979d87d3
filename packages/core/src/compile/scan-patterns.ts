import type { Expression } from '../ast/expression.ts'
import type { NodePattern, PathGroup, Pattern, Quantifier, RelationshipPattern } from '../ast/pattern.ts'
import { propertyType } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { listOf, nonNullOf, nullableOf, scalarType } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { farLabels } from './far-labels.ts'
import { labelsOf } from './labels-of.ts'
import { nested, withName } from './names.ts'
import { scanLabels } from './scan-labels.ts'
import type { Scope } from './rewrite-context.ts'

/** What a pattern is for, where it is not to be found: its names may be null, or its properties may. */
export type Purpose = 'optional' | 'create'

interface Start {
  readonly scope: Scope
  readonly purpose: Purpose | undefined
}

/** `{id: $id}`: each value stands against the property of its key; to be found it cannot be null, to be created it can. */
const scanInside = (
  element: NodePattern | RelationshipPattern,
  of: ValueType,
  { scope, purpose }: Start,
  to: Analysis,
): void => {
  const { properties } = element
  scanLabels(element.kind === 'node' ? element.labels : element.types, scope, to)
  if (properties?.kind === 'map') {
    for (const { key, value } of properties.entries) {
      const type = propertyType(of, key, to.schema)
      to.give(value, purpose === 'create' ? type : nonNullOf(type), scope)
    }
  } else if (properties !== undefined) to.give(properties, to.bag(of, purpose === 'create' ? 'nullable' : true), scope)
}

/** A condition inside a path, with the name that stands for something else in it than outside. */
interface Inner {
  readonly where: Expression
  readonly name?: string | undefined
  readonly type: ValueType
}

/** Follows paths from their starts to their ends. */
class PathScan {
  scope: Scope
  declare readonly purpose: Purpose | undefined
  declare readonly to: Analysis
  /** What may stand at the end of the last relationship. */
  #far = '*'
  /** What the last node is. */
  #labels = '*'
  #conditions: Inner[] = []
  /** The names that it has bound. */
  readonly #bound: string[] = []

  constructor({ scope, purpose }: Start, to: Analysis) {
    this.scope = scope
    this.purpose = purpose
    this.to = to
  }

  path({ elements, variable, selector }: Pattern): void {
    this.#far = this.#labels = '*'
    this.#conditions = []
    if (selector?.count !== undefined) this.to.give(selector.count, scalarType('integer'), this.scope)
    elements.forEach((element, at) => {
      if (element.kind === 'node') this.#node(element)
      else if (element.kind === 'group') this.#group(element)
      else this.#relationship(element, elements[at + 1])
    })
    this.#bind(variable, { kind: 'path', nullable: false }, undefined)
    // A condition sees all names of its path, also those that come after it.
    for (const { where, name, type } of this.#conditions) {
      this.to.typeOf(where, name === undefined ? this.scope : withName(nested(this.scope), name, type))
    }
  }

  /** A name that nothing has bound before: the type, or a list of it. */
  #bind(name: string | undefined, type: ValueType, many: Quantifier | undefined): void {
    if (name === undefined || this.scope.has(name)) return
    const whole = many === undefined ? type : listOf(type)
    this.#bound.push(name)
    this.scope = withName(this.scope, name, this.purpose === 'optional' ? nullableOf(whole) : whole)
  }

  #node(element: NodePattern): void {
    const { variable, where } = element
    const bound = this.scope.get(variable as string) // no name, nothing bound
    const known = bound?.kind === 'node' ? bound.labels : this.#far
    const labels = element.labels === undefined ? known : labelsOf(element.labels)
    this.#labels = labels
    const type: ValueType = { kind: 'node', labels, entity: false, nullable: false }
    this.#bind(variable, type, undefined)
    scanInside(element, type, this, this.to)
    if (where !== undefined) this.#conditions.push({ where, type })
  }

  #relationship(element: RelationshipPattern, next: Pattern['elements'][number] | undefined): void {
    const { variable, quantifier, length, where } = element
    const types = labelsOf(element.types)
    const type: ValueType = { kind: 'relationship', types, entity: false, nullable: false }
    if (next?.kind === 'node' && next.labels === undefined)
      this.#far = farLabels(this.to.schema, { types, pattern: element }, this.#labels)
    const many = length ?? quantifier
    this.#bind(variable, type, many)
    scanInside(element, type, this, this.to)
    // Inside a repeated one its name is each by itself.
    if (where !== undefined) this.#conditions.push({ where, name: many && variable, type })
  }

  /** What it binds is one of each inside of it, and a list of them after it where it is repeated. */
  #group({ pattern, where, quantifier }: PathGroup): void {
    const inner = new PathScan({ scope: nested(this.scope), purpose: undefined }, this.to)
    inner.path(pattern)
    if (where !== undefined) this.to.typeOf(where, inner.scope)
    for (const name of inner.#bound) this.#bind(name, inner.scope.get(name) as ValueType, quantifier) // it has bound it
    this.#far = this.#labels = inner.#labels
  }
}

/** The scope with the names that patterns bind; notes what the parameters in them stand against. */
export const scanPatterns = (patterns: readonly Pattern[], start: Start, to: Analysis): Scope => {
  const scan = new PathScan(start, to)
  for (const pattern of patterns) scan.path(pattern)
  return scan.scope
}
