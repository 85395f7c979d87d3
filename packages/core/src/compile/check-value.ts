import { GraphError } from '../error/graph-error.ts'
import { kindOf } from '../value/kind-of.ts'

const deepest = 100

const refuse = (path: string, what: string): never => {
  throw new GraphError('PARAMETER', `$${path} ${what}`)
}

const entries = (value: object, path: string, depth: number): void => {
  if (depth > deepest) refuse(path, `is nested deeper than ${deepest} levels, or holds itself`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!passes(value[i])) inspect(value[i], `${path}[${i}]`, depth + 1)
    return
  }
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key]
    if (!passes(item)) inspect(item, `${path}.${key}`, depth + 1)
  }
}

/** Whether a value is one of those that are always good, told without a path. */
const passes = (value: unknown): boolean => {
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'bigint' || value === null
}

const inspect = (value: unknown, path: string, depth: number): void => {
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
  if (kindOf(value) !== undefined) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/**
 * Refuses what engines would lose in silence: undefined, functions, symbols, Map, Set, promises, at any depth.
 *
 * @throws GraphError PARAMETER naming the place, never the value.
 */
export const checkValue = (value: unknown, name: string): void => {
  if (!passes(value)) inspect(value, name, 0)
}
