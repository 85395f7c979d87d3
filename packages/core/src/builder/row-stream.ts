type Step = IteratorResult<unknown, undefined>

/**
 * Rows one by one out of batches. A row that is there already costs one promise and no more: an async generator would
 * take three turns for each.
 */
export class RowStream implements AsyncIterableIterator<unknown, undefined> {
  readonly #batches: AsyncGenerator<readonly unknown[], void, undefined>
  #rows: readonly unknown[] = []
  #at = 0
  /** What calls made meanwhile wait for. */
  #turn: Promise<Step> | undefined

  constructor(batches: AsyncGenerator<readonly unknown[], void, undefined>) {
    this.#batches = batches
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<Step> {
    return this.#turn === undefined && this.#at < this.#rows.length
      ? Promise.resolve(this.#row())
      : this.#inTurn(async () => {
          while (this.#at >= this.#rows.length) {
            const { done, value } = await this.#batches.next()
            if (done === true) return { done, value: undefined }
            this.#rows = value
            this.#at = 0
          }
          return this.#row()
        })
  }

  return(): Promise<Step> {
    return this.#inTurn(async () => {
      this.#rows = []
      await this.#batches.return()
      return { done: true, value: undefined }
    })
  }

  #row(): Step {
    return { done: false, value: this.#rows[this.#at++] }
  }

  #inTurn(work: () => Promise<Step>): Promise<Step> {
    const turn = this.#turn === undefined ? work() : this.#turn.then(work, work)
    this.#turn = turn
    const free = (): void => {
      if (this.#turn === turn) this.#turn = undefined
    }
    turn.then(free, free)
    return turn
  }
}
