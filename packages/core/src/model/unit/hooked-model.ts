import type { ModelSource } from '../model-context.ts'
import { ModelRun, type Rows } from '../model-run.ts'
import { optionsIn } from '../read/find.ts'
import { keyIn } from '../read/get.ts'
import { isPlain, type Plain } from '../read/plain.ts'
import { refusal } from '../refuse.ts'
import { ofGet } from './get.ts'
import type { HookFunctions } from './hooks.ts'
import { later } from './later.ts'

type Row = Record<string, unknown>
type Hook = ((given: Plain) => unknown) | undefined

/** What a hook makes of what it is given: that itself, unless it returns something else. */
const changed = async (hook: Hook, given: unknown): Promise<Plain> => {
  const plain = given === undefined ? {} : given
  if (!isPlain(plain)) throw refusal('a hook goes before this call, which takes an object')
  const returned = await hook?.(plain)
  return isPlain(returned) ? returned : plain
}

const rowsIn = (found: unknown): readonly Row[] =>
  found === undefined ? [] : ((Array.isArray(found) ? found : [found]) as readonly Row[]) // rows, or one

/** A model with hooks around its operations: those of a find go around every read, by key too. */
export class HookedModel extends ModelRun {
  readonly #hooks: HookFunctions

  constructor(source: ModelSource, hooks: HookFunctions) {
    super(source)
    this.#hooks = hooks
  }

  override get(key: unknown, options?: unknown): Promise<unknown> {
    return this.#read(async () => super.findFirst(await this.#found(key, options)))
  }
  override getOrThrow(key: unknown, options?: unknown): Promise<unknown> {
    return this.#read(async () => super.findOrThrow(await this.#found(key, options)))
  }
  override getMany(keys: unknown, options?: unknown): Promise<unknown> {
    if (!Array.isArray(keys)) return super.getMany(keys, options)
    return later(this.context, () => Promise.all(keys.map((key) => this.get(key, options))))
  }
  override find(options?: unknown): Promise<unknown> {
    return this.#read(async () => super.find(await this.#before(options)))
  }
  override findFirst(options?: unknown): Promise<unknown> {
    return this.#read(async () => super.findFirst(await this.#before(options)))
  }
  override findOrThrow(options?: unknown): Promise<unknown> {
    return this.#read(async () => super.findOrThrow(await this.#before(options)))
  }
  override count(options?: unknown): Promise<unknown> {
    return later(this.context, async () => super.count(await this.#before(options)))
  }
  override exists(options?: unknown): Promise<unknown> {
    return later(this.context, async () => super.exists(await this.#before(options)))
  }
  override aggregate(options: unknown): Promise<unknown> {
    return later(this.context, async () => super.aggregate(await this.#before(options)))
  }
  override page(options: unknown): Promise<unknown> {
    return later(this.context, async () => {
      const page = (await super.page(await this.#before(options))) as { readonly rows: readonly Row[] } // a page has rows
      await this.#hooks.afterFind?.(page.rows)
      return page
    })
  }
  override async *stream(options?: unknown): AsyncGenerator<unknown, void, undefined> {
    for await (const row of super.stream(await this.#before(options))) {
      await this.#hooks.afterFind?.(rowsIn(row))
      yield row
    }
  }

  override create(data: unknown, options?: object): Promise<unknown> {
    return later(this.context, async () => {
      const row = await super.create(await changed(this.#hooks.beforeCreate, data), options)
      await this.#hooks.afterCreate?.(row as Row) // what was created
      return row
    })
  }
  override createMany(rows: Rows, options?: object): Promise<unknown> {
    const { beforeCreate } = this.#hooks
    if (beforeCreate === undefined) return super.createMany(rows, options)
    if (Array.isArray(rows))
      return later(this.context, async () => {
        const all: Plain[] = []
        for (const row of rows) all.push(await changed(beforeCreate, row))
        return super.createMany(all, options)
      })
    const each = async function* (): AsyncGenerator<Plain, void, undefined> {
      for await (const row of rows) yield await changed(beforeCreate, row)
    }
    return super.createMany(each(), options)
  }
  override update(key: unknown, changes: unknown, options?: object): Promise<unknown> {
    return later(this.context, async () => {
      const row = await super.update(key, await changed(this.#hooks.beforeUpdate, changes), options)
      await this.#hooks.afterUpdate?.(row as Row) // what was updated
      return row
    })
  }
  override updateMany(options: unknown): Promise<unknown> {
    return later(this.context, async () => {
      const { data, ...rest } = await changed(undefined, options)
      return super.updateMany({ ...rest, data: await changed(this.#hooks.beforeUpdate, data) })
    })
  }
  override upsert(data: object, options?: object): Promise<unknown> {
    return later(this.context, async () => {
      const { create, update } = await changed(undefined, data)
      const { beforeCreate, beforeUpdate, afterCreate, afterUpdate } = this.#hooks
      const both = { create: await changed(beforeCreate, create), update: await changed(beforeUpdate, update) }
      const result = (await super.upsert(both, options)) as { readonly row: Row; readonly created: boolean } // as it says
      await (result.created ? afterCreate : afterUpdate)?.(result.row)
      return result
    })
  }
  override modify(key: unknown, change: (row: Readonly<Row>) => unknown, options?: object): Promise<unknown> {
    return later(this.context, async () => {
      const compute = async (row: Readonly<Row>): Promise<unknown> =>
        changed(this.#hooks.beforeUpdate, await change(row))
      const row = await super.modify(key, compute, options)
      await this.#hooks.afterUpdate?.(row as Row) // what was updated
      return row
    })
  }
  override delete(key: unknown, options?: object): Promise<unknown> {
    const found = (): Plain => ({ where: keyIn(key, this.context.definition) })
    return this.#remove(found, () => super.delete(key, options))
  }
  override deleteMany(options: unknown): Promise<unknown> {
    const found = (): Plain => {
      const { where, all } = isPlain(options) ? options : {}
      return where === undefined ? { all } : { where }
    }
    return this.#remove(found, () => super.deleteMany(options))
  }

  #before(options: unknown): Promise<Plain> {
    return changed(this.#hooks.beforeFind, options)
  }

  /** A read by key, as a find that a hook may narrow. */
  #found(key: unknown, options: unknown): Promise<Plain> {
    const { fresh: _, ...choice } = optionsIn(options, ofGet, 'get()')
    return this.#before({ ...choice, where: keyIn(key, this.context.definition) })
  }

  #read(read: () => Promise<unknown>): Promise<unknown> {
    return later(this.context, async () => {
      const found = await read()
      await this.#hooks.afterFind?.(rowsIn(found))
      return found
    })
  }

  /** Deletes, or changes what was to be deleted where the hook says how. */
  #remove(found: () => Plain, remove: () => Promise<unknown>): Promise<unknown> {
    return later(this.context, async () => {
      const which = found()
      const { where = {} } = which
      const changes = await this.#hooks.beforeDelete?.(where as Plain) // of a call that is right
      const result = isPlain(changes) ? await this.#changeInstead(which, changes) : await remove()
      await this.#hooks.afterDelete?.(result as { readonly deleted: number }) // as both say
      return result
    })
  }

  async #changeInstead(which: Plain, data: Plain): Promise<unknown> {
    const { updated, counters } = (await super.updateMany({ ...which, data })) as { updated: number; counters: unknown } // as it says
    return { deleted: updated, counters }
  }
}
