import { GraphError, isFloat, isOffsetTime, type QueryParameter, type ValueType } from '@motif/core'
import { writeDate, writeTemporal } from './write-temporal.ts'

/** Maps with these keys are taken by the engine for a value of another kind. */
const tags: ReadonlySet<string> = new Set([
  '$date',
  '$time',
  '$duration',
  '$zoned_datetime',
  '$timestamp_us',
  '$decimal',
  '__proto__',
])

/** Deeper values are taken for ones that contain themselves. */
const deepest = 500

const least = -(2n ** 63n)
const most = 2n ** 63n - 1n

/**
 * Parameters as the engine takes them; a value that needs no change is passed on as the same object.
 *
 * Throws a GraphError PARAMETER naming what cannot be sent; the value itself is never told.
 */
export const encodeParams = (
  params: Readonly<Record<string, unknown>>,
  types: readonly QueryParameter[],
): Readonly<Record<string, unknown>> => {
  let changed: Record<string, unknown> | undefined
  for (const name of Object.keys(params)) {
    const value = params[name]
    const type =
      typeof value === 'object' && value !== null ? types.find((parameter) => parameter.name === name)?.type : undefined
    const encoded = encode(value, type, { path: name, depth: 0 })
    if (encoded !== value) (changed ??= { ...params })[name] = encoded
  }
  return changed ?? params
}

interface Place {
  readonly path: string
  readonly depth: number
}

const encode = (value: unknown, type: ValueType | undefined, at: Place): unknown => {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return value
    case 'string':
      return isWellFormed(value) ? value : refuse(at, 'holds half of a surrogate pair, which UTF-8 cannot carry')
    case 'bigint':
      return value >= least && value <= most ? value : refuse(at, 'is past the 64 bits of an integer')
    case 'object':
      return value === null ? null : encodeObject(value, type, at)
    case 'undefined':
      return refuse(at, 'is undefined: leave it out, or give null')
    default:
      return refuse(at, `is a ${typeof value}, which cannot be sent`)
  }
}

const encodeObject = (value: object, type: ValueType | undefined, at: Place): unknown => {
  if (at.depth > deepest) return refuse(at, 'is nested too deeply, or contains itself')
  if (Array.isArray(value)) return encodeList(value, type?.kind === 'list' ? type.of : undefined, at)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return encodeMap(value as Record<string, unknown>, type, at)
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return writeDate(value, type?.kind, (why) => refuse(at, why))
  if (isFloat(value)) return encodeFloat(value.value, type, at)
  if (isOffsetTime(value)) return { $time: value.toString() }
  const written = writeTemporal(value, (why) => refuse(at, why))
  return written ?? refuse(at, `is a ${value.constructor.name}, which this engine cannot take: give a plain value`)
}

/** A whole number is an integer to this engine; where the type says float, the text of the query turns it into one. */
const encodeFloat = (value: number, type: ValueType | undefined, at: Place): number =>
  Number.isInteger(value) && type?.kind !== 'float'
    ? refuse(at, 'is a whole float, which this engine takes for an integer: write toFloat($…) in the query')
    : value

const encodeList = (list: readonly unknown[], of: ValueType | undefined, at: Place): readonly unknown[] => {
  let changed: unknown[] | undefined
  for (let index = 0; index < list.length; index++) {
    const item = list[index]
    const encoded = isPlain(item) ? item : encode(item, of, { path: `${at.path}[${index}]`, depth: at.depth + 1 })
    if (encoded !== item) (changed ??= [...list])[index] = encoded
  }
  return changed ?? list
}

const encodeMap = (map: Record<string, unknown>, type: ValueType | undefined, at: Place): Record<string, unknown> => {
  const entries = type?.kind === 'map' ? type.entries : undefined
  let changed: Record<string, unknown> | undefined
  for (const key of Object.keys(map)) {
    const item = map[key]
    if (tags.has(key)) refuse(at, `has the key ${key}, which this engine takes for something else`)
    if (key === 'termType' && typeof item === 'string')
      refuse(at, 'looks like an RDF term, which this engine takes for something else')
    if (isPlain(item)) continue
    const encoded = encode(item, entries?.[key], { path: `${at.path}.${key}`, depth: at.depth + 1 })
    if (encoded !== item) (changed ??= { ...map })[key] = encoded
  }
  return changed ?? map
}

/** Needs no look inside. */
const isPlain = (item: unknown): boolean => typeof item === 'number' || typeof item === 'boolean' || item === null

const isWellFormed = (text: string): boolean => (text as string & { isWellFormed(): boolean }).isWellFormed() // ES2024, in Node 20

const refuse = (at: Place, why: string): never => {
  throw new GraphError('PARAMETER', `$${at.path} ${why}`, { outcome: 'not sent' })
}
