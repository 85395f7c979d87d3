import { AsyncLocalStorage } from 'node:async_hooks'

/** What TestKit is told as soon as RUN is answered; users are told with the first rows. */
export class RunStep {
  static readonly current: AsyncLocalStorage<RunStep> = new AsyncLocalStorage()

  readonly started: Promise<readonly string[]>
  #start!: (columns: readonly string[]) => void

  constructor() {
    this.started = new Promise((resolve) => {
      this.#start = resolve
    })
  }

  start(columns: readonly string[]): void {
    this.#start(columns)
  }
}
