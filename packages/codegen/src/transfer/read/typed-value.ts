import { float, GraphError, isGraphNode, isGraphPath, isGraphRelationship } from '@motif/core'
import { isTemporalWord, readTemporal } from '../value/read-temporal.ts'
import type { Settled, Told } from './told.ts'

/** A whole number is a float by the word of its engine alone; fractions, and what is past 2^53, show it. */
const numberOf = (value: number, isFloat: boolean): unknown =>
  isFloat && Number.isInteger(value) ? float(value) : value

const textOf = (text: string, word: string | undefined): unknown =>
  word !== undefined && isTemporalWord(word) ? readTemporal(word, text) : text

const isEntity = (value: unknown): boolean => isGraphNode(value) || isGraphRelationship(value) || isGraphPath(value)

const bySettled = (value: unknown, text: string | undefined, isFloat: boolean): unknown =>
  typeof value === 'number' ? numberOf(value, isFloat) : typeof value === 'string' ? textOf(value, text) : value

const unreadable = (what: string): GraphError =>
  new GraphError('UNSUPPORTED_FEATURE', `a property holds ${what}, which no dump can hold`)

const scalarByTold = (value: unknown, told: string): unknown => {
  if (told.startsWith('localDateTime ')) return readTemporal('localDateTime', told.slice('localDateTime '.length))
  if (told === 'decimal') throw unreadable('an exact decimal')
  if (told === 'deep') throw unreadable('lists or maps nested more than three deep')
  return bySettled(value, told, told === 'float')
}

const byTold = (value: unknown, told: Told): unknown => {
  if (typeof told === 'string') return scalarByTold(value, told)
  if (Array.isArray(value)) return value.map((each, at) => byTold(each, told[at] as Told)) // one for each
  if (value instanceof Uint8Array || ArrayBuffer.isView(value)) return value
  const entries = new Map(told as readonly (readonly [string, Told])[]) // of a map
  const map = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.keys(map).map((key) => [key, byTold(map[key], entries.get(key) ?? 'null')]))
}

/**
 * What an engine's client gave for a value, as what it is in the graph: by what is known of all values of the property,
 * or by what was told of this one.
 */
export const typedValue = (value: unknown, settled: Settled | undefined, told: Told | undefined): unknown => {
  if (isEntity(value)) throw unreadable('a map that looks like a node or a relationship')
  if (told !== undefined) return byTold(value, told)
  if (settled === undefined) throw changed()
  if (!Array.isArray(value)) return bySettled(value, settled.text, settled.isFloat)
  return value.map((each) => bySettled(each, settled.elementText, settled.areFloats))
}

/** A property came that the census has not seen. */
const changed = (): GraphError =>
  new GraphError('CONFLICT', 'the graph was changed while it was read: nothing was written; try again', {
    fault: 'surroundings',
    retryable: true,
  })
