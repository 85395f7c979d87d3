import type { NodeOverride } from '../config/config.ts'
import type { Constraint } from './catalog.ts'
import type { PropertyModel } from './model.ts'
import { order } from './order.ts'

/** The properties that tell nodes of a label apart, and why we say so. */
export interface Key {
  readonly properties: readonly string[]
  readonly reason: string
}

/** The lower the better: a key that every node has, of few properties; among these `id`, then the first by name. */
const ranked = (constraints: readonly Constraint[], known: ReadonlyMap<string, PropertyModel>): Constraint[] => {
  const rank = ({ kind, properties }: Constraint): number =>
    (kind === 'key' ? 0 : properties.some((name) => known.get(name)?.type.nullable === true) ? 2 : 1) * 100 +
    properties.length * 2 +
    (properties.length === 1 && properties[0] === 'id' ? 0 : 1)
  return constraints.toSorted((a, b) => rank(a) - rank(b) || order(a.properties.join(), b.properties.join()))
}

/** The key that an override names; none for `false`. */
const keyProperties = ({ key = false }: NodeOverride): readonly string[] =>
  key === false ? [] : typeof key === 'string' ? [key] : key

/** What is wrong with a key that an override names, for the user to know. */
export const keyWarnings = (
  label: string,
  properties: readonly PropertyModel[],
  override: NodeOverride | undefined,
): readonly string[] => {
  const known = new Set(properties.map((each) => each.name))
  return keyProperties(override ?? {})
    .filter((name) => !known.has(name))
    .map((name) => `an override names '${name}' as key of the label '${label}', which has no such property`)
}

/** What the user says, else what one of the label's constraints says: that of a node key, or of unique properties. */
export const keyOf = (
  constraints: readonly Constraint[],
  properties: readonly PropertyModel[],
  override: NodeOverride | undefined,
): Key | undefined => {
  const known = new Map(properties.map((each) => [each.name, each]))
  if (override?.key !== undefined) {
    const wanted = keyProperties(override)
    return wanted.length > 0 && wanted.every((name) => known.has(name))
      ? { properties: wanted, reason: 'by override' }
      : undefined
  }
  const candidates = constraints.filter(
    ({ kind, properties: held }) =>
      (kind === 'key' || kind === 'unique') && held.length > 0 && held.every((name) => known.has(name)),
  )
  const [best] = ranked(candidates, known)
  return best === undefined ? undefined : { properties: best.properties, reason: `by constraint ${best.name}` }
}
