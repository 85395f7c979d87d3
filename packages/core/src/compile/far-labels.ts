import type { RelationshipPattern } from '../ast/pattern.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

type Ends = SchemaDescriptor['relationships'][string]

/** The ends that go with labels, as a relationship of this direction leads to them; all where they are not known. */
const across = (
  { from, to, pairs = from.flatMap((start) => to.map((end) => [start, end] as const)) }: Ends,
  near: string,
  direction: RelationshipPattern['direction'],
): readonly string[] => {
  const labels = near.split(/[|&]/)
  return pairs.flatMap(([start, end]) => [
    ...(direction !== 'in' && (near === '*' || labels.includes(start)) ? [end] : []),
    ...(direction !== 'out' && (near === '*' || labels.includes(end)) ? [start] : []),
  ])
}

/** What the schema lets stand at the far end of a relationship, seen from a node with these labels. */
export const farLabels = (
  schema: SchemaDescriptor | undefined,
  relationship: { readonly types: string; readonly pattern: RelationshipPattern },
  near: string,
): string => {
  const { types, pattern } = relationship
  if (schema === undefined || types === '*') return '*'
  const { length, quantifier, direction } = pattern
  // The last of several may leave any node that its type leaves; none of them stay where they are.
  const from = (length ?? quantifier) === undefined ? near : '*'
  const all = new Set(
    types.split('|').flatMap((type) => {
      const ends = Object.hasOwn(schema.relationships, type) ? schema.relationships[type] : undefined
      return ends === undefined ? ['*'] : across(ends, from, direction)
    }),
  )
  if (length?.min === 0 || (quantifier !== undefined && (quantifier.min ?? 0) === 0))
    near.split('|').forEach((label) => all.add(label))
  return all.has('*') || all.size === 0 ? '*' : [...all].join('|')
}
