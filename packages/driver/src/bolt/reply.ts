import { GraphError } from '@motif/core'
import type { Answer, Metadata } from './channel.ts'
import type { ServerFailure } from './server-failure.ts'

/** The answer to a request that has no rows, as a promise; a failure nobody waits for is nobody's. */
export class Reply implements Answer {
  readonly done: Promise<Metadata>
  readonly #explain: ((error: unknown) => unknown) | undefined
  #resolve!: (metadata: Metadata) => void
  #reject!: (error: unknown) => void

  constructor(explain: ((error: unknown) => unknown) | undefined) {
    this.#explain = explain
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.done.catch(() => undefined)
  }

  success(metadata: Metadata): void {
    this.#resolve(metadata)
  }

  failure(failure: ServerFailure): void {
    this.#fail(failure)
  }

  ignored(): void {
    this.#fail(new GraphError('ABORTED', 'the request was given up: one before it failed', { outcome: 'rolled back' }))
  }

  lost(error: GraphError): void {
    this.#fail(error)
  }

  #fail(error: unknown): void {
    const told = this.#explain === undefined ? error : this.#explain(error)
    if (told instanceof Promise) void told.then((what) => this.#reject(what))
    else this.#reject(told)
  }
}
