import { Refusal } from './refusal.ts'

/** Shorter text is tried as ASCII first: that needs no call into the engine. */
const short = 24

/** Up to so many bytes it grows by four: of what is left behind otherwise, V8 starts collecting in the midst of a write. */
const quickly = 1 << 22

const least = -(2n ** 63n)
const most = 2n ** 63n - 1n

/** Bytes that grow, and the values that hold no others, packed at their end. */
export class PackBuffer {
  bytes: Buffer
  /** Where the next byte goes. */
  at = 0
  #view: DataView

  constructor(room: number) {
    this.bytes = Buffer.allocUnsafeSlow(room)
    this.#view = new DataView(this.bytes.buffer)
  }

  /** Makes room for so many bytes more. */
  reserve(size: number): void {
    const needed = this.at + size
    if (needed <= this.bytes.length) return
    const { length } = this.bytes
    const grown = length < quickly ? 4 * length : 2 * length
    // A little more than a large value needs, or the heads of its chunks would make all of it move again.
    const bytes = Buffer.allocUnsafeSlow(Math.max(grown, needed + (needed >> 6)))
    this.bytes.copy(bytes, 0, 0, this.at)
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer)
  }

  null(): void {
    this.#marker(0xc0)
  }

  boolean(value: boolean): void {
    this.#marker(value ? 0xc3 : 0xc2)
  }

  /** A whole number is an integer; minus zero is none. */
  number(value: number): void {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) this.#integer(value)
    else this.float(value)
  }

  bigint(value: bigint): void {
    if (value < least || value > most) throw new Refusal('is past the 64 bits of an integer')
    const small = Number(value)
    if (Number.isSafeInteger(small)) this.#integer(small)
    else this.#long(value)
  }

  float(value: number): void {
    this.reserve(9)
    this.bytes[this.at] = 0xc1
    this.#view.setFloat64(this.at + 1, value)
    this.at += 9
  }

  text(value: string): void {
    if (value.length < short && this.#ascii(value)) return
    const size = Buffer.byteLength(value)
    // Of ASCII every character is one byte; half of a surrogate pair would be three.
    if (size !== value.length && !isWellFormed(value)) {
      throw new Refusal('holds half of a surrogate pair, which UTF-8 cannot carry')
    }
    this.head(size, 0x80, 0xd0)
    this.reserve(size)
    this.at += this.bytes.write(value, this.at, size, size === value.length ? 'latin1' : 'utf8')
  }

  binary(value: Uint8Array): void {
    this.head(value.length, undefined, 0xcc)
    this.reserve(value.length)
    this.bytes.set(value, this.at)
    this.at += value.length
  }

  structureHead(tag: number, fields: number): void {
    this.reserve(2)
    this.bytes[this.at++] = 0xb0 | fields
    this.bytes[this.at++] = tag
  }

  /** A length: within its marker where it is tiny, or behind one of three, in one byte, two or four. */
  head(size: number, tiny: number | undefined, first: number): void {
    this.reserve(5)
    if (size < 16 && tiny !== undefined) {
      this.bytes[this.at++] = tiny | size
    } else if (size < 0x100) {
      this.bytes[this.at++] = first
      this.bytes[this.at++] = size
    } else if (size < 0x1_0000) {
      this.bytes[this.at++] = first + 1
      this.short(this.at, size)
      this.at += 2
    } else {
      this.bytes[this.at++] = first + 2
      this.#view.setUint32(this.at, size)
      this.at += 4
    }
  }

  /** Begins a map whose entries are counted while they are packed; gives back where it begins. */
  beginMap(): number {
    this.#marker(0xa0)
    return this.at - 1
  }

  /** The map has so many entries; they move where its head is longer than the one byte left for it. */
  endMap(start: number, size: number): void {
    if (size < 16) {
      this.bytes[start] = 0xa0 | size
      return
    }
    const more = size < 0x100 ? 1 : size < 0x1_0000 ? 2 : 4
    this.reserve(more)
    const end = this.at + more
    this.bytes.copyWithin(start + 1 + more, start + 1, this.at)
    this.at = start
    this.head(size, 0xa0, 0xd8)
    this.at = end
  }

  /** Sets two bytes anywhere. */
  short(at: number, value: number): void {
    this.#view.setUint16(at, value)
  }

  #marker(byte: number): void {
    this.reserve(1)
    this.bytes[this.at++] = byte
  }

  /** In as few bytes as it takes. */
  #integer(value: number): void {
    this.reserve(9)
    if (value >= -16 && value < 128) {
      this.bytes[this.at++] = value
    } else if (value >= -0x80 && value < 0) {
      this.bytes[this.at++] = 0xc8
      this.bytes[this.at++] = value
    } else if (value >= -0x8000 && value < 0x8000) {
      this.bytes[this.at++] = 0xc9
      this.short(this.at, value)
      this.at += 2
    } else if (value >= -0x8000_0000 && value < 0x8000_0000) {
      this.bytes[this.at++] = 0xca
      this.#view.setInt32(this.at, value)
      this.at += 4
    } else {
      this.#long(BigInt(value))
    }
  }

  #long(value: bigint): void {
    this.reserve(9)
    this.bytes[this.at++] = 0xcb
    this.#view.setBigInt64(this.at, value)
    this.at += 8
  }

  /** Writes short text byte by byte; false, with nothing written, where it is not ASCII. */
  #ascii(value: string): boolean {
    const size = value.length
    this.reserve(size + 2)
    const { bytes } = this
    let { at } = this
    if (size < 16) {
      bytes[at++] = 0x80 | size
    } else {
      bytes[at++] = 0xd0
      bytes[at++] = size
    }
    for (let index = 0; index < size; index++) {
      const code = value.charCodeAt(index)
      if (code > 127) return false
      bytes[at++] = code
    }
    this.at = at
    return true
  }
}

const isWellFormed = (text: string): boolean => (text as string & { isWellFormed(): boolean }).isWellFormed() // ES2024, in Node 20
