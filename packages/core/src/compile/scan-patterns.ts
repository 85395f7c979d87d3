import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { propertyType } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { listOf, nonNullOf, nullableOf } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import { farLabels } from './far-labels.ts'
import { labelsOf } from './labels-of.ts'
import type { Scope } from './rewrite-context.ts'

/** What a pattern is for, where it is not to be found: its names may be null, or its properties may. */
export type Purpose = 'optional' | 'create'

interface Start {
  readonly scope: Scope
  readonly purpose: Purpose | undefined
}

/** `{id: $id} WHERE …`: each value stands against the property of its key; to be found it cannot be null, to be created it can. */
const scanInside = (
  { properties, where }: NodePattern | RelationshipPattern,
  of: ValueType,
  { scope, purpose }: Start,
  to: Analysis,
): void => {
  if (properties?.kind === 'map') {
    for (const { key, value } of properties.entries) {
      const type = propertyType(of, key, to.schema)
      to.give(value, purpose === 'create' ? type : nonNullOf(type), scope)
    }
  } else if (properties !== undefined) to.give(properties, to.bag(of, purpose === 'create' ? 'nullable' : true), scope)
  if (where !== undefined) to.guess(() => to.typeOf(where, scope))
}

/** The scope with the names that patterns bind; notes what the parameters in them stand against. */
export const scanPatterns = (patterns: readonly Pattern[], { scope: outer, purpose }: Start, to: Analysis): Scope => {
  let scope = outer
  const bind = (name: string | undefined, type: ValueType): void => {
    if (name === undefined || scope.has(name)) return
    scope = new Map(scope).set(name, purpose === 'optional' ? nullableOf(type) : type)
  }
  for (const { elements, variable: path } of patterns) {
    let far = '*' // what may stand at the end of the last relationship
    let labels = far
    elements.forEach((element, at) => {
      const { variable } = element
      if (element.kind === 'node') {
        const bound = scope.get(variable as string) // no name, nothing bound
        labels = element.labels !== undefined ? labelsOf(element.labels) : bound?.kind === 'node' ? bound.labels : far
        const type: ValueType = { kind: 'node', labels, entity: false, nullable: false }
        bind(variable, type)
        scanInside(element, type, { scope, purpose }, to)
      } else {
        const types = labelsOf(element.types)
        const type: ValueType = { kind: 'relationship', types, entity: false, nullable: false }
        if ((elements[at + 1] as NodePattern).labels === undefined)
          // a path ends with a node
          far = farLabels(to.schema, { types, pattern: element }, labels)
        bind(variable, element.length === undefined ? type : listOf(type))
        scanInside(element, type, { scope, purpose }, to)
      }
    })
    bind(path, { kind: 'path', nullable: false })
  }
  return scope
}
