import { bytesField } from './field.ts'
import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'
import { swapped } from './swapped.ts'
import { vectorKinds } from './vector-kinds.ts'

/** Reads a vector as the typed array of its kind. */
export const readVector = (reader: PackReader): object => {
  const marker = bytesField(reader)
  const data = bytesField(reader)
  const kind = marker.length === 1 ? vectorKinds.find((each) => each.marker === marker[0]) : undefined
  if (kind === undefined || data.length % kind.size !== 0) throw protocolError('a vector of an unknown kind')
  return new kind.make(swapped(data, kind.size).buffer)
}
