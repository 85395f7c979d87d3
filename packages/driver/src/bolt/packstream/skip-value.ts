import { protocolError } from './protocol-error.ts'
import type { PackReader } from './reader.ts'

/** Steps over one value without reading it; however deep it is, no stack is needed. */
export const skipValue = (reader: PackReader): void => {
  for (let left = 1; left > 0; left--) left += skipHead(reader)
}

/** Steps over a value that holds no others, or over the head of one that does; returns how many follow. */
const skipHead = (reader: PackReader): number => {
  const marker = reader.byte()
  if (marker < 0x80 || marker >= 0xf0) return 0
  if (marker < 0x90) return skipBytes(reader, marker & 15)
  if (marker < 0xa0) return reader.room(marker & 15)
  if (marker < 0xb0) return reader.room(2 * (marker & 15))
  if (marker < 0xc0) {
    reader.byte()
    return reader.room(marker & 15)
  }
  if (marker < 0xcc || marker >= 0xe0) return skipBytes(reader, fixed(marker))
  if (marker < 0xd0) return skipBytes(reader, reader.length(marker, 0xcc, 'a value'))
  if (marker < 0xd4) return skipBytes(reader, reader.length(marker, 0xd0, 'a value'))
  return marker < 0xd8
    ? reader.room(reader.length(marker, 0xd4, 'a value'))
    : reader.room(2 * reader.length(marker, 0xd8, 'a value'))
}

const skipBytes = (reader: PackReader, size: number): number => {
  reader.at += reader.room(size)
  return 0
}

const fixed = (marker: number): number => {
  switch (marker) {
    case 0xc0:
    case 0xc2:
    case 0xc3:
      return 0
    case 0xc8:
      return 1
    case 0xc9:
      return 2
    case 0xca:
      return 4
    case 0xc1:
    case 0xcb:
      return 8
    case 0xe0:
      return 16
    default:
      throw protocolError('a value of a kind that Bolt does not have')
  }
}
