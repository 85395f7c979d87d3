import { GraphError } from '@motif/core'

/** Bytes of the buffer a connection begins with, and up to which it may stay grown. */
const smallest = 1 << 16
const largestKept = 1 << 20

/**
 * Finds whole messages in the bytes of one connection: a message is one chunk or several, each behind two bytes of
 * length, and ends with a chunk of length 0. All is read into one buffer and read in place; the chunks of a message are
 * moved together.
 */
export class Dechunker {
  /** Holds the message found last, from `start` to `end`, until the next call of `space`. */
  bytes: Buffer = Buffer.allocUnsafeSlow(smallest)
  start = 0
  end = 0
  readonly #limit: number
  /** Where what is not used yet begins and ends. */
  #head = 0
  #tail = 0
  /** The length of the next chunk stands here. */
  #next = 0
  /** Some chunks of a message were joined, from `#head` to here; 0 between messages. */
  #joined = 0

  /** `limit`: bytes of the largest message that is taken in. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** Bytes that are here and belong to no message found so far. */
  get unread(): Buffer {
    return this.bytes.subarray(this.#head, this.#tail)
  }

  /** Steps over bytes in front of the first message. */
  skip(count: number): void {
    this.#head += count
    this.#next = this.#head
  }

  /** Where the next bytes are to be read into. */
  space(): Buffer {
    const full = this.#tail === this.bytes.length
    if (this.#head === this.#tail) {
      this.#move(0)
      if (this.bytes.length > largestKept) this.bytes = Buffer.allocUnsafeSlow(largestKept)
    } else if (this.#head > 0) {
      this.bytes.copyWithin(0, this.#head, this.#tail)
      this.#move(this.#tail - this.#head)
    }
    // Whoever fills the buffer has more to say.
    if (full && (this.bytes.length < largestKept || this.#tail > this.bytes.length >> 1)) this.#grow()
    return this.#tail === 0 ? this.bytes : this.bytes.subarray(this.#tail)
  }

  /** That many bytes were read into `space`. */
  filled(count: number): void {
    this.#tail += count
  }

  /** Finds the next whole message, if there is one. Throws PROTOCOL for one over the limit. */
  next(): boolean {
    const { bytes } = this
    const tail = this.#tail
    let at = this.#next
    while (at + 2 <= tail) {
      const from = at + 2
      const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number) // both are inside the buffer
      const to = from + length
      if (length === 0) {
        this.#next = at = from
        if (this.#joined > 0) return this.#found(this.#head, this.#joined)
        // Between messages it says nothing but that the server lives.
        this.#head = from
        continue
      }
      this.#check(length)
      if (to > tail) return false
      if (this.#joined === 0) {
        if (to + 2 <= tail && bytes[to] === 0 && bytes[to + 1] === 0) {
          this.#next = to + 2
          return this.#found(from, to)
        }
        this.#head = from
        this.#joined = to
      } else {
        bytes.copyWithin(this.#joined, from, to)
        this.#joined += length
      }
      this.#next = at = to
    }
    return false
  }

  #found(start: number, end: number): true {
    this.start = start
    this.end = end
    this.#head = this.#next
    this.#joined = 0
    return true
  }

  #check(length: number): void {
    const size = this.#joined === 0 ? length : this.#joined - this.#head + length
    if (size > this.#limit) {
      throw new GraphError(
        'PROTOCOL',
        `a message of more than ${this.#limit} bytes came, which is the limit set by maxMessageSize`,
      )
    }
  }

  /** What begins at `#head` begins at 0 now, and ends at `tail`. */
  #move(tail: number): void {
    this.#next -= this.#head
    if (this.#joined > 0) this.#joined -= this.#head
    this.#head = 0
    this.#tail = tail
  }

  #grow(): void {
    const bytes = Buffer.allocUnsafeSlow(this.bytes.length * 2)
    bytes.set(this.bytes.subarray(0, this.#tail))
    this.bytes = bytes
  }
}
