import { ShapeCache } from './shape-cache.ts'

const none = {}

/** What was compiled for graphs of the same settings, and the texts whose warnings were told. */
export class Compiling {
  readonly shapes: ShapeCache = new ShapeCache()
  readonly told: Set<string> = new Set()
  readonly #of = new WeakMap<object, Compiling>()

  /** The one for a setting more. */
  of(setting: object = none): Compiling {
    const before = this.#of.get(setting)
    if (before !== undefined) return before
    const made = new Compiling()
    this.#of.set(setting, made)
    return made
  }
}
