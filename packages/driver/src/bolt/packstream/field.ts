import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

/** The fields of structures that have to be of one kind. */
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

const misplaced = (wanted: string): Error => protocolError(`something else in the place of ${wanted}`)
