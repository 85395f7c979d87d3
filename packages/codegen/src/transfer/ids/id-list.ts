/** The ids that the nodes of a dump were given, by their number; eight bytes each. */
export class IdList {
  #ids = new Float64Array(1_024)
  #count = 0

  get count(): number {
    return this.#count
  }

  /** Says which id the node with a number has; numbers may come in any order. */
  set(number: number, id: number): void {
    while (number >= this.#ids.length) {
      const larger = new Float64Array(this.#ids.length * 2)
      larger.set(this.#ids)
      this.#ids = larger
    }
    this.#ids[number] = id
    this.#count++
  }

  at(number: number): number {
    return this.#ids[number] as number // a number of a node that came
  }

  /** The ids from one number to before another. */
  slice(from: number, to: number): number[] {
    return [...this.#ids.subarray(from, Math.min(to, this.#count))]
  }
}
