/** One fetch at a time for each table; whoever wants the same one waits for it. */
export class SharedFetches<T> {
  readonly #running: Map<string, { readonly asker: string; readonly done: Promise<T> }> = new Map()
  readonly #isPersonal: (error: unknown) => boolean

  /** `isPersonal` tells a failure that concerns the one who asked alone: then the next one in line asks as well. */
  constructor(isPersonal: (error: unknown) => boolean) {
    this.#isPersonal = isPersonal
  }

  async run(table: string, asker: string, fetch: () => Promise<T>): Promise<T> {
    for (;;) {
      const running = this.#running.get(table)
      if (running === undefined) return this.#start(table, asker, fetch)
      try {
        return await running.done
      } catch (error) {
        if (running.asker === asker || !this.#isPersonal(error)) throw error
      }
    }
  }

  #start(table: string, asker: string, fetch: () => Promise<T>): Promise<T> {
    // Gone before anyone who waits for it hears the end.
    const done = fetch().finally(() => this.#running.delete(table))
    this.#running.set(table, { asker, done })
    return done
  }
}
