import { intersectionOf } from '../value/intersection-of.ts'
import { unionOf } from '../value/union-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { remembering } from '../value/remembering.ts'
import { anyType, nullType } from '../value/value-types.ts'
import { parsePropertySpec } from './parse-property-spec.ts'
import type { SchemaDescriptor } from './schema-descriptor.ts'

type Entries = Readonly<Record<string, ValueType>>
type Described = Readonly<Record<string, { readonly properties: Readonly<Record<string, string>> }>>

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const entriesOf = (described: Described, name: string): Entries | undefined => {
  const properties = own(described, name)?.properties
  return (
    properties && Object.fromEntries(Object.entries(properties).map(([key, spec]) => [key, parsePropertySpec(spec)]))
  )
}

/** Every key of some bags; `undefined` where one of them is not known. */
const joined = (
  bags: readonly (Entries | undefined)[],
  join: (types: readonly (ValueType | undefined)[]) => ValueType,
): Entries | undefined => {
  const known = bags.filter((bag) => bag !== undefined)
  if (known.length < bags.length) return undefined
  const keys = new Set(known.flatMap((bag) => Object.keys(bag)))
  return Object.fromEntries(Array.from(keys, (key) => [key, join(known.map((bag) => own(bag, key)))]))
}

/** By names as a value's type gives them: `User`; `A&B`, both bags in one; `A|B`, where what one lacks may be null. */
const bagsOf = (described: Described): ((names: string) => { readonly bag: Entries | undefined }) => {
  const ofAll = (names: string): Entries | undefined =>
    joined(
      names.split('&').map((name) => entriesOf(described, name)),
      (types) => types.reduce<ValueType>((one, other = anyType) => intersectionOf(one, other), anyType),
    )
  return remembering(4096, (names) => ({
    bag: joined(names.split('|').map(ofAll), (types) => unionOf(types.map((type = nullType) => type))),
  }))
}

const bags = new WeakMap<Described, ReturnType<typeof bagsOf>>()
const bag = (described: Described, names: string): Entries | undefined => {
  let find = bags.get(described)
  if (find === undefined) bags.set(described, (find = bagsOf(described)))
  return find(names).bag
}

/** The properties of what has some, an entity or a map; `undefined` where the schema does not know them. */
export const bagOf = (type: ValueType, schema: SchemaDescriptor | undefined): Entries | undefined => {
  if (type.kind === 'map') return type.entries
  if (schema === undefined) return undefined
  if (type.kind === 'node') return bag(schema.nodes, type.labels)
  return type.kind === 'relationship' ? bag(schema.relationships, type.types) : undefined
}

/** What a property of a node, relationship or map is: `any` where the schema does not say. */
export const propertyType = (type: ValueType, key: string, schema: SchemaDescriptor | undefined): ValueType =>
  own(bagOf(type, schema) ?? {}, key) ?? anyType
