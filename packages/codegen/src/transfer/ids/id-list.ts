/** The ids that the nodes of a dump were given, by their number; eight bytes each. */
export class IdList {
  #ids: Float64Array = new Float64Array(1_024).fill(Number.NaN)
  #count = 0
  #end = 0

  /** How many ids are known. */
  get count(): number {
    return this.#count
  }

  /** The number after the last. */
  get end(): number {
    return this.#end
  }

  /** Says which id the node with a number has; numbers may come in any order, and some may be missing. */
  set(number: number, id: number): void {
    while (number >= this.#ids.length) {
      const larger = new Float64Array(this.#ids.length * 2).fill(Number.NaN)
      larger.set(this.#ids)
      this.#ids = larger
    }
    this.#ids[number] = id
    this.#count++
    this.#end = Math.max(this.#end, number + 1)
  }

  at(number: number): number {
    return this.#ids[number] as number // a number of a node that came
  }

  /** The ids from one number to before another, without those that are missing. */
  slice(from: number, to: number): number[] {
    return [...this.#ids.subarray(from, to)].filter((id) => !Number.isNaN(id))
  }
}
