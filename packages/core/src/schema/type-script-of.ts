import type { ScalarName, ValueType } from '../value/value-type.ts'
import { bagOf } from './property-bag.ts'
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
const typeScriptOfScalar = (name: ScalarName, policy: TemporalPolicy = 'temporal'): string =>
  temporals[name]?.[policy] ?? plain[name] ?? 'unknown'

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

const object = (
  entries: Readonly<Record<string, ValueType>>,
  partial: true | 'nullable' | undefined,
  schema: SchemaDescriptor | undefined,
): string => {
  const fields = Object.entries(entries).map(
    ([key, type]) =>
      `${identifier.test(key) ? key : JSON.stringify(key)}${partial === true || (partial && type.nullable) ? '?' : ''}: ${typeScriptOf(type, schema)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
}

/** The properties of each label of `A|B` on its own: a row holds one or the other. */
const bags = (
  type: Extract<ValueType, { kind: 'node' | 'relationship' }>,
  schema: SchemaDescriptor | undefined,
): readonly string[] => {
  const terms = (type.kind === 'node' ? type.labels : type.types).split('|')
  return terms.map((term) => {
    const entries = bagOf(type.kind === 'node' ? { ...type, labels: term } : { ...type, types: term }, schema)
    return entries === undefined ? 'Record<string, unknown>' : object(entries, undefined, schema)
  })
}

const quoted = (terms: string): string =>
  terms === '*' ? 'string' : [...new Set(terms.split(/[|&]/))].map((term) => JSON.stringify(term)).join(' | ')

const union = (alternatives: readonly string[]): string => [...new Set(alternatives)].join(' | ')

const list = (of: readonly string[]): string => (new Set(of).size > 1 ? `(${union(of)})[]` : `${union(of)}[]`)

/** The types that a value without its null may have. */
const alternatives = (type: ValueType, schema: SchemaDescriptor | undefined): readonly string[] => {
  switch (type.kind) {
    case 'list':
      return [list(withNull(type.of, schema))]
    case 'map':
      return [object(type.entries, type.partial, schema)]
    case 'node':
      return type.entity ? [`GraphNode<${union(bags(type, schema))}, ${quoted(type.labels)}>`] : bags(type, schema)
    case 'relationship':
      return type.entity
        ? [`GraphRelationship<${union(bags(type, schema))}, ${quoted(type.types)}>`]
        : bags(type, schema)
    case 'path':
      return ['GraphPath']
    case 'union':
      return type.of.length === 0 ? ['never'] : type.of.flatMap((member) => alternatives(member, schema))
    case 'any':
      return ['unknown']
    case 'null':
      return []
    default:
      return [typeScriptOfScalar(type.kind, schema?.temporal)]
  }
}

const withNull = (type: ValueType, schema: SchemaDescriptor | undefined): readonly string[] =>
  type.nullable && type.kind !== 'any' ? [...alternatives(type, schema), 'null'] : alternatives(type, schema)

/**
 * The TypeScript type that a value of this type has in a row: what the type-level grammar shows for the same text.
 *
 * @example
 * typeScriptOf(parsePropertySpec('list<date>?'))   // 'PlainDate[] | null'
 */
export const typeScriptOf = (type: ValueType, schema?: SchemaDescriptor): string => union(withNull(type, schema))
