import { definitionOf } from './definition.ts'
import type { ModelContext, ModelSource } from './model-context.ts'
import { aggregate } from './read/aggregate.ts'
import { count, exists, find, findFirst, findOrThrow, stream } from './read/find.ts'
import { get, getMany, getOrThrow } from './read/get.ts'
import { page } from './read/page.ts'

/** The run time of a model, whose calls take and give anything; `Model` says what. */
export class ModelRun {
  declare readonly context: ModelContext

  constructor(source: ModelSource) {
    const { given, declarations, labels } = source
    this.context = { ...source, definition: definitionOf(given.schema, declarations, labels) }
  }

  get labels(): readonly string[] {
    return this.context.labels
  }

  get(key: unknown, options?: unknown): Promise<unknown> {
    return get(this.context, key, options)
  }
  getOrThrow(key: unknown, options?: unknown): Promise<unknown> {
    return getOrThrow(this.context, key, options)
  }
  getMany(keys: unknown, options?: unknown): Promise<unknown> {
    return getMany(this.context, keys, options)
  }
  find(options?: unknown): Promise<unknown> {
    return find(this.context, options)
  }
  findFirst(options?: unknown): Promise<unknown> {
    return findFirst(this.context, options)
  }
  findOrThrow(options?: unknown): Promise<unknown> {
    return findOrThrow(this.context, options)
  }
  count(options?: unknown): Promise<unknown> {
    return count(this.context, options)
  }
  exists(options?: unknown): Promise<unknown> {
    return exists(this.context, options)
  }
  aggregate(options: unknown): Promise<unknown> {
    return aggregate(this.context, options)
  }
  page(options: unknown): Promise<unknown> {
    return page(this.context, options)
  }
  stream(options?: unknown): AsyncIterable<unknown> {
    return stream(this.context, options)
  }
}
