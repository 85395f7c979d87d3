import {
  GraphNode,
  GraphPath,
  GraphRelationship,
  type Column,
  type SchemaDescriptor,
  type ValueType,
} from '@motif/core'
import { propertyDecoders, type PropertyDecoders } from './property-types.ts'
import {
  readDate,
  readDateTime,
  readDuration,
  readLocalDateTime,
  readLocalTime,
  readTime,
  readTimestamp,
} from './temporal.ts'

/** Engine's value in, neutral value out; lists and maps are changed in place. */
export type Decode = (value: unknown) => unknown

type Row = Record<string, unknown>

/** Changes rows in place; `undefined` where every column is neutral as it comes. */
export type RowDecoder = (rows: readonly unknown[]) => void

/** Makes row decoders by the shape of a query, and by what the schema says of properties. */
export class Decoders {
  readonly #nodes: PropertyDecoders
  readonly #relationships: PropertyDecoders
  readonly #made: WeakMap<readonly Column[], RowDecoder | undefined> = new WeakMap()

  constructor(schema: SchemaDescriptor | undefined) {
    this.#nodes = propertyDecoders(schema?.nodes, (type) => this.of(type))
    this.#relationships = propertyDecoders(schema?.relationships, (type) => this.of(type))
  }

  /** Without columns every value is read by what it looks like. The decoder of a query's columns is kept with them. */
  forRows(columns: readonly Column[] | undefined): RowDecoder | undefined {
    if (columns === undefined) return decodeEach(this.#any)
    if (this.#made.has(columns)) return this.#made.get(columns)
    const decoder = this.#forColumns(columns)
    this.#made.set(columns, decoder)
    return decoder
  }

  #forColumns(columns: readonly Column[]): RowDecoder | undefined {
    const decoders = columns.flatMap(({ name, type }) => {
      const decode = this.of(type)
      return decode === undefined ? [] : [{ name, decode }]
    })
    if (decoders.length === 0) return undefined
    return (rows) => {
      for (const row of rows as Row[]) {
        for (const { name, decode } of decoders) {
          const before = row[name]
          if (before === null || before === undefined) continue
          const after = decode(before)
          if (after !== before) row[name] = after
        }
      }
    }
  }

  /** `undefined` for a type whose values are neutral as they come. */
  of(type: ValueType): Decode | undefined {
    switch (type.kind) {
      case 'string':
      case 'boolean':
      case 'integer':
      case 'bigint':
      case 'float':
      case 'number':
      case 'null':
        return undefined
      case 'bytes':
        return plainBytes
      case 'point':
      case 'any':
        return this.#likely(type)
      case 'node':
        return this.#node
      case 'relationship':
        return this.#relationship
      case 'path':
        return this.#path
      case 'list':
        return listDecoder(this.of(type.of))
      case 'map':
        return mapDecoder(Object.entries(type.entries).flatMap(([key, of]) => pair(key, this.of(of))))
      case 'union':
        return this.#union(type.of)
      default:
        return temporal[type.kind]
    }
  }

  #likely(type: ValueType): Decode {
    const decode = type.kind === 'any' && type.likely !== undefined ? this.of(type.likely) : undefined
    return decode === undefined ? this.#any : (value) => (typeof value === 'string' ? decode(value) : this.#any(value))
  }

  /** Text could be either of a string and a date: it is left alone. */
  #union(members: readonly ValueType[]): Decode | undefined {
    const texts = members.filter(({ kind }) => kind in temporal || kind === 'string')
    const only = texts.length === 1 ? texts[0] : undefined
    const decode = only === undefined ? undefined : this.of(only)
    const scalar = members.every((member) => this.of(member) === undefined)
    if (scalar) return undefined
    return (value) => (typeof value === 'string' ? (decode === undefined ? value : decode(value)) : this.#any(value))
  }

  readonly #node: Decode = (value) => {
    if (!isRow(value)) return value
    const { _id, _labels, ...properties } = value
    const labels = Array.isArray(_labels) ? (_labels as string[]) : []
    this.#nodes.decode(labels, properties, this.#any)
    return new GraphNode(labels, `n:${String(_id)}`, properties)
  }

  readonly #relationship: Decode = (value) => {
    if (!isRow(value)) return value
    const { _id, _type, _source, _target, ...properties } = value
    const type = String(_type)
    this.#relationships.decode([type], properties, this.#any)
    return new GraphRelationship(type, `e:${String(_id)}`, [`n:${String(_source)}`, `n:${String(_target)}`], properties)
  }

  readonly #path: Decode = (value) => {
    if (!isRow(value) || !Array.isArray(value['nodes']) || !Array.isArray(value['edges'])) return value
    return new GraphPath(value['nodes'].map(this.#node), value['edges'].map(this.#relationship))
  }

  /** What a value is, by its look. A date is text here, and stays so. */
  readonly #any: Decode = (value) => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return this.#each(value)
    if (value instanceof Date) return readTimestamp(value)
    if (value instanceof Uint8Array) return plainBytes(value)
    if ('_labels' in value && '_id' in value) return this.#node(value)
    if ('_type' in value && '_source' in value && '_target' in value) return this.#relationship(value)
    const keys = Object.keys(value)
    if (keys.length === 2 && 'nodes' in value && 'edges' in value && entities(value.nodes)) return this.#path(value)
    const map = value as Row
    for (const key of keys) map[key] = this.#any(map[key])
    return map
  }

  #each(list: unknown[]): unknown[] {
    for (let at = 0; at < list.length; at++) list[at] = this.#any(list[at])
    return list
  }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

const entities = (nodes: unknown): boolean =>
  Array.isArray(nodes) && nodes.length > 0 && isRow(nodes[0]) && '_labels' in nodes[0]

const pair = (key: string, decode: Decode | undefined): [string, Decode][] =>
  decode === undefined ? [] : [[key, decode]]

const text =
  (read: (text: string) => unknown): Decode =>
  (value) =>
    typeof value === 'string' ? read(value) : value instanceof Date ? readTimestamp(value) : value

const temporal = {
  date: text(readDate),
  time: text(readTime),
  localTime: text(readLocalTime),
  dateTime: text(readDateTime),
  localDateTime: text(readLocalDateTime),
  duration: text(readDuration),
}

const plainBytes: Decode = (value) =>
  value instanceof Uint8Array ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value

const listDecoder = (of: Decode | undefined): Decode | undefined =>
  of === undefined
    ? undefined
    : (value) => {
        if (!Array.isArray(value)) return value
        for (let at = 0; at < value.length; at++) if (value[at] !== null) value[at] = of(value[at])
        return value
      }

const mapDecoder = (entries: readonly (readonly [string, Decode])[]): Decode | undefined =>
  entries.length === 0
    ? undefined
    : (value) => {
        if (!isRow(value)) return value
        for (const [key, decode] of entries) {
          const entry = value[key]
          if (entry !== null && entry !== undefined) value[key] = decode(entry)
        }
        return value
      }

const decodeEach =
  (decode: Decode): RowDecoder =>
  (rows) => {
    const [first] = rows as Row[]
    if (first === undefined) return
    for (const key of Object.keys(first)) {
      for (const row of rows as Row[]) {
        const before = row[key]
        const after = decode(before)
        if (after !== before) row[key] = after
      }
    }
  }
