const names: Readonly<Record<number, string>> = {
  0x01: 'HELLO',
  0x02: 'GOODBYE',
  0x0f: 'RESET',
  0x10: 'RUN',
  0x11: 'BEGIN',
  0x12: 'COMMIT',
  0x13: 'ROLLBACK',
  0x2f: 'DISCARD',
  0x3f: 'PULL',
  0x54: 'TELEMETRY',
  0x66: 'ROUTE',
  0x6a: 'LOGON',
  0x6b: 'LOGOFF',
}

/** A request by its name, or its number where it has none here. */
export type RequestName = string

const magic = 20

/** Tells from the bytes that a client sends which requests they are; knows nothing of the driver. */
export class RequestReader {
  #bytes: Buffer = Buffer.alloc(0)
  /** Bytes of the handshake that are still to come from the client. */
  #shaking = magic
  #heard = false
  /** Bytes of a chunk that are still to come. */
  #chunk = 0
  #inside = false

  /** The requests that begin in these bytes. */
  read(bytes: Buffer): readonly RequestName[] {
    const found: RequestName[] = []
    this.#bytes = Buffer.concat([this.#bytes, bytes])
    this.#skipHandshake()
    while (this.#shaking === 0 && this.#step(found));
    return found
  }

  /** What the server says first: by a manifest it asks for the version once more, in four bytes and one. */
  heard(bytes: Buffer): void {
    if (!this.#heard && bytes.readUInt32BE(0) === 0x1ff) this.#shaking += 5
    this.#heard = true
  }

  #skipHandshake(): void {
    const skipped = Math.min(this.#shaking, this.#bytes.length)
    this.#shaking -= skipped
    this.#bytes = this.#bytes.subarray(skipped)
  }

  /** Goes on to the next chunk; `false` where bytes are missing. */
  #step(found: RequestName[]): boolean {
    const skipped = Math.min(this.#chunk, this.#bytes.length)
    this.#chunk -= skipped
    this.#bytes = this.#bytes.subarray(skipped)
    // The head of a chunk and, where it begins a message, the head of its structure.
    if (this.#chunk > 0 || this.#bytes.length < 2) return false
    const size = this.#bytes.readUInt16BE(0)
    if (size > 0 && !this.#inside) {
      if (this.#bytes.length < 4) return false
      const tag = this.#bytes.readUInt8(3)
      found.push(names[tag] ?? `0x${tag.toString(16)}`)
    }
    this.#inside = size > 0
    this.#chunk = size
    this.#bytes = this.#bytes.subarray(2)
    return true
  }
}
