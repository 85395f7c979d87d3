import type { Features } from '../version.ts'
import { deepest } from './deepest.ts'
import { keyOf } from './key-cache.ts'
import { listOfLength } from './list-of-length.ts'
import { readMap } from './map-reader.ts'
import { cutOff, protocolError } from './protocol-error.ts'
import { readStructure } from './structure-reader.ts'
import { textOf } from './text.ts'
import { skipValue } from './skip-value.ts'
import { uuidOf } from './uuid.ts'

/**
 * A cursor over one whole message, used again for the next: bytes in, neutral values of Motif out.
 *
 * Throws a GraphError PROTOCOL for bytes that break the protocol, after which the connection is of no use, and
 * RESULT_SHAPE for a value that this runtime cannot hold (a zone it does not know, a day past the range of Temporal),
 * after which only this message is lost. Temporal values need `temporalReady` to have been waited for.
 */
export class PackReader {
  readonly features: Features
  /** For this room alone, and for the functions it generates: the bytes, where it stands, and where they end. */
  bytes: Buffer = Buffer.alloc(0)
  at = 0
  end = 0
  #view: DataView = new DataView(this.bytes.buffer)
  #depth = 0
  #plain = false

  constructor(features: Features) {
    this.features = features
  }

  /** Begins another message. The bytes are not copied, and nothing that is read keeps hold of them. */
  reset(bytes: Buffer, start: number, end: number): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    this.at = start
    this.end = end
    this.#depth = 0
    this.#plain = false
  }

  /** Whether all of the message was read. */
  get atEnd(): boolean {
    return this.at === this.end
  }

  /** Whether nodes and relationships are wanted as their plain properties; those of a path never are. */
  get plain(): boolean {
    return this.#plain
  }

  /** Reads the head of the message and returns its tag; its fields follow. */
  messageTag(): number {
    const { at, bytes } = this
    this.at = at + this.room(2)
    if ((bytes[at] as number) >> 4 !== 0xb) throw protocolError('something else than a message')
    return bytes[at + 1] as number // there is room for both
  }

  /** Reads the head of a list and returns its length. */
  listHead(): number {
    const marker = this.byte()
    return this.room(marker >= 0x90 && marker < 0xa0 ? marker & 15 : this.length(marker, 0xd4, 'a list'))
  }

  /** Reads one value: neutral values of Motif. */
  value(): unknown {
    if (this.at >= this.end) throw cutOff()
    const marker = this.bytes[this.at++] as number // in bounds
    if (marker < 0x80) return marker
    if (marker < 0x90) return this.#text(marker & 15)
    if (marker < 0xa0) return this.#list(marker & 15)
    if (marker < 0xb0) return this.#map(marker & 15)
    if (marker < 0xc0) return this.#structure(marker & 15)
    if (marker >= 0xf0) return marker - 256
    return marker === 0xc1 ? this.#float() : this.#wide(marker)
  }

  /** Reads one value, the nodes and relationships in it as their plain properties or whole. */
  valueAs(plain: boolean): unknown {
    const before = this.#plain
    this.#plain = plain
    const value = this.value()
    this.#plain = before
    return value
  }

  /** Steps over one value. */
  skip(): void {
    skipValue(this)
  }

  /** Reads text that comes again and again: the key of a map, a label, a type. */
  key(): string {
    const size = this.room(this.#textHead())
    const start = this.at
    this.at = start + size
    return keyOf(this.bytes, start, this.at)
  }

  /** Reads a value that has to be text. */
  text(): string {
    return this.#text(this.#textHead())
  }

  /** Reads a value that has to be a map. */
  map(): Record<string, unknown> {
    const marker = this.byte()
    return this.#map(marker >= 0xa0 && marker < 0xb0 ? marker & 15 : this.length(marker, 0xd8, 'a map'))
  }

  byte(): number {
    if (this.at >= this.end) throw cutOff()
    return this.bytes[this.at++] as number // in bounds
  }

  /** The length that stands behind one of three markers: in one byte, in two or in four. */
  length(marker: number, first: number, what: string): number {
    if (marker === first) return this.byte()
    const at = this.at
    if (marker === first + 1) {
      this.at = at + this.room(2)
      return this.#view.getUint16(at)
    }
    if (marker !== first + 2) throw protocolError(`something else in the place of ${what}`)
    this.at = at + this.room(4)
    return this.#view.getUint32(at)
  }

  /** Throws when fewer bytes are left, before anything is made room for. */
  room(size: number): number {
    if (size > this.end - this.at) throw cutOff()
    return size
  }

  #textHead(): number {
    const marker = this.byte()
    return marker >= 0x80 && marker < 0x90 ? marker & 15 : this.length(marker, 0xd0, 'text')
  }

  #text(size: number): string {
    const start = this.at
    this.at = start + this.room(size)
    return textOf(this.bytes, start, this.at)
  }

  #list(size: number): unknown[] {
    this.room(size)
    this.#enter()
    const list = listOfLength<unknown>(size)
    for (let index = 0; index < size; index++) list[index] = this.value()
    this.#depth--
    return list
  }

  #map(size: number): Record<string, unknown> {
    this.room(2 * size)
    this.#enter()
    const map = readMap(this, size)
    this.#depth--
    return map
  }

  #structure(fields: number): unknown {
    this.#enter()
    const value = readStructure(this, this.byte(), fields)
    this.#depth--
    return value
  }

  #enter(): void {
    if (++this.#depth > deepest) throw protocolError(`a value of more than ${deepest} levels`)
  }

  /** Whatever stands behind a marker of its own. */
  #wide(marker: number): unknown {
    const { at } = this
    switch (marker) {
      case 0xc0:
        return null
      case 0xc2:
        return false
      case 0xc3:
        return true
      case 0xc8:
        return (this.byte() << 24) >> 24
      case 0xc9:
        this.at = at + this.room(2)
        return this.#view.getInt16(at)
      case 0xca:
        this.at = at + this.room(4)
        return this.#view.getInt32(at)
      case 0xcb:
        return this.#long()
      case 0xe0:
        return this.#uuid()
      default:
        return this.#sized(marker)
    }
  }

  #sized(marker: number): unknown {
    if (marker >= 0xd8) return this.#map(this.length(marker, 0xd8, 'a value'))
    if (marker >= 0xd4) return this.#list(this.length(marker, 0xd4, 'a value'))
    if (marker >= 0xd0) return this.#text(this.length(marker, 0xd0, 'a value'))
    return this.#copy(this.length(marker, 0xcc, 'a value'))
  }

  #float(): number {
    const { at } = this
    this.at = at + this.room(8)
    return this.#view.getFloat64(at)
  }

  /** A number where it is safe, a bigint beyond. */
  #long(): number | bigint {
    const { at } = this
    this.at = at + this.room(8)
    const value = this.#view.getInt32(at) * 0x1_0000_0000 + this.#view.getUint32(at + 4)
    return Number.isSafeInteger(value) ? value : this.#view.getBigInt64(at)
  }

  /** A copy, since the buffer is used again. */
  #copy(size: number): Uint8Array {
    const { at, bytes } = this
    this.at = at + this.room(size)
    const copy = new Uint8Array(size)
    for (let index = 0; index < size; index++) copy[index] = bytes[at + index] as number // there is room
    return copy
  }

  #uuid(): string {
    if (!this.features.uuids) throw protocolError('a UUID, which this version of Bolt does not have')
    return uuidOf(this.#copy(16))
  }
}
