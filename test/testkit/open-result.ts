import { GraphError, type QueryRequest, type QueryResult, type RowBatch, type Summary } from '@motif/core'
import { RunStep } from './run-step.ts'

/** A result that TestKit reads row by row. */
export class OpenResult {
  readonly request: QueryRequest
  readonly #result: QueryResult
  readonly #step: RunStep
  readonly #rows: Row[] = []
  #columns: readonly string[] = []
  #batches: AsyncIterator<RowBatch> | undefined
  #ended = false

  private constructor(request: QueryRequest, result: QueryResult, step: RunStep) {
    this.request = request
    this.#result = result
    this.#step = step
  }

  /** Waits until the statement runs. Throws why it does not. */
  static async run(request: QueryRequest, execute: (request: QueryRequest) => QueryResult): Promise<OpenResult> {
    const step = new RunStep()
    const open = new OpenResult(
      request,
      RunStep.current.run(step, () => execute(request)),
      step,
    )
    const columns = await Promise.race([step.started, whenEnded(open.#result)])
    if (columns === undefined) await open.#read()
    else open.#columns = columns
    return open
  }

  get columns(): readonly string[] {
    return this.#columns
  }

  /** Somebody took rows of it, and more may come. */
  get halfRead(): boolean {
    return this.#batches !== undefined && !this.#ended
  }

  async peek(): Promise<readonly unknown[] | undefined> {
    const row = await this.#first()
    return row && this.#valuesOf(row)
  }

  async next(): Promise<readonly unknown[] | undefined> {
    const row = await this.#first()
    this.#rows.shift()
    return row && this.#valuesOf(row)
  }

  async list(): Promise<readonly (readonly unknown[])[]> {
    await this.buffer()
    return this.#rows.splice(0).map((row) => this.#valuesOf(row))
  }

  async single(): Promise<readonly unknown[]> {
    const [row, another] = [await this.next(), await this.peek()]
    if (row !== undefined && another === undefined) return row
    await this.leave()
    throw new GraphError('RESULT_SHAPE', row === undefined ? 'there is no row' : 'there is more than one row')
  }

  /** Waits until the first rows are there, or what came instead of them, and were taken in. */
  async arrive(): Promise<void> {
    await Promise.race([this.#step.arrived, whenEnded(this.#result)])
    await new Promise(setImmediate)
  }

  /** Takes in what is left, so that the connection is free and the rows can still be read. */
  async buffer(): Promise<void> {
    while (!this.#ended) await this.#read()
  }

  /** Gives up what is left. */
  async leave(): Promise<void> {
    this.#rows.length = 0
    this.#ended = true
    await this.#iterator.return?.()
  }

  async summary(): Promise<Summary> {
    if (this.halfRead) await this.leave()
    return this.#result.summary()
  }

  get #iterator(): AsyncIterator<RowBatch> {
    this.#batches ??= this.#result[Symbol.asyncIterator]()
    return this.#batches
  }

  async #read(): Promise<void> {
    const step = await this.#iterator.next()
    if (step.done === true) {
      this.#ended = true
      return
    }
    this.#rows.push(...(step.value.rows as readonly Row[]))
  }

  async #first(): Promise<Row | undefined> {
    while (this.#rows.length === 0 && !this.#ended) await this.#read()
    return this.#rows[0]
  }

  /** A value that cannot be read is told of here, and by no other. */
  #valuesOf(row: Row): readonly unknown[] {
    return this.#columns.map((column) => row[column])
  }
}

type Row = Readonly<Record<string, unknown>>

/** Results tell when they are over, which nobody but the driver itself asks them. */
const whenEnded = (result: QueryResult): Promise<undefined> =>
  (result as QueryResult & { whenEnded(): Promise<void> }).whenEnded().then(() => undefined)
