import { createReadStream, existsSync } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { GraphError } from '@motif/core'

/** Where a dump is read from: a path, or a stream that can be read once. */
export type Input = string | AsyncIterable<Uint8Array>

const gzip = Buffer.from([0x1f, 0x8b])

/** The bytes, with the first chunk put back before the others. */
async function* from(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let step = first; step.done !== true; step = await rest.next()) yield step.value
  } finally {
    await rest.return?.()
  }
}

const unzipped = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  pipeline(Readable.from(bytes), createGunzip(), () => {}) // whoever reads is given the error

/** The bytes of a dump, unpacked where they are a gzip, which their first two tell. Throws USAGE for a missing file. */
export async function* open(input: Input): AsyncGenerator<Uint8Array> {
  if (typeof input === 'string' && !existsSync(input)) throw new GraphError('USAGE', `there is no dump at ${input}`)
  const bytes = typeof input === 'string' ? createReadStream(input, { highWaterMark: 2 ** 18 }) : input
  const chunks = bytes[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const first = await chunks.next()
  const isGzip = first.done !== true && gzip.equals(first.value.subarray(0, 2))
  yield* isGzip ? unzipped(from(first, chunks)) : from(first, chunks)
}
