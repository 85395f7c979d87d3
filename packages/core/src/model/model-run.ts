import { definitionOf } from './definition.ts'
import type { ModelContext, ModelSource } from './model-context.ts'
import { aggregate } from './read/aggregate.ts'
import { count, exists, find, findFirst, findOrThrow, stream } from './read/find.ts'
import { page } from './read/page.ts'
import { get, getMany, getOrThrow, related } from './unit/get.ts'
import { UnitOfWork } from './unit/unit-of-work.ts'
import { create } from './write/create.ts'
import { createMany } from './write/create-many.ts'
import { modify } from './write/modify.ts'
import { connect, disconnect, set } from './write/relate.ts'
import { remove, removeMany } from './write/remove.ts'
import { update } from './write/update.ts'
import { updateMany } from './write/update-many.ts'
import { upsert } from './write/upsert.ts'

/** What createMany takes. */
export type Rows = Iterable<unknown> | AsyncIterable<unknown>

/** The run time of a model, whose calls take and give anything; `Model` says what. */
export class ModelRun {
  declare readonly context: ModelContext

  constructor(source: ModelSource) {
    const { given, declarations, labels, unit = new UnitOfWork(given.transaction) } = source
    this.context = { ...source, unit, definition: definitionOf(given.schema, declarations, labels) }
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
  related(key: unknown, relation: unknown, options?: unknown): Promise<unknown> {
    return related(this.context, key, relation, options)
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

  create(data: unknown, options?: object): Promise<unknown> {
    return create(this.context, data, options)
  }
  createMany(rows: Rows, options?: object): Promise<unknown> {
    return createMany(this.context, rows, options)
  }
  update(key: unknown, changes: unknown, options?: object): Promise<unknown> {
    return update(this.context, key, changes, options)
  }
  updateMany(options: unknown): Promise<unknown> {
    return updateMany(this.context, options)
  }
  upsert(data: object, options?: object): Promise<unknown> {
    return upsert(this.context, data, options)
  }
  modify(
    key: unknown,
    change: (row: Readonly<Record<string, unknown>>) => unknown,
    options?: object,
  ): Promise<unknown> {
    return modify(this.context, key, change, options)
  }
  delete(key: unknown, options?: object): Promise<unknown> {
    return remove(this.context, key, options)
  }
  deleteMany(options: unknown): Promise<unknown> {
    return removeMany(this.context, options)
  }
  connect(key: unknown, relation: string, keys: unknown, properties?: unknown): Promise<unknown> {
    return connect(this.context, key, relation, keys, properties)
  }
  disconnect(key: unknown, relation: string, keys: unknown): Promise<unknown> {
    return disconnect(this.context, key, relation, keys)
  }
  set(key: unknown, relation: string, keys: unknown, properties?: unknown): Promise<unknown> {
    return set(this.context, key, relation, keys, properties)
  }
}
