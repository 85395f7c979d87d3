/** Enough for every user a process serves at a time; past it the one asked for longest ago goes. */
const defaultLimit = 10_000

/** The home database each user had last, by who asked. */
export class HomeDatabases {
  readonly #limit: number
  /** Oldest use first. */
  readonly #homes: Map<string, string> = new Map()

  constructor(limit: number = defaultLimit) {
    this.#limit = limit
  }

  get(asker: string): string | undefined {
    const home = this.#homes.get(asker)
    if (home !== undefined) this.set(asker, home)
    return home
  }

  set(asker: string, database: string): void {
    this.#homes.delete(asker)
    this.#homes.set(asker, database)
    if (this.#homes.size <= this.#limit) return
    const oldest = this.#homes.keys().next()
    if (oldest.done !== true) this.#homes.delete(oldest.value)
  }

  /** Nobody's home is there any more. */
  forget(database: string): void {
    for (const [asker, home] of this.#homes) if (home === database) this.#homes.delete(asker)
  }
}
