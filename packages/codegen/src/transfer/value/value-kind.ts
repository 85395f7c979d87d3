import { GraphError, isFloat, isOffsetTime, isPoint } from '@motif/core'

/** What a stored value is. */
export type ValueKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'integer'
  | 'float'
  | 'bytes'
  | 'vector'
  | 'list'
  | 'map'
  | 'point'
  | 'date'
  | 'time'
  | 'localTime'
  | 'dateTime'
  | 'localDateTime'
  | 'duration'

const temporal: Readonly<Record<string, ValueKind>> = {
  'Temporal.PlainDate': 'date',
  'Temporal.PlainTime': 'localTime',
  'Temporal.PlainDateTime': 'localDateTime',
  'Temporal.ZonedDateTime': 'dateTime',
  'Temporal.Duration': 'duration',
}

const kindOfObject = (value: object): ValueKind => {
  if (Array.isArray(value)) return 'list'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return 'map'
  if (value instanceof Uint8Array) return 'bytes'
  if (ArrayBuffer.isView(value)) return 'vector'
  if (isFloat(value)) return 'float'
  if (isPoint(value)) return 'point'
  if (isOffsetTime(value)) return 'time'
  const tag = (value as { readonly [Symbol.toStringTag]?: string })[Symbol.toStringTag] ?? ''
  const kind = temporal[tag]
  if (kind !== undefined) return kind
  throw new GraphError('UNSUPPORTED_FEATURE', `a value is a ${value.constructor.name}, which no dump can hold`)
}

/** Throws UNSUPPORTED_FEATURE for what is no value of a property. */
export const kindOf = (value: unknown): ValueKind => {
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'float'
    case 'boolean':
      return 'boolean'
    case 'bigint':
      return 'integer'
    case 'object':
      return value === null ? 'null' : kindOfObject(value)
    default:
      throw new GraphError('UNSUPPORTED_FEATURE', `a value is ${typeof value}, which no dump can hold`)
  }
}
