import type { RelationshipPattern } from '../ast/pattern.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

type Ends = SchemaDescriptor['relationships'][string]

/** The ends on one side that go with labels on the other; every one where the labels are not known. */
const across = (ends: Ends, near: string, outwards: boolean): readonly string[] => {
  const [here, there] = outwards ? [ends.from, ends.to] : [ends.to, ends.from]
  if (near === '*') return there
  const terms = near.split(/[|&]/)
  if (ends.pairs !== undefined) {
    const met = ends.pairs.filter((pair) => terms.includes(outwards ? pair[0] : pair[1]))
    return met.map((pair) => (outwards ? pair[1] : pair[0]))
  }
  return terms.some((term) => here.includes(term)) ? there : []
}

const ends = (
  schema: SchemaDescriptor,
  type: string,
  near: string,
  direction: RelationshipPattern['direction'],
): readonly string[] => {
  const known = Object.hasOwn(schema.relationships, type) ? schema.relationships[type] : undefined
  if (known === undefined) return ['*']
  if (direction !== 'both') return across(known, near, direction === 'out')
  return [...across(known, near, true), ...across(known, near, false)]
}

/** What the schema lets stand at the far end of a relationship, seen from a node with these labels. */
export const farLabels = (
  schema: SchemaDescriptor | undefined,
  relationship: { readonly types: string; readonly pattern: RelationshipPattern },
  near: string,
): string => {
  const { types, pattern } = relationship
  if (schema === undefined || types === '*' || pattern.length !== undefined) return '*'
  const all = new Set(types.split('|').flatMap((type) => ends(schema, type, near, pattern.direction)))
  return all.has('*') || all.size === 0 ? '*' : [...all].join('|')
}
