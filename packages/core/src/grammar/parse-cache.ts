/** What is kept for a text; the same text may have been read as several kinds of thing. */
interface Entry {
  readonly kind: string
  readonly value: unknown
  readonly next: Entry | undefined
  /** Asked for since eviction last passed by. */
  used: boolean
}

/** What bounds a cache: how many texts, how long one may be, and how long all together, in UTF-16 units. */
export interface CacheBounds {
  readonly texts: number
  readonly longest: number
  readonly together: number
}

const BOUNDS: CacheBounds = { texts: 1000, longest: 20_000, together: 1_000_000 }

/**
 * Texts already parsed, within bounds. Those not asked for of late go first: a hit only marks its entry, so that it costs
 * one look-up, and eviction gives marked entries a second round.
 *
 * @example
 * cache.get('where', 'u.age > 18', parse) // parses once, then gives the identical object
 */
export class ParseCache {
  readonly #entries = new Map<string, Entry>()
  readonly #bounds: CacheBounds
  #together = 0

  constructor(bounds: CacheBounds = BOUNDS) {
    this.#bounds = bounds
  }

  /** How many texts are held. */
  get size(): number {
    return this.#entries.size
  }

  clear(): void {
    this.#entries.clear()
    this.#together = 0
  }

  /** What `make` gave for this text and kind the first time; what it throws is not kept. */
  get<T>(kind: string, text: string, make: () => T): T {
    const known = this.#entries.get(text)
    for (let entry = known; entry !== undefined; entry = entry.next) {
      if (entry.kind === kind) {
        entry.used = true
        return entry.value as T // a kind names one maker
      }
    }
    const value = make()
    if (text.length <= this.#bounds.longest) this.#keep(text, kind, value)
    return value
  }

  #keep(text: string, kind: string, value: unknown): void {
    // looked up once more: making a thing may have parsed the same text
    const next = this.#entries.get(text)
    this.#entries.set(text, { kind, value, next, used: next?.used ?? false })
    this.#together += text.length
    while (this.#entries.size > this.#bounds.texts || this.#together > this.#bounds.together) this.#evict()
  }

  /** Drops one text, the first not marked. */
  #evict(): void {
    for (const [text, entry] of this.#entries) {
      this.#entries.delete(text)
      let used = false
      let length = 0
      for (let each: Entry | undefined = entry; each !== undefined; each = each.next) {
        used ||= each.used
        each.used = false
        length += text.length
      }
      if (used) this.#entries.set(text, entry)
      else {
        this.#together -= length
        return
      }
    }
  }
}

/** The texts of this process. */
export const parsed: ParseCache = new ParseCache()
