import { float, type QueryParameter, type ValueType } from '@motif/core'
import { calendarDateOf, localDateTimeOf } from './packstream/js-date.ts'
import { put } from './packstream/put.ts'

/** A value as its type wants it; the same one where nothing is to be changed. */
type Encode = (value: unknown) => unknown

type Params = Readonly<Record<string, unknown>>

/** Those parameters of a query whose type asks for something, looked up once. */
const asking = new WeakMap<readonly QueryParameter[], readonly (readonly [name: string, encode: Encode])[]>()

/**
 * Says of parameters what only their types know: a whole number that is a float to the query, and a JS Date that is a
 * date or a localdatetime to it, by the calendar and the clock in UTC. Everything else is packed by what it is, and the
 * caller's own values are not changed.
 */
export const encodeParams = (params: Params, types: readonly QueryParameter[]): Params => {
  let encoders = asking.get(types)
  if (encoders === undefined) asking.set(types, (encoders = encodersOf(types.map(({ name, type }) => [name, type]))))
  return encoders.length === 0 ? params : encodeMembers(params, encoders)
}

const encodersOf = (types: readonly (readonly [string, ValueType])[]): (readonly [string, Encode])[] =>
  types.flatMap(([name, type]) => {
    const encode = encoderOf(type)
    return encode === undefined ? [] : [[name, encode] as const]
  })

const encoderOf = (type: ValueType): Encode | undefined => {
  switch (type.kind) {
    case 'float':
      return (value) => (typeof value === 'number' && Number.isInteger(value) ? float(value) : value)
    case 'date':
      return (value) => (isValid(value) ? calendarDateOf(value) : value)
    case 'localDateTime':
      return (value) => (isValid(value) ? localDateTimeOf(value) : value)
    case 'list': {
      const encode = encoderOf(type.of)
      return encode && ((value) => (Array.isArray(value) ? encodeEach(value, encode) : value))
    }
    case 'map': {
      const encoders = encodersOf(Object.entries(type.entries))
      return encoders.length === 0 ? undefined : (value) => (isMap(value) ? encodeMembers(value, encoders) : value)
    }
    default:
      return undefined
  }
}

const encodeEach = (list: readonly unknown[], encode: Encode): readonly unknown[] => {
  let changed: unknown[] | undefined
  for (let index = 0; index < list.length; index++) {
    const item = list[index]
    const encoded = encode(item)
    if (encoded !== item) (changed ??= [...list])[index] = encoded
  }
  return changed ?? list
}

const encodeMembers = (map: Params, encoders: readonly (readonly [string, Encode])[]): Params => {
  let changed: Record<string, unknown> | undefined
  for (const [name, encode] of encoders) {
    if (!Object.hasOwn(map, name)) continue
    const value = map[name]
    const encoded = encode(value)
    if (encoded !== value) put((changed ??= { ...map }), name, encoded)
  }
  return changed ?? map
}

/** One that is no moment is refused when it is packed. */
const isValid = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime())

const isMap = (value: unknown): value is Params => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
