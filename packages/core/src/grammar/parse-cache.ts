/** What bounds a cache: how many texts, how long one may be, and how long all together, in UTF-16 units. */
export interface CacheBounds {
  readonly texts: number
  readonly longest: number
  readonly together: number
}

const BOUNDS: CacheBounds = { texts: 1000, longest: 20_000, together: 1_000_000 }

/**
 * Texts already parsed, within bounds; the same text may have been read as several kinds of thing. Those not asked for of
 * late go first.
 *
 * @example
 * cache.get('where', 'u.age > 18', parse) // parses once, then gives the identical object
 */
export class ParseCache {
  readonly #texts = new Map<string, Map<string, unknown>>()
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
    const known = this.#texts.get(text) ?? new Map<string, unknown>()
    let value = known.get(kind) as T | undefined // a kind names one maker
    if (value === undefined) {
      value = make()
      if (text.length > this.#bounds.longest) return value
      known.set(kind, value)
      this.#together += text.length
    }
    this.#texts.delete(text)
    this.#texts.set(text, known)
    for (const [first, { size }] of this.#texts) {
      if (this.#texts.size <= this.#bounds.texts && this.#together <= this.#bounds.together) break
      this.#texts.delete(first)
      this.#together -= first.length * size
    }
    return value
  }
}

/** The texts of this process. */
export const parsed: ParseCache = new ParseCache()
