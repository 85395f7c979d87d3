/** Takes so many bytes at a time from chunks of any length. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Buffer[] = []
  #size = 0
  #offset = 0

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]()
  }

  /** How many bytes were taken. */
  get offset(): number {
    return this.#offset
  }

  /** The next so many bytes; fewer at the end. */
  async take(length: number): Promise<Buffer> {
    while (this.#size < length) {
      const { done, value } = await this.#chunks.next()
      if (done === true) break
      this.#held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
      this.#size += value.byteLength
    }
    const all = this.#held.length === 1 ? (this.#held[0] as Buffer) : Buffer.concat(this.#held)
    const taken = all.subarray(0, length)
    this.#held = [all.subarray(taken.length)]
    this.#size -= taken.length
    this.#offset += taken.length
    return taken
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
