import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

/** The fields of structures, each of which has to be of one kind. */
export const textField = (reader: PackReader): string => {
  const value = reader.value()
  if (typeof value !== 'string') throw misplaced('text')
  return value
}

export const integerField = (reader: PackReader): number | bigint => {
  const value = reader.value()
  if (typeof value !== 'bigint' && !Number.isInteger(value)) throw misplaced('an integer')
  return value as number | bigint // just seen
}

export const floatField = (reader: PackReader): number => {
  const value = reader.value()
  if (typeof value !== 'number') throw misplaced('a float')
  return value
}

export const bytesField = (reader: PackReader): Uint8Array => {
  const value = reader.value()
  if (!(value instanceof Uint8Array)) throw misplaced('bytes')
  return value
}

export const mapField = (reader: PackReader): Record<string, unknown> => {
  const marker = reader.bytes[reader.at] ?? 0
  if ((marker < 0xa0 || marker > 0xaf) && (marker < 0xd8 || marker > 0xda)) throw misplaced('a map')
  return reader.value() as Record<string, unknown> // the marker of a map
}

const misplaced = (wanted: string): Error => protocolError(`something else in the place of ${wanted}`)
