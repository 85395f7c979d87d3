import type { Constraint, ElementEntry, PropertyEntry } from './catalog.ts'
import { counted, grouped } from './words.ts'

/** Whether a property may be missing, and why we say so. */
export interface Presence {
  readonly nullable: boolean
  readonly reason: string
}

/** What is said of one element's properties: `node` or `relationship`. */
export type ElementKind = 'node' | 'relationship'

const requiring = (constraints: readonly Constraint[], property: string): string | undefined =>
  constraints.find((each) => (each.kind === 'exists' || each.kind === 'key') && each.properties.includes(property))
    ?.name

/**
 * A property is there for certain only by constraint, or when everything was read and nothing lacks it. A sample can show
 * that something is missing, never that nothing is. `constraints` are those on the element.
 */
export const presenceOf = (
  constraints: readonly Constraint[],
  kind: ElementKind,
  element: ElementEntry,
  property: PropertyEntry,
): Presence => {
  const constraint = requiring(constraints, property.name)
  if (constraint !== undefined) return { nullable: false, reason: `by constraint ${constraint}` }
  if (property.count === 0) return { nullable: true, reason: `named by a constraint, but no ${kind} has it` }
  const lacking = element.scanned - property.count
  const whole = element.scanned === element.count
  if (lacking > 0) {
    const read = `${counted(element.scanned, kind)}${whole ? '' : ' read'}`
    return { nullable: true, reason: `${grouped(lacking)} of ${read} ${lacking === 1 ? 'lacks' : 'lack'} it` }
  }
  if (!whole)
    return { nullable: true, reason: `only ${grouped(element.scanned)} of ${counted(element.count, kind)} were read` }
  return {
    nullable: false,
    reason: element.count === 1 ? `the only ${kind} has it` : `all ${counted(element.count, kind)} have it`,
  }
}
