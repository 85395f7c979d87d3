import { GraphError } from '@motif/core'
import * as z from 'zod'
import { parseSnapshot } from '../../catalog/snapshot.ts'
import type { About } from '../about.ts'
import type { Batch } from '../batch.ts'
import { parseSchema } from '../schema.ts'
import { ByteReader } from './byte-reader.ts'
import { damage, type Place } from './damage.ts'
import { addTo, type Tally } from './dump-frames.ts'
import { type FrameHead, headLength, isIntact, magic, parseFrameHead } from './frame.ts'
import { isOfSystem } from '../../is-of-system.ts'
import { unpack } from './pack.ts'
import { readBatch } from './packed-batch.ts'

const count = z.int().nonnegative()
const headerForm = z.object({
  id: z.string(),
  engine: z.string(),
  fingerprint: z.string(),
  catalog: z.string(),
  schema: z.string(),
  nodes: count,
  relationships: count,
})
const footerForm = z.object({ nodes: count, relationships: count, chunks: count })

/** Reads a dump from first to last; every fault is told with its place. */
export class DumpReader {
  readonly #bytes: ByteReader
  readonly #name: string
  readonly #tally: Tally = { nodes: 0, relationships: 0 }
  #index = 0
  #start = 0
  #about: About | undefined

  constructor(name: string, bytes: AsyncIterable<Uint8Array>) {
    this.#name = name
    this.#bytes = new ByteReader(bytes)
  }

  /** What the dump is of; read once, and first. Throws USAGE for what is no dump. */
  async about(): Promise<About> {
    if (this.#about !== undefined) return this.#about
    const start = await this.#take(magic.length)
    if (!start.subarray(0, -1).equals(magic.subarray(0, -1))) throw this.#noDump(start)
    if (start.at(-1) !== magic.at(-1))
      throw new GraphError('USAGE', `${this.#name} is a dump of version ${start.at(-1)}; this reads version 1`)
    const { kind, payload } = await this.#frame()
    if (kind !== 'header') throw this.#damaged('it has no header')
    this.#about = this.#understood(() => {
      const { catalog, schema, ...about } = headerForm.parse(unpack(payload))
      return { ...about, catalog: parseSnapshot(catalog, 'its schema'), schema: parseSchema(JSON.parse(schema)) }
    })
    return this.#about
  }

  /** Nodes, then relationships; when they end the dump was whole. */
  async *batches(): AsyncGenerator<Batch> {
    await this.about()
    try {
      for (;;) {
        const { kind, payload } = await this.#frame()
        if (kind === 'header') throw this.#damaged('it has a second header')
        if (kind === 'footer') return await this.#end(payload)
        if (kind === 'node' && this.#tally.relationships > 0) throw this.#damaged('a node comes after a relationship')
        const batch = this.#understood(() => readBatch(unpack(payload), kind, this.#tally.nodes))
        addTo(this.#tally, batch)
        yield batch
      }
    } finally {
      await this.close()
    }
  }

  /** Where reading is. */
  get place(): Place {
    return { name: this.#name, offset: this.#start, chunk: this.#index }
  }

  async close(): Promise<void> {
    await this.#bytes.close()
  }

  async #end(payload: Buffer): Promise<void> {
    const { nodes, relationships, chunks } = this.#understood(() => footerForm.parse(unpack(payload)))
    const { nodes: read, relationships: joined } = this.#tally
    if (nodes !== read || relationships !== joined || chunks !== this.#index - 1)
      throw this.#damaged(`it says ${nodes} nodes and ${relationships} relationships, and holds ${read} and ${joined}`)
    if ((await this.#take(1)).length > 0) throw this.#damaged('more comes after its end')
  }

  async #frame(): Promise<{ readonly kind: FrameHead['kind']; readonly payload: Buffer }> {
    this.#start = this.#bytes.offset
    const bytes = await this.#take(headLength)
    if (bytes.length < headLength) throw this.#cut()
    const head = parseFrameHead(bytes, this.#index)
    if (head === undefined) throw this.#damaged('what a chunk begins with does not fit its checksum')
    const payload = await this.#take(head.length)
    if (payload.length < head.length) throw this.#cut()
    if (!isIntact(payload, head)) throw this.#damaged('its checksum is another')
    this.#index++
    return { kind: head.kind, payload }
  }

  /** A gzip that is damaged says so in the middle, and a folder that it is none. */
  async #take(length: number): Promise<Buffer> {
    try {
      return await this.#bytes.take(length)
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException
      if (code === 'Z_BUF_ERROR') throw this.#cut(cause)
      if (code.startsWith('Z_')) throw damage(this.place, 'it cannot be unpacked', cause)
      if (!isOfSystem(cause)) throw cause
      throw new GraphError('USAGE', `${this.#name} cannot be read: ${cause.message}`, { cause })
    }
  }

  #understood<T>(read: () => T): T {
    try {
      return read()
    } catch (cause) {
      throw damage({ ...this.place, chunk: this.#index - 1 }, 'it is not what a dump holds there', cause)
    }
  }

  #damaged(why: string): GraphError {
    return damage(this.place, why)
  }

  #cut(cause?: unknown): GraphError {
    return damage(this.place, 'the end is missing', cause)
  }

  #noDump(start: Buffer): GraphError {
    const why = magic.subarray(0, -1).subarray(0, start.length).equals(start) ? 'is cut short' : 'is no dump of Motif'
    return new GraphError('USAGE', `${this.#name} ${why}: it does not begin as one`)
  }
}
