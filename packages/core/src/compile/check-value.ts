import { GraphError } from '../error/graph-error.ts'

const deepest = 100

const refuse = (path: string, what: string): never => {
  throw new GraphError('PARAMETER', `$${path} ${what}`)
}

/**
 * Whether a value is one of those that are always good. `typeof` stands in every comparison, where V8 makes a test of
 * the kind of it instead of a string.
 */
const isScalar = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value === null ||
  typeof value === 'bigint'

/** Whether a value that is no scalar is good with all it holds, told without a path, which takes long to put together. */
const isGood = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || depth > deepest) return false
  if (Array.isArray(value)) return areGood(value, depth + 1)
  const object = value as object // null is a scalar
  if (isPlain(object)) return entriesAreGood(object, depth + 1)
  return !(object instanceof Map || object instanceof Set || object instanceof Promise)
}

const areGood = (list: readonly unknown[], depth: number): boolean => {
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (!isScalar(item) && !isGood(item, depth)) return false
  }
  return true
}

const entriesAreGood = (map: object, depth: number): boolean => {
  for (const key in map) {
    const item = (map as Record<string, unknown>)[key]
    if (!isScalar(item) && !isGood(item, depth)) return false
  }
  return true
}

const entries = (value: object, path: string, depth: number): void => {
  if (depth > deepest) refuse(path, `is nested deeper than ${deepest} levels, or holds itself`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) inspect(value[i], `${path}[${i}]`, depth + 1)
    return
  }
  for (const key in value) inspect((value as Record<string, unknown>)[key], `${path}.${key}`, depth + 1)
}

const inspect = (value: unknown, path: string, depth: number): void => {
  if (isScalar(value)) return
  if (value === undefined) refuse(path, 'is undefined: give null, or leave it out')
  if (typeof value === 'function') refuse(path, 'is a function, which is no value of a graph')
  if (typeof value === 'symbol') refuse(path, 'is a symbol, which is no value of a graph')
  const object = value as object // neither a scalar nor a function
  if (object instanceof Map) refuse(path, 'is a Map, which engines take for an empty map: give Object.fromEntries(map)')
  if (object instanceof Set) refuse(path, 'is a Set, which engines take for an empty map: give [...set]')
  if (object instanceof Promise) refuse(path, 'is a promise: await it first')
  if (Array.isArray(object) || isPlain(object)) entries(object, path, depth)
}

/** An object literal: what a class made is for the engine to encode or refuse. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/**
 * Refuses what engines would lose in silence: undefined, functions, symbols, Map, Set, promises, at any depth.
 *
 * @throws GraphError PARAMETER naming the place, never the value.
 */
export const checkValue = (value: unknown, name: string): void => {
  if (!isScalar(value) && !isGood(value, 0)) inspect(value, name, 0)
}
