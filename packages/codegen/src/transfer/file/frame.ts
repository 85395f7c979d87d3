import { crc32 } from 'node:zlib'

/** What a frame holds. */
export type FrameKind = 'header' | 'node' | 'relationship' | 'footer'

/** What every dump begins with: a byte that is no text, a name, the line ends that careless copying would change, the form's version. */
export const magic: Buffer = Buffer.from('\x89MOTIF\r\n\x1a\n\x01', 'latin1')

const letters: Readonly<Record<FrameKind, string>> = { header: 'H', node: 'N', relationship: 'R', footer: 'F' }

/** Bytes before the payload: kind, length, checksum of the payload, checksum of all that and of the frame's place. */
export const headLength = 13

/** More is not written, and a length that says more is damage. */
const mostPayload = 1_073_741_824

/** What stands before a payload. */
export interface FrameHead {
  readonly kind: FrameKind
  readonly length: number
  readonly checksum: number
}

/** The place among the frames is under the checksum, so that none can be missing, twice there or out of order. */
const headChecksum = (head: Buffer, index: number): number => {
  const place = Buffer.alloc(4)
  place.writeUInt32LE(index)
  return crc32(place, crc32(head.subarray(0, 9)))
}

/** A frame's first bytes. */
export const frameHead = (kind: FrameKind, payload: Uint8Array, index: number): Buffer => {
  const head = Buffer.alloc(headLength)
  head.write(letters[kind], 0, 'latin1')
  head.writeUInt32LE(payload.length, 1)
  head.writeUInt32LE(crc32(payload), 5)
  head.writeUInt32LE(headChecksum(head, index), 9)
  return head
}

/** Reads them; `undefined` where they are damaged. */
export const parseFrameHead = (head: Buffer, index: number): FrameHead | undefined => {
  if (head.readUInt32LE(9) !== headChecksum(head, index)) return undefined
  const letter = head.toString('latin1', 0, 1)
  const kind = (Object.keys(letters) as FrameKind[]).find((each) => letters[each] === letter)
  const length = head.readUInt32LE(1)
  return kind === undefined || length > mostPayload ? undefined : { kind, length, checksum: head.readUInt32LE(5) }
}

export const isIntact = (payload: Buffer, { checksum }: FrameHead): boolean => crc32(payload) === checksum
