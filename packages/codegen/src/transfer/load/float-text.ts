import { type Float, GraphError, isFloat } from '@motif/core'
import { kindOf } from '../value/value-kind.ts'

type Quoted = (name: string) => string

const holdsFloat = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (isFloat(value)) return true
  if (Array.isArray(value)) return value.some(holdsFloat)
  return kindOf(value) === 'map' && Object.values(value).some(holdsFloat)
}

const isNumber = (value: unknown): boolean => isFloat(value) || (typeof value === 'number' && !Number.isInteger(value))

const star = (): GraphError =>
  new GraphError('UNSUPPORTED_FEATURE', 'a map with the key * and a whole float cannot be written in this Cypher', {
    outcome: 'not sent',
  })

/**
 * Cypher that makes a value out of the parameter at `path`, whose whole floats came as integers; `undefined` where the
 * parameter is right as it is.
 */
export const floatText = (value: unknown, path: string, quoted: Quoted): string | undefined => {
  if (!holdsFloat(value)) return undefined
  if (isFloat(value)) return `${Object.is((value as Float).value, -0) ? '-' : ''}toFloat(${path})`
  if (!Array.isArray(value)) {
    const entries = Object.entries(value as object).map(([key, each]) => {
      if (key === '*') throw star() // the engine would leave the key out
      const at = `${path}.${quoted(key)}`
      return `${quoted(key)}: ${floatText(each, at, quoted) ?? at}`
    })
    return `{${entries.join(', ')}}`
  }
  const plain = value.every(isNumber) && !value.some((each) => isFloat(each) && Object.is(each.value, -0))
  if (plain) return `[e IN ${path} | toFloat(e)]`
  const elements = value.map((each, at) => floatText(each, `${path}[${at}]`, quoted) ?? `${path}[${at}]`)
  return `[${elements.join(', ')}]`
}

/** A value with its whole floats as plain numbers, for an engine that is told of them by the text. */
export const withoutFloats = (value: unknown): unknown => {
  if (!holdsFloat(value)) return value
  if (isFloat(value)) return (value as Float).value
  if (Array.isArray(value)) return value.map(withoutFloats)
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, withoutFloats(each)]))
}
