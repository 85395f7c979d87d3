import type { Dialect, SchemaDescriptor } from '@motif/core'
import type { Codec, Engine } from './engine.ts'

/** An engine, and the codec made for the graph's schema. */
export interface Loaded {
  readonly engine: Engine
  readonly codec: Codec
}

/** What is known of an engine before its module is loaded. */
export interface EngineSource {
  readonly name: string
  readonly dialect: Dialect
  load(): Promise<Engine>
}

/** Where a database keeps its engine: empty until the first use. */
export class EngineSlot {
  readonly #source: EngineSource
  readonly #schema: SchemaDescriptor | undefined
  #loading: Promise<Loaded> | undefined
  #loaded: Loaded | undefined

  constructor(source: EngineSource, schema: SchemaDescriptor | undefined) {
    this.#source = source
    this.#schema = schema
  }

  /** A server may have told another than the URL did. */
  get name(): string {
    return this.#loaded?.engine.name ?? this.#source.name
  }

  get dialect(): Dialect {
    return this.#loaded?.engine.dialect ?? this.#source.dialect
  }

  get loaded(): Loaded | undefined {
    return this.#loaded
  }

  /** A failure is not kept: the next use tries again. */
  load(): Promise<Loaded> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = undefined
      throw error
    })
    return this.#loading
  }

  async #load(): Promise<Loaded> {
    const engine = await this.#source.load()
    this.#loaded = { engine, codec: engine.codec(this.#schema) }
    return this.#loaded
  }
}
