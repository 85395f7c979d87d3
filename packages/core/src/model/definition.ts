import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { type Declaration, type Declarations, declarationOf } from './declaration.ts'
import { listed, refusal } from './refuse.ts'

/** A property under the name that rows and arguments have for it. */
export interface Field {
  readonly name: string
  readonly property: string
  readonly type: ValueType
}

/** A type of relationship seen from these nodes. */
export interface Relation {
  readonly name: string
  readonly type: string
  readonly direction: 'out' | 'in'
  /** Whether there is one at most, so that it is read as a row instead of a list. */
  readonly one: boolean
  /** The labels that the schema lets stand at its far end. */
  readonly far: readonly string[]
  /** Its own properties. */
  readonly fields: ReadonlyMap<string, Field>
}

/** What a model goes by: the schema and what was declared beside it, brought together. */
export interface Definition {
  /** For messages: `User`, `User & Admin`. */
  readonly name: string
  readonly labels: readonly string[]
  readonly fields: ReadonlyMap<string, Field>
  readonly relations: ReadonlyMap<string, Relation>
  /** What tells its nodes apart; empty where nothing does. */
  readonly key: readonly Field[]
  readonly version: Field | undefined
  /** By property, as they were declared: values, or functions that make them. */
  readonly defaults: Readonly<Record<string, unknown>>
  readonly generated: Readonly<Record<string, unknown>>
  readonly updated: Readonly<Record<string, unknown>>
  /** Fields that a plugin fills in. */
  readonly supplied: readonly string[]
  readonly validate: unknown
  readonly hooks: unknown
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

const fieldsOf = (
  bag: Readonly<Record<string, ValueType>>,
  renamed: Readonly<Record<string, string>>,
  name: string,
) => {
  const names = new Map<string, string>()
  for (const [field, property] of Object.entries(renamed)) {
    if (!Object.hasOwn(bag, property))
      throw refusal(`${name}: fields names the property '${property}', which is not there: ${listed(Object.keys(bag))}`)
    if (names.has(property)) throw refusal(`${name}: fields gives the property '${property}' two names`)
    names.set(property, field)
  }
  const fields = new Map<string, Field>()
  for (const [property, type] of Object.entries(bag)) {
    const field = names.get(property) ?? property
    if (fields.has(field)) throw refusal(`${name}: fields gives two properties the name '${field}'`)
    fields.set(field, { name: field, property, type })
  }
  return fields
}

const noFields: Declaration['fields'] = {}

type Ends = SchemaDescriptor['relationships'][string]

/** The labels across, seen from nodes that carry all of `labels`. */
const across = (ends: Ends, direction: 'out' | 'in', labels: readonly string[]): readonly string[] => {
  const pairs = ends.pairs ?? ends.from.flatMap((from) => ends.to.map((to) => [from, to] as const))
  const far = pairs.flatMap(([from, to]) => {
    const [near, there] = direction === 'out' ? [from, to] : [to, from]
    return labels.includes(near) ? [there] : []
  })
  return [...new Set(far)]
}

const relationOf = (
  schema: SchemaDescriptor,
  labels: readonly string[],
  { name, type, direction, one }: Pick<Relation, 'name' | 'type' | 'direction' | 'one'>,
): Relation | undefined => {
  const ends = own(schema.relationships, type)
  const far = ends === undefined ? [] : across(ends, direction, labels)
  if (far.length === 0) return undefined
  const bag = bagOf({ kind: 'relationship', types: type, entity: false, nullable: false }, schema) ?? {}
  return Object.freeze({ name, type, direction, one, far, fields: fieldsOf(bag, noFields, type) })
}

/** Every type that starts or ends at these nodes, by its own name: `WROTE` goes out, `<WROTE` comes in. */
const relationsBySchema = (schema: SchemaDescriptor, labels: readonly string[]): Map<string, Relation> => {
  const found = new Map<string, Relation>()
  for (const type of Object.keys(schema.relationships)) {
    for (const direction of ['out', 'in'] as const) {
      const name = direction === 'out' ? type : `<${type}`
      const relation = relationOf(schema, labels, { name, type, direction, one: false })
      if (relation !== undefined) found.set(name, relation)
    }
  }
  return found
}

const declareRelations = (
  relations: Map<string, Relation>,
  declared: Declaration['relations'],
  { name: model, fields }: { readonly name: string; readonly fields: ReadonlyMap<string, Field> },
): void => {
  const known = [...relations.keys()]
  for (const [name, given] of Object.entries(declared)) {
    const { type, one = false } = typeof given === 'string' ? { type: given } : given
    const found = relations.get(type)
    if (fields.has(name)) throw refusal(`${model}: the relation '${name}' has the name of a property`)
    if (found === undefined || !known.includes(type))
      throw refusal(`${model}: the relation '${name}' names the type '${type}', which is not at it: ${listed(known)}`)
    relations.set(name, Object.freeze({ ...found, name, one }))
  }
}

const named = (fields: ReadonlyMap<string, Field>, name: string, where: string): Field => {
  const all = [...fields.values()]
  const found = all.find(({ property }) => property === name)
  if (found !== undefined) return found
  throw refusal(`${where} names '${name}', which is no property: ${listed(all.map(({ property }) => property))}`)
}

/** What the constraints of the graph say, by the first label that has one. */
const keyByGraph = (schema: SchemaDescriptor, labels: readonly string[]): readonly string[] =>
  labels.map((label) => own(schema.nodes, label)?.key).find((key) => key !== undefined) ?? []

const resolve = (schema: SchemaDescriptor, declarations: Declarations, labels: readonly string[]): Definition => {
  const name = labels.join(' & ')
  const unknown = labels.find((label) => !Object.hasOwn(schema.nodes, label))
  if (unknown !== undefined)
    throw refusal(`the schema has no label '${unknown}': there is ${listed(Object.keys(schema.nodes))}`)
  const declared = declarationOf(declarations, labels)
  const bag = bagOf({ kind: 'node', labels: labels.join('&'), entity: false, nullable: false }, schema) ?? {}
  const fields = fieldsOf(bag, declared.fields, name)
  const relations = relationsBySchema(schema, labels)
  declareRelations(relations, declared.relations, { name, fields })
  const { defaults, generated, updated, version, validate, hooks } = declared
  for (const [word, values] of Object.entries({ defaults, generated, updated }))
    for (const field of Object.keys(values)) named(fields, field, `${name}: ${word}`)
  return Object.freeze({
    name,
    labels,
    fields,
    relations,
    key: (declared.key ?? keyByGraph(schema, labels)).map((each) => named(fields, each, `${name}: key`)),
    version: version === undefined ? undefined : named(fields, version, `${name}: version`),
    defaults,
    generated,
    updated,
    supplied: declared.supplied.map((each) => named(fields, each, `${name}: supplied`).name),
    validate,
    hooks,
  })
}

const kept = new WeakMap<SchemaDescriptor, WeakMap<Declarations, Map<string, Definition>>>()

const cacheOf = (schema: SchemaDescriptor, declarations: Declarations): Map<string, Definition> => {
  const bySchema = kept.get(schema) ?? new WeakMap<Declarations, Map<string, Definition>>()
  kept.set(schema, bySchema)
  const found = bySchema.get(declarations) ?? new Map<string, Definition>()
  bySchema.set(declarations, found)
  return found
}

/**
 * Brings together what the schema tells of the nodes that carry all of some labels and what was declared of them. The same
 * schema, declarations and labels give the same object.
 *
 * @example
 * definitionOf(schema, { User: { version: 'version' } }, ['User']).fields.get('name')   // { name: 'name', property: 'name', type }
 * @throws GraphError USAGE for a label, property or relation that is not there, naming those that are.
 */
export const definitionOf = (
  schema: SchemaDescriptor | undefined,
  declarations: Declarations,
  labels: readonly string[],
): Definition => {
  if (schema === undefined)
    throw refusal('models go by the run-time schema that `motif generate` writes: connect(url, { schema, … })')
  if (labels.length === 0) throw refusal('model() takes a label')
  const cache = cacheOf(schema, declarations)
  const key = labels.map((label) => `${label.length}:${label}`).join('')
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = resolve(schema, declarations, Object.freeze([...labels]))
  cache.set(key, made)
  return made
}
