import { Writable } from 'node:stream'

/** A stream that keeps what is written to it. */
export class TextSink extends Writable {
  text = ''
  isTTY?: boolean
  columns?: number

  override _write(part: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += part.toString()
    done()
  }
}
