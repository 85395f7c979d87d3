import { GraphError } from '@motif/core'
import { versions, type Features } from './version.ts'

/** What client and server agreed to. */
export interface Agreement {
  readonly features: Features
  /** Where the reply ends. */
  readonly end: number
  /** What must be sent before the first request; empty for servers that chose the version themselves. */
  readonly answer: Uint8Array
}

/**
 * What a client sends first: four bytes that say "Bolt", and four proposals. A server from 5.7 on takes the first and
 * tells all it speaks; others pick from the ranges: 5.8 to 5.6, 5.4 to 5.0, and 4.4.
 */
// biome-ignore format: a line each
export const proposal: Uint8Array = Uint8Array.of(
  0x60, 0x60, 0xb0, 0x17,
  0x00, 0x00, 0x01, 0xff,
  0x00, 0x02, 0x08, 0x05,
  0x00, 0x04, 0x04, 0x05,
  0x00, 0x00, 0x04, 0x04,
)

/** Reads the server's reply, which begins at 0; `undefined` while it is not whole. Throws PROTOCOL for any other. */
export const readHandshake = (bytes: Uint8Array, length: number): Agreement | undefined => {
  if (length < 4) return undefined
  const [a = 0, b = 0, minor = 0, major = 0] = bytes
  if (a === 0 && b === 0 && minor === 1 && major === 0xff) return readManifest(bytes, length)
  if (a !== 0 || b !== 0) throw stranger(bytes)
  if (major === 0 && minor === 0) throw refuse('the server speaks none of the versions of Bolt')
  const features = versions.find(({ version }) => version === `${major}.${minor}`)
  if (features === undefined) throw refuse(`the server chose Bolt ${major}.${minor}, which is none of the versions`)
  return { features, end: 4, answer: new Uint8Array() }
}

/** No server speaks more ranges than these. */
const mostRanges = 64

/** A count, that many ranges of versions, and a set of bits that says what else could be agreed to: nothing, for us. */
const readManifest = (bytes: Uint8Array, length: number): Agreement | undefined => {
  const count = variable(bytes, 4, length)
  if (count === undefined) return undefined
  if (count.value > mostRanges) throw new GraphError('PROTOCOL', 'the server offers more versions than there can be')
  const endOfRanges = count.end + 4 * count.value
  const capabilities = variable(bytes, endOfRanges, length)
  if (capabilities === undefined) return undefined
  const offered = new Set<string>()
  for (let at = count.end; at < endOfRanges; at += 4) {
    const [, back = 0, minor = 0, major = 0] = bytes.subarray(at, at + 4)
    for (let below = 0; below <= Math.min(back, minor); below++) offered.add(`${major}.${minor - below}`)
  }
  const features = versions.find(({ version }) => offered.has(version))
  if (features === undefined) throw refuse(`the server speaks Bolt ${[...offered].join(', ')}, none of the versions`)
  const [major = 0, minor = 0] = features.version.split('.').map(Number)
  return { features, end: capabilities.end, answer: Uint8Array.of(0, 0, minor, major, 0) }
}

/** Seven bits a byte, the least significant first; at most the ten bytes that 64 bits need. */
const variable = (bytes: Uint8Array, start: number, length: number): { value: number; end: number } | undefined => {
  let value = 0
  for (let at = start; at < length; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return { value, end: at + 1 }
    if (at - start === 9) throw new GraphError('PROTOCOL', 'the server sent a number without an end in the handshake')
  }
  return undefined
}

const refuse = (what: string): GraphError =>
  new GraphError('PROTOCOL', `${what} that Motif speaks (4.4, 5.0 to 5.4, 5.6 to 6.1): Neo4j 4.4 or newer is needed`)

/** Not a server of Bolt; who it is can be told from the first bytes. */
const stranger = (bytes: Uint8Array): GraphError => {
  const text = String.fromCharCode(...bytes.subarray(0, 4))
  if (text === 'HTTP') {
    return new GraphError('PROTOCOL', 'the server answers HTTP; Bolt has a port of its own, 7687 where not changed')
  }
  if (bytes[0] === 0x15 && bytes[1] === 0x03) {
    return new GraphError('PROTOCOL', 'the server asks for encryption: use a URL that begins with bolt+s: or neo4j+s:')
  }
  return new GraphError('PROTOCOL', 'the server does not answer as a server of Bolt does')
}
