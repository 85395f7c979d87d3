import { AsyncLocalStorage } from 'node:async_hooks'

/** What TestKit is told as soon as RUN is answered; users are told with the first rows. */
export class RunStep {
  static readonly current: AsyncLocalStorage<RunStep> = new AsyncLocalStorage()

  readonly started: Promise<readonly string[]>
  /** Settles when the first rows are there, or what came instead of them. */
  readonly arrived: Promise<void>
  #start!: (columns: readonly string[]) => void
  #arrive!: () => void

  constructor() {
    this.started = new Promise((resolve) => {
      this.#start = resolve
    })
    this.arrived = new Promise((resolve) => {
      this.#arrive = resolve
    })
  }

  start(columns: readonly string[]): void {
    this.#start(columns)
  }

  arrive(): void {
    this.#arrive()
  }
}
