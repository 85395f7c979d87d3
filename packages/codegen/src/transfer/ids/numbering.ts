/** Ids of one page: ids of an engine lie close together, so that a page is mostly full. */
const pageSize = 4_096

/** A number for each id of an engine, four bytes each. */
export class Numbering {
  readonly #pages = new Map<number, Uint32Array>()
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Gives an id a number: the next, unless it is said. */
  add(id: number, number: number = this.#count): void {
    const page = Math.floor(id / pageSize)
    let numbers = this.#pages.get(page)
    if (numbers === undefined) this.#pages.set(page, (numbers = new Uint32Array(pageSize)))
    numbers[id % pageSize] = number + 1 // 0 is none
    this.#count++
  }

  /** The number of an id; `undefined` for one that was never added. */
  of(id: number): number | undefined {
    const number = this.#pages.get(Math.floor(id / pageSize))?.[id % pageSize] ?? 0
    return number === 0 ? undefined : number - 1
  }
}
