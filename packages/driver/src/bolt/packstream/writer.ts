import { GraphError } from '@motif/core'
import type { Features } from '../version.ts'
import { PackBuffer } from './pack-buffer.ts'
import { Refusal } from './refusal.ts'
import { ValuePacker } from './value-packer.ts'

/** Room at the beginning. */
const usualRoom = 8192

/** More than this is handed over with its buffer instead of being copied out of it. */
const copied = 65_536

/** The most that one chunk holds. */
const chunk = 65_535

/** RUN, whose second field is the parameters. */
const run = 0x10

/**
 * Packs messages one behind the other, each framed in chunks. Between `begin` and `end` stand its fields; when one of
 * them cannot be packed, `rewind` takes the whole message back.
 */
export class PackWriter {
  readonly #features: Features
  #buffer!: PackBuffer
  #packer!: ValuePacker
  /** Where the message begun starts, which is where the complete ones end. */
  #start = 0
  #tag = 0
  #field = 0

  constructor(features: Features) {
    this.#features = features
    this.#renew(usualRoom)
  }

  begin(tag: number, fields: number): void {
    this.#tag = tag
    this.#field = 0
    this.#buffer.reserve(2)
    this.#buffer.at += 2
    this.#buffer.structureHead(tag, fields)
  }

  /**
   * Packs one field. Throws a GraphError PARAMETER that names the place of what cannot be sent, and never its value, or
   * UNSUPPORTED_FEATURE where the server's version of Bolt lacks it.
   */
  value(value: unknown): void {
    try {
      this.#packer.pack(value)
    } catch (error) {
      throw error instanceof Refusal ? this.#told(error) : error
    }
    this.#field++
  }

  /** The message is complete. */
  end(): void {
    const buffer = this.#buffer
    const first = this.#start + 2
    const size = buffer.at - first
    const more = Math.ceil(size / chunk) - 1
    buffer.reserve(2 * more + 2)
    // From the last to the second, each moves by the heads that come before it.
    for (let index = more; index > 0; index--) {
      const from = first + index * chunk
      const length = Math.min(chunk, size - index * chunk)
      buffer.bytes.copyWithin(from + 2 * index, from, from + length)
      buffer.short(from + 2 * index - 2, length)
    }
    buffer.short(this.#start, Math.min(size, chunk))
    buffer.at += 2 * more
    buffer.short(buffer.at, 0)
    buffer.at += 2
    this.#start = buffer.at
  }

  /** Takes the message begun back. */
  rewind(): void {
    this.#buffer.at = this.#start
  }

  /** Hands over the complete messages; the bytes are the caller's. */
  take(): Uint8Array {
    const { bytes, at } = this.#buffer
    const end = this.#start
    this.#start = 0
    if (end > copied) {
      this.#renew(Math.max(usualRoom, at - end))
      bytes.copy(this.#buffer.bytes, 0, end, at)
      this.#buffer.at = at - end
      return bytes.subarray(0, end)
    }
    const taken = Buffer.allocUnsafe(end)
    bytes.copy(taken, 0, 0, end)
    bytes.copyWithin(0, end, at)
    this.#buffer.at = at - end
    return taken
  }

  #renew(room: number): void {
    this.#buffer = new PackBuffer(room)
    this.#packer = new ValuePacker(this.#buffer, this.#features)
  }

  #told(refusal: Refusal): GraphError {
    const sigil = this.#tag === run && this.#field === 1 ? '$' : ''
    return new GraphError(refusal.code, `${sigil}${refusal.path || 'the value'} ${refusal.message}`, {
      outcome: 'not sent',
    })
  }
}
