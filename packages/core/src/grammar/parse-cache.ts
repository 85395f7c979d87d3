/** What bounds a cache: how many texts, how long one may be, and how long all together, in UTF-16 units. */
export interface CacheBounds {
  readonly texts: number
  readonly longest: number
  readonly together: number
}

const BOUNDS: CacheBounds = { texts: 1000, longest: 20_000, together: 1_000_000 }

interface Entry {
  /** What the text was read as; a kind names one maker. */
  readonly kinds: Map<string, unknown>
  /** Asked for since eviction last passed by. */
  used: boolean
}

/**
 * Texts already parsed, within bounds. Those not asked for of late go first: a hit only marks its entry, so that it costs
 * one look-up, and eviction gives marked entries a second round.
 *
 * @example
 * cache.get('where', 'u.age > 18', parse) // parses once, then gives the identical object
 */
export class ParseCache {
  readonly #texts = new Map<string, Entry>()
  readonly #bounds: CacheBounds
  #together = 0

  constructor(bounds: CacheBounds = BOUNDS) {
    this.#bounds = bounds
  }

  /** How many texts are held. */
  get size(): number {
    return this.#texts.size
  }

  clear(): void {
    this.#texts.clear()
    this.#together = 0
  }

  /** What `make` gave for this text and kind the first time; what it throws is not kept. */
  get<T>(kind: string, text: string, make: () => T): T {
    const entry = this.#texts.get(text) ?? { kinds: new Map<string, unknown>(), used: false }
    const known = entry.kinds.get(kind)
    if (known !== undefined) {
      entry.used = true
      return known as T // of the one maker of its kind
    }
    const value = make()
    if (text.length > this.#bounds.longest) return value
    entry.kinds.set(kind, value)
    this.#texts.set(text, entry)
    this.#together += text.length
    for (const [first, each] of this.#texts) {
      if (this.#texts.size <= this.#bounds.texts && this.#together <= this.#bounds.together) break
      this.#texts.delete(first)
      if (each.used) this.#texts.set(first, each)
      else this.#together -= first.length * each.kinds.size
      each.used = false
    }
    return value
  }
}

/** The texts of this process. */
export const parsed: ParseCache = new ParseCache()
