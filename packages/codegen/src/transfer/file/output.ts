import { createWriteStream } from 'node:fs'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { writeWhole } from '../../write-whole.ts'

/** Where a dump goes: a path, packed when it ends with `.gz`, or a stream, which is left open. */
export type Output = string | Writable

/** Writes bytes to where they go; a file is there whole or not at all. */
export const write = async (bytes: AsyncIterable<Uint8Array>, output: Output, signal?: AbortSignal): Promise<void> => {
  const source = Readable.from(bytes, { objectMode: true, highWaterMark: 4 })
  if (typeof output !== 'string') return pipeline(source, output, { signal, end: false })
  await writeWhole(output, (temporary) => {
    const file = createWriteStream(temporary)
    return output.endsWith('.gz')
      ? pipeline(source, createGzip({ level: 6 }), file, { signal })
      : pipeline(source, file, { signal })
  })
}
