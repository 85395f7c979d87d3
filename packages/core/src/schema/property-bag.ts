import { intersectionOf } from '../value/intersection-of.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, nullType } from '../value/value-types.ts'
import { parsePropertySpec } from './parse-property-spec.ts'
import type { SchemaDescriptor } from './schema-descriptor.ts'

type Entries = Readonly<Record<string, ValueType>>
type Kept = Map<string, Entries | undefined>

const nodeBags = new WeakMap<SchemaDescriptor, Kept>()
const relationshipBags = new WeakMap<SchemaDescriptor, Kept>()
const most = 4096

const specs = (properties: Readonly<Record<string, string>> | undefined): Entries | undefined =>
  properties && Object.fromEntries(Object.entries(properties).map(([key, spec]) => [key, parsePropertySpec(spec)]))

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** `A&B`: both bags in one. */
const both = (bags: readonly (Entries | undefined)[]): Entries | undefined => {
  const out: Record<string, ValueType> = {}
  for (const bag of bags) {
    if (bag === undefined) return undefined
    for (const [key, type] of Object.entries(bag)) {
      const met = own(out, key)
      out[key] = met === undefined ? type : intersectionOf(met, type)
    }
  }
  return out
}

/** `A|B`: every key of either; null where one of them lacks it. */
const either = (bags: readonly (Entries | undefined)[]): Entries | undefined => {
  const known = bags.filter((bag) => bag !== undefined)
  if (known.length < bags.length) return undefined
  const keys = new Set(known.flatMap((bag) => Object.keys(bag)))
  return Object.fromEntries([...keys].map((key) => [key, unionOf(known.map((bag) => own(bag, key) ?? nullType))]))
}

const keep = (
  kept: WeakMap<SchemaDescriptor, Kept>,
  schema: SchemaDescriptor,
  terms: string,
  make: () => Entries | undefined,
): Entries | undefined => {
  let bags = kept.get(schema)
  if (bags === undefined) kept.set(schema, (bags = new Map()))
  const known = bags.get(terms)
  if (known !== undefined || bags.has(terms)) return known
  const bag = make()
  if (bags.size < most) bags.set(terms, bag)
  return bag
}

/** The properties of a node by its labels (`User`, `A&B`, `A|B`); `undefined` where the schema does not know them. */
export const nodeBag = (schema: SchemaDescriptor | undefined, labels: string): Entries | undefined => {
  if (schema === undefined || labels === '*') return undefined
  return keep(nodeBags, schema, labels, () =>
    either(
      labels
        .split('|')
        .map((term) => both(term.split('&').map((label) => specs(own(schema.nodes, label)?.properties)))),
    ),
  )
}

/** The properties of a relationship by its types (`FOLLOWS`, `A|B`); `undefined` where the schema does not know them. */
export const relationshipBag = (schema: SchemaDescriptor | undefined, types: string): Entries | undefined => {
  if (schema === undefined || types === '*') return undefined
  return keep(relationshipBags, schema, types, () =>
    either(types.split('|').map((type) => specs(own(schema.relationships, type)?.properties))),
  )
}

/** The properties of what has some: an entity, or a map. */
export const bagOf = (type: ValueType, schema: SchemaDescriptor | undefined): Entries | undefined => {
  if (type.kind === 'node') return nodeBag(schema, type.labels)
  if (type.kind === 'relationship') return relationshipBag(schema, type.types)
  return type.kind === 'map' ? type.entries : undefined
}

/** What a property of a node or relationship is: `any` where the schema does not say. */
export const propertyType = (bag: Entries | undefined, key: string): ValueType =>
  (bag === undefined ? undefined : own(bag, key)) ?? anyType
