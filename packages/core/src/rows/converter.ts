import { GraphError } from '../error/graph-error.ts'
import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import { kindOf } from '../value/kind-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { convertTemporal, type TemporalPolicy } from './convert-temporal.ts'
import { fillMissing } from './fill-missing.ts'

/** How values are read. */
export interface ReadOptions {
  /** Says which properties are always a bigint, inside nodes that are returned whole. */
  readonly schema?: SchemaDescriptor | undefined
  /** The schema's own by default, Temporal objects without one. */
  readonly temporal?: TemporalPolicy | undefined
}

/** One value as the row gets it; lists and maps are changed in place, since they are fresh from the engine. */
export type Convert = (value: unknown) => unknown

/** What converters of one column share. */
export interface Reading {
  readonly column: string
  readonly schema: SchemaDescriptor | undefined
  readonly temporal: TemporalPolicy
}

type Entries = Readonly<Record<string, ValueType>>

const tooLarge = (column: string): GraphError =>
  new GraphError(
    'RESULT_SHAPE',
    `column '${column}' holds an integer past 2^53, which a JavaScript number cannot keep: ` +
      "make its property a 'bigint' in the schema, or return toString(…) of it",
  )

const isSafe = (value: bigint): boolean => value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER

const toNumber =
  ({ column }: Reading): Convert =>
  (value) => {
    if (typeof value !== 'bigint') return value
    if (!isSafe(value)) throw tooLarge(column)
    return Number(value)
  }

const toFloat: Convert = (value) => (typeof value === 'bigint' ? Number(value) : value)

const toBigInt =
  ({ column }: Reading): Convert =>
  (value) => {
    if (typeof value !== 'number') return value
    if (!Number.isInteger(value)) {
      throw new GraphError(
        'RESULT_SHAPE',
        `column '${column}' is promised as a bigint but holds a number that is not whole`,
      )
    }
    return BigInt(value)
  }

const mapEach =
  (convert: Convert): Convert =>
  (value) => {
    if (!Array.isArray(value)) return value
    for (let i = 0; i < value.length; i++) {
      const before: unknown = value[i]
      const after = convert(before)
      if (after !== before) value[i] = after
    }
    return value
  }

/** Changes the keys of a map in place: known ones by their type, others by `rest`. */
const mapKeys =
  (known: ReadonlyMap<string, Convert | undefined>, rest: Convert): ((map: Record<string, unknown>) => void) =>
  (map) => {
    for (const key of Object.keys(map)) {
      const convert = known.has(key) ? known.get(key) : rest
      if (convert === undefined) continue
      const before = map[key]
      const after = convert(before)
      if (after !== before) map[key] = after
    }
  }

const isMap = (value: object): value is Record<string, unknown> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** A value of which nothing is promised: converted by what it is, a large integer stays a bigint. */
const byKind = (reading: Reading): Convert => {
  const convert: Convert = (value) => {
    if (typeof value === 'bigint') return isSafe(value) ? Number(value) : value
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return each(value)
    const kind = kindOf(value)
    if (kind === 'node' || kind === 'relationship') return properties((value as { properties: object }).properties)
    if (kind === 'path') return path(value)
    if (kind === undefined && isMap(value)) return properties(value)
    return convertTemporal(value, reading.temporal)
  }
  const each = mapEach(convert)
  const all = mapKeys(new Map(), convert)
  const properties = (map: object): object => {
    all(map as Record<string, unknown>) // a bag of properties or a map
    return map
  }
  const path = readPath(all)
  return convert
}

/** A path keeps its nodes and relationships whole; only what their properties hold is converted. */
const readPath =
  (change: (map: Record<string, unknown>) => void): Convert =>
  (value) => {
    if (typeof value !== 'object' || value === null || kindOf(value) !== 'path') return value
    const { nodes, relationships } = value as { nodes: readonly unknown[]; relationships: readonly unknown[] }
    for (const part of [...nodes, ...relationships])
      change((part as { properties: Record<string, unknown> }).properties)
    return value
  }

/** The plain properties of a node or relationship, or the whole of it. */
const readEntity = (type: Extract<ValueType, { kind: 'node' | 'relationship' }>, reading: Reading): Convert => {
  const { schema } = reading
  const change = mapKeys(convertersOf(bagOf(type, schema) ?? {}, reading), byKind(reading))
  const fill = fillMissing(type, schema)
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const kind = kindOf(value)
    const bag = (
      kind === 'node' || kind === 'relationship' ? (value as { properties: object }).properties : value
    ) as Record<string, unknown>
    change(bag)
    fill?.(value, bag)
    return type.entity ? value : bag
  }
}

const convertersOf = (entries: Entries, reading: Reading): Map<string, Convert | undefined> =>
  new Map(Object.entries(entries).map(([key, type]) => [key, converterFor(type, reading)]))

const readMap = (entries: Entries, reading: Reading): Convert => {
  const change = mapKeys(convertersOf(entries, reading), byKind(reading))
  const nullable = Object.keys(entries).filter((key) => entries[key]?.nullable)
  return (value) => {
    if (typeof value !== 'object' || value === null) return value
    const map = value as Record<string, unknown>
    change(map)
    for (const key of nullable) if (map[key] === undefined) map[key] = null // `p {.*}` has what the node has
    return value
  }
}

/** One of several types: numbers as the members say, everything else by what it is. */
const readUnion = (members: readonly ValueType[], reading: Reading): Convert => {
  const kinds = new Set(members.map((member) => member.kind))
  const numbers = kinds.has('bigint') ? toBigInt(reading) : kinds.has('any') ? byKind(reading) : toNumber(reading)
  const others = byKind(reading)
  return (value) => (typeof value === 'bigint' || typeof value === 'number' ? numbers(value) : others(value))
}

/** How values of a type are read; `undefined` when they are handed on as they are. */
export const converterFor = (type: ValueType, reading: Reading): Convert | undefined => {
  switch (type.kind) {
    case 'string':
    case 'boolean':
    case 'bytes':
    case 'point':
    case 'null':
      return undefined
    case 'integer':
    case 'number':
      return toNumber(reading)
    case 'float':
      return toFloat
    case 'bigint':
      return toBigInt(reading)
    case 'any':
      return byKind(reading)
    case 'union':
      return readUnion(type.of, reading)
    case 'list': {
      const each = converterFor(type.of, reading)
      return each && mapEach(each)
    }
    case 'map':
      return readMap(type.entries, reading)
    case 'node':
    case 'relationship':
      return readEntity(type, reading)
    case 'path':
      return readPath(mapKeys(new Map(), byKind(reading)))
    default:
      return reading.temporal === 'temporal' ? undefined : (value) => convertTemporal(value, reading.temporal)
  }
}
