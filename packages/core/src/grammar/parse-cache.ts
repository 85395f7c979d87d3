/** What is kept for a text; the same text may have been read as several kinds of thing. */
interface Entry {
  readonly kind: string
  readonly value: unknown
  readonly next: Entry | undefined
  /** Asked for since eviction last passed by. */
  used: boolean
}

/**
 * Texts already parsed, a bounded number of them. Those not asked for of late go first: a hit only marks its entry, so
 * that it costs one look-up, and eviction gives marked entries a second round.
 *
 * @example
 * cache.get('where', 'u.age > 18', parse) // parses once, then gives the identical object
 */
export class ParseCache {
  readonly #entries = new Map<string, Entry>()
  readonly #limit: number
  readonly #longest: number

  /** Holds at most `limit` texts, none longer than `longest` UTF-16 units. */
  constructor(limit = 1000, longest = 20_000) {
    this.#limit = limit
    this.#longest = longest
  }

  /** How many texts are held. */
  get size(): number {
    return this.#entries.size
  }

  clear(): void {
    this.#entries.clear()
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
    if (text.length <= this.#longest) this.#keep(text, { kind, value, next: known, used: known?.used ?? false })
    return value
  }

  #keep(text: string, entry: Entry): void {
    this.#entries.set(text, entry)
    if (this.#entries.size > this.#limit) this.#evict()
  }

  #evict(): void {
    for (const [text, entry] of this.#entries) {
      this.#entries.delete(text)
      let used = false
      for (let each: Entry | undefined = entry; each !== undefined; each = each.next) {
        used ||= each.used
        each.used = false
      }
      if (!used) return
      this.#entries.set(text, entry)
    }
  }
}

/** The texts of this process. */
export const parsed: ParseCache = new ParseCache()
