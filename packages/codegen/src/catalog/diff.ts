import type { ShapeOptions } from '../config/config.ts'
import type { Catalog, Constraint } from './catalog.ts'
import type { Difference } from './difference.ts'
import { completeSample } from './merge.ts'
import type { GraphModel, PropertyModel, RelationshipModel } from './model.ts'
import { sortedBy } from './order.ts'
import { propertyText } from './property-text.ts'
import { resolve } from './resolve.ts'
import { toldBy } from './told-by.ts'
import { counted } from './words.ts'

/** What is on one side alone, and what is on both, by a key. */
const compare = <T>(before: readonly T[], after: readonly T[], key: (item: T) => string) => {
  const old = new Map(before.map((each) => [key(each), each]))
  const now = new Map(after.map((each) => [key(each), each]))
  return {
    removed: before.filter((each) => !now.has(key(each))),
    added: after.filter((each) => !old.has(key(each))),
    both: after.flatMap((each) => {
      const was = old.get(key(each))
      return was === undefined ? [] : [[was, each] as const]
    }),
  }
}

const summaryOf = (properties: readonly PropertyModel[]): string =>
  properties.length === 0 ? 'no properties' : properties.map((each) => `${each.name} ${propertyText(each)}`).join(', ')

const propertyDifferences = (
  owner: string,
  before: readonly PropertyModel[],
  after: readonly PropertyModel[],
): Difference[] => {
  const { removed, added, both } = compare(before, after, (each) => each.name)
  const of = ({ name }: PropertyModel) => ({ subject: 'property' as const, name: `${owner}.${name}` })
  return [
    ...removed.map((each): Difference => ({ ...of(each), change: 'removed', before: propertyText(each) })),
    ...added.map(
      (each): Difference => ({ ...of(each), change: 'added', after: propertyText(each), reason: each.reason }),
    ),
    ...both.flatMap(([was, now]): Difference[] => {
      const [old, current] = [propertyText(was), propertyText(now)]
      if (old === current) return []
      const reason = [was.type.nullable === now.type.nullable ? [] : [now.reason], now.notes].flat().join('; ')
      return [
        {
          ...of(now),
          change: 'changed',
          before: old,
          after: current,
          ...(reason === '' ? {} : { reason: reason.replace(/\.$/, '') }),
        },
      ]
    }),
  ]
}

const labelDifferences = (before: GraphModel, after: GraphModel): Difference[] => {
  const { removed, added, both } = compare(before.nodes, after.nodes, (each) => each.label)
  return [
    ...removed.map((each): Difference => ({ change: 'removed', subject: 'label', name: each.label })),
    ...added.map(
      (each): Difference => ({
        change: 'added',
        subject: 'label',
        name: each.label,
        after: summaryOf(each.properties),
        reason: counted(each.count, 'node'),
      }),
    ),
    ...both.flatMap(([was, now]) => propertyDifferences(now.label, was.properties, now.properties)),
  ]
}

const pairText = (type: string, pair: { from: string; to: string }): string => `(${pair.from})-[:${type}]->(${pair.to})`

const endDifferences = (was: RelationshipModel, now: RelationshipModel): Difference[] => {
  const { removed, added } = compare(was.pairs, now.pairs, (pair) => JSON.stringify([pair.from, pair.to]))
  return [
    ...removed.map((pair): Difference => ({ change: 'removed', subject: 'ends', name: pairText(was.type, pair) })),
    ...added.map((pair): Difference => ({ change: 'added', subject: 'ends', name: pairText(now.type, pair) })),
  ]
}

const relationshipDifferences = (before: GraphModel, after: GraphModel): Difference[] => {
  const { removed, added, both } = compare(before.relationships, after.relationships, (each) => each.type)
  return [
    ...removed.map((each): Difference => ({ change: 'removed', subject: 'relationship type', name: each.type })),
    ...added.map(
      (each): Difference => ({
        change: 'added',
        subject: 'relationship type',
        name: each.type,
        after: [...each.pairs.map((pair) => pairText(each.type, pair)), summaryOf(each.properties)].join(', '),
        reason: counted(each.count, 'relationship'),
      }),
    ),
    ...both.flatMap(([was, now]) => [
      ...endDifferences(was, now),
      ...propertyDifferences(now.type, was.properties, now.properties),
    ]),
  ]
}

/** Label sets matter where both sides know all of their labels: a new label says so itself. */
const labelSetDifferences = (before: GraphModel, after: GraphModel): Difference[] => {
  const known = new Set(before.nodes.map((each) => each.label))
  const still = new Set(after.nodes.map((each) => each.label))
  const { removed, added } = compare(before.labelSets, after.labelSets, (labels) => labels.join(':'))
  return [
    ...removed
      .filter((labels) => labels.every((label) => still.has(label)))
      .map((labels): Difference => ({ change: 'removed', subject: 'label set', name: labels.join(':') })),
    ...added
      .filter((labels) => labels.every((label) => known.has(label)))
      .map((labels): Difference => ({ change: 'added', subject: 'label set', name: labels.join(':') })),
  ]
}

const words: Readonly<Record<Constraint['kind'], string>> = {
  unique: 'is unique',
  exists: 'exists',
  key: 'is the key',
  type: 'is of type',
  other: 'is constrained',
}

const constraintText = ({ kind, target, properties, types = [] }: Constraint): string => {
  const constrained = properties.map((property) => `${target}.${property}`).join(', ')
  return [constrained, words[kind], types.join(' or ')].filter((part) => part !== '').join(' ')
}

const constraintDifferences = (before: Catalog, after: Catalog): Difference[] => {
  const { removed, added } = compare(before.constraints, after.constraints, (each) => JSON.stringify(each))
  return [
    ...removed.map(
      (each): Difference => ({
        change: 'removed',
        subject: 'constraint',
        name: each.name,
        before: constraintText(each),
      }),
    ),
    ...added.map(
      (each): Difference => ({ change: 'added', subject: 'constraint', name: each.name, after: constraintText(each) }),
    ),
  ]
}

/**
 * What differs between a graph as it was known and as it was just read, as far as its types tell: labels, properties,
 * ends, label sets, constraints, all after the options' overrides. Counts and indexes may change freely, and what a sample
 * did not meet is taken to be as it was.
 */
export const diff = (before: Catalog, live: Catalog, options: ShapeOptions = {}): readonly Difference[] => {
  const old = resolve(before, options)
  const now = toldBy(resolve(completeSample(live, before), options), resolve(live, options))
  return [
    ...sortedBy([...labelDifferences(old, now), ...relationshipDifferences(old, now)], (each) => each.name),
    ...labelSetDifferences(old, now),
    ...constraintDifferences(before, live),
  ]
}
