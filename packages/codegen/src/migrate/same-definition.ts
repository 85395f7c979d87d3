import type { Constraint } from '../catalog/catalog.ts'
import { order } from '../catalog/order.ts'
import { sameType, specOf } from './declared-type.ts'
import type { ConstraintDefinition, IndexDefinition } from './definition.ts'

const sorted = (names: readonly string[]): string => [...names].sort(order).join('\0')

/** A constraint of the catalogue; none for a kind that Motif does not make. */
export const definitionOf = (each: Constraint): ConstraintDefinition[] => {
  const { name, kind, on, target, properties } = each
  if (kind === 'other') return []
  return [{ name, kind, on, target, properties, ...(kind === 'type' ? { type: specOf(each) } : {}) }]
}

/** Whether two constraints hold the same, whatever they are called. */
export const sameConstraint = (a: ConstraintDefinition, b: ConstraintDefinition): boolean =>
  a.kind === b.kind &&
  a.on === b.on &&
  a.target === b.target &&
  sorted(a.properties) === sorted(b.properties) &&
  (a.kind !== 'type' || sameType(a.type ?? '', b.type ?? ''))

/** Whether two indexes are the same, whatever they are called; `ordered`: the order of their properties matters. */
export const sameIndex =
  (ordered: boolean) =>
  (a: IndexDefinition, b: IndexDefinition): boolean => {
    const properties = ordered ? (names: readonly string[]): string => names.join('\0') : sorted
    return (
      a.kind === b.kind &&
      a.on === b.on &&
      sorted(a.targets) === sorted(b.targets) &&
      properties(a.properties) === properties(b.properties) &&
      a.dimensions === b.dimensions &&
      a.similarity === b.similarity &&
      a.analyzer === b.analyzer
    )
  }
