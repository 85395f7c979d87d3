import { GraphError, type Dialect, type SchemaDescriptor } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import type { Connection } from '../connection.ts'
import type { Codec, Engine, EngineCapabilities, EngineInfo, Failure } from '../engine.ts'
import { temporalReady } from '../temporal-library.ts'
import { classifyError } from './classify-error.ts'
import { GrafeoConnection } from './connection.ts'
import { Decoders } from './decode.ts'
import { encodeParams } from './encode.ts'
import { closeFile, openFile } from './files.ts'
import { loadNative, type NativeDatabase } from './native.ts'
import { TurnClock } from './turn-clock.ts'

/** Where the embedded graph lives, and how it is opened. */
export interface GrafeoOptions {
  /** A file; without one the graph lives in memory and ends with the process. */
  readonly path?: string | undefined
  /** Makes the file when it does not exist. */
  readonly create?: boolean | undefined
  /** Several processes may read one file at the same time, as long as none writes. */
  readonly readOnly?: boolean | undefined
}

/** All results of the process share its one event loop. */
const clock = new TurnClock()

/** Grafeo in this process. Opening, closing and `sync` hold the event loop while the engine reads or writes its file. */
export class GrafeoEngine implements Engine {
  readonly name = 'grafeo'
  readonly dialect: Dialect = grafeo
  readonly retryDelay = 2
  readonly retryJitter = 1
  readonly capabilities: EngineCapabilities = {
    isolation: ['read committed', 'snapshot'],
    savepoints: true,
    cancel: false,
    transactionalSchema: false,
    autocommitAt: 'first rows',
    bookmarks: false,
    databases: false,
    users: false,
    notifications: false,
    locksByWriting: true,
    whyNot: { serializable: 'it lets write skew through; have both transactions write one common node' },
  }
  readonly #options: GrafeoOptions
  #database: NativeDatabase | undefined
  #opening: Promise<EngineInfo> | undefined
  #version: string | undefined
  #closed = false

  constructor(options: GrafeoOptions) {
    this.#options = options
  }

  codec(schema: SchemaDescriptor | undefined): Codec {
    const decoders = new Decoders(schema)
    return { encode: encodeParams, decoder: (columns) => decoders.forRows(columns) }
  }

  /** A failure is not kept: the file may be there, or free, the next time. */
  open(): Promise<EngineInfo> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  acquire(): Connection | Promise<Connection> {
    const connect = (): Connection => new GrafeoConnection(this.#held, clock)
    return this.#database === undefined && !this.#closed ? this.open().then(connect) : connect()
  }

  classify(error: unknown): Failure {
    return classifyError(error)
  }

  /** A commit reaches the disk within about 100 ms by itself; this waits for all of them. */
  async sync(): Promise<void> {
    await this.open()
    this.#held.walCheckpoint()
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#opening?.catch(() => undefined)
    const database = this.#database
    this.#database = undefined
    if (database === undefined) return
    if (this.#options.path === undefined) database.close()
    else closeFile(this.#options.path)
  }

  get version(): string | undefined {
    return this.#version
  }

  get #held(): NativeDatabase {
    if (this.#closed || this.#database === undefined) {
      throw new GraphError('USAGE', 'the engine is closed', { engine: this.name, outcome: 'not sent' })
    }
    return this.#database
  }

  async #open(): Promise<EngineInfo> {
    const { path, create = false, readOnly = false } = this.#options
    const [library] = await Promise.all([loadNative(), temporalReady()])
    this.#database ??= path === undefined ? library.GrafeoDB.create() : openFile(library, path, { create, readOnly })
    this.#version = this.#database.version()
    return { name: this.name, version: this.#version }
  }
}
