import type { ScalarName, ValueType } from '../value/value-type.ts'
import { nodeBag, relationshipBag } from './property-bag.ts'
import type { SchemaDescriptor } from './schema-descriptor.ts'

/** How temporal values are read. */
export type TemporalPolicy = 'temporal' | 'date' | 'string'

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'bigint',
  float: 'number',
  number: 'number',
  bytes: 'Uint8Array',
  point: 'Point',
}

const temporals: Readonly<Record<string, Readonly<Record<TemporalPolicy, string>>>> = {
  date: { temporal: 'PlainDate', date: 'Date', string: 'string' },
  dateTime: { temporal: 'ZonedDateTime', date: 'Date', string: 'string' },
  localDateTime: { temporal: 'PlainDateTime', date: 'Date', string: 'string' },
  // A JS Date is a moment; neither a time of day nor a length of time is one.
  time: { temporal: 'OffsetTime', date: 'string', string: 'string' },
  localTime: { temporal: 'PlainTime', date: 'string', string: 'string' },
  duration: { temporal: 'Duration', date: 'string', string: 'string' },
}

/** The TypeScript type of a scalar, by its name. */
export const typeScriptOfScalar = (name: ScalarName, policy: TemporalPolicy = 'temporal'): string =>
  temporals[name]?.[policy] ?? plain[name] ?? 'unknown'

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

const object = (
  entries: Readonly<Record<string, ValueType>>,
  partial: boolean,
  schema: SchemaDescriptor | undefined,
): string => {
  const fields = Object.entries(entries).map(
    ([key, type]) =>
      `${identifier.test(key) ? key : JSON.stringify(key)}${partial ? '?' : ''}: ${typeScriptOf(type, schema)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
}

/** The properties of each label of `A|B` on its own: a row holds one or the other. */
const bag = (
  type: Extract<ValueType, { kind: 'node' | 'relationship' }>,
  schema: SchemaDescriptor | undefined,
): string => {
  const terms = (type.kind === 'node' ? type.labels : type.types).split('|')
  const bags = terms.map((term) => (type.kind === 'node' ? nodeBag(schema, term) : relationshipBag(schema, term)))
  const written = bags.map((entries) =>
    entries === undefined ? 'Record<string, unknown>' : object(entries, false, schema),
  )
  return [...new Set(written)].join(' | ')
}

const quoted = (terms: string): string =>
  terms === '*' ? 'string' : [...new Set(terms.split(/[|&]/))].map((term) => JSON.stringify(term)).join(' | ')

/** The type without its null. */
const whole = (type: ValueType, schema: SchemaDescriptor | undefined): string => {
  if (type.kind === 'list') {
    const of = typeScriptOf(type.of, schema)
    const several = type.of.kind === 'union' ? type.of.of.length > 1 : type.of.nullable && type.of.kind !== 'any'
    return several || (type.of.nullable && type.of.kind === 'union') ? `(${of})[]` : `${of}[]`
  }
  if (type.kind === 'map') return object(type.entries, type.partial === true, schema)
  if (type.kind === 'node')
    return type.entity ? `GraphNode<${bag(type, schema)}, ${quoted(type.labels)}>` : bag(type, schema)
  if (type.kind === 'relationship') {
    return type.entity ? `GraphRelationship<${bag(type, schema)}, ${quoted(type.types)}>` : bag(type, schema)
  }
  if (type.kind === 'path') return 'GraphPath'
  if (type.kind === 'union') {
    return type.of.length === 0 ? 'never' : [...new Set(type.of.map((member) => whole(member, schema)))].join(' | ')
  }
  return type.kind === 'any' || type.kind === 'null' ? 'unknown' : typeScriptOfScalar(type.kind, schema?.temporal)
}

/**
 * The TypeScript type that a value of this type has in a row: what the type-level grammar shows for the same text.
 *
 * @example
 * typeScriptOf(parsePropertySpec('list<date>?'))   // 'PlainDate[] | null'
 */
export const typeScriptOf = (type: ValueType, schema?: SchemaDescriptor): string => {
  if (type.kind === 'any') return 'unknown'
  if (type.kind === 'null') return 'null'
  return type.nullable ? `${whole(type, schema)} | null` : whole(type, schema)
}
