type Step = IteratorResult<unknown, undefined>

const done: Step = { done: true, value: undefined }

/**
 * Rows one by one out of batches. A row that is there already costs one promise and no more: an async generator would
 * take three turns for each.
 */
export class RowStream implements AsyncIterableIterator<unknown, undefined> {
  readonly #start: () => AsyncIterable<readonly unknown[]>
  #batches: AsyncIterator<readonly unknown[]> | undefined
  #rows: readonly unknown[] = []
  #at = 0
  /** What calls made meanwhile wait for. */
  #turn: Promise<Step> | undefined
  #over = false

  /** Nothing is started before the first row is asked for. */
  constructor(start: () => AsyncIterable<readonly unknown[]>) {
    this.#start = start
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<Step> {
    if (this.#turn === undefined && this.#at < this.#rows.length) {
      return Promise.resolve({ done: false, value: this.#rows[this.#at++] })
    }
    return this.#inTurn(() => this.#take())
  }

  return(): Promise<Step> {
    return this.#inTurn(async () => {
      this.#end()
      await this.#batches?.return?.()
      return done
    })
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

  async #take(): Promise<Step> {
    try {
      while (this.#at >= this.#rows.length) {
        if (this.#over) return done
        this.#batches ??= this.#start()[Symbol.asyncIterator]()
        const batch = await this.#batches.next()
        if (batch.done === true) this.#end()
        else {
          this.#rows = batch.value
          this.#at = 0
        }
      }
      return { done: false, value: this.#rows[this.#at++] }
    } catch (error) {
      this.#end()
      throw error
    }
  }

  #end(): void {
    this.#over = true
    this.#rows = []
  }
}
