/** The things that TestKit refers to by the ids it was given. */
export class Objects {
  readonly #held: Map<string, unknown> = new Map()
  #made = 0

  /** Keeps a thing; returns its id. */
  add(thing: unknown): string {
    const id = String(++this.#made)
    this.#held.set(id, thing)
    return id
  }

  /** What goes by this id; TestKit never mixes up what it was given. */
  get<T>(id: unknown): T {
    if (!this.#held.has(String(id))) throw new Error(`nothing goes by the id ${String(id)}`)
    return this.#held.get(String(id)) as T
  }

  remove(id: unknown): void {
    this.#held.delete(String(id))
  }

  /** All of one class. */
  *of<T>(made: abstract new (...args: never[]) => T): Iterable<T> {
    for (const thing of this.#held.values()) if (thing instanceof made) yield thing
  }
}
