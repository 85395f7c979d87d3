import type { GraphError } from '@motif/core'
import type { Answer } from './channel.ts'
import type { ServerFailure } from './server-failure.ts'

/** What a channel does when a RESET of its is answered. */
export interface ResetHandler {
  ready(): void
  /** Breaks the channel, which cannot be used without it; returns the error that says so. */
  refused(failure: ServerFailure | undefined): GraphError
  /** Another that was sent behind it, if there is one. */
  later(reset: Reset): Promise<void> | undefined
}

/** The answer to a RESET, as a promise. */
export class Reset implements Answer {
  readonly done: Promise<void>
  readonly #handler: ResetHandler
  #resolve!: (value: void | Promise<void>) => void
  #reject!: (error: GraphError) => void

  constructor(handler: ResetHandler) {
    this.#handler = handler
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  success(): void {
    this.#handler.ready()
    this.#resolve()
  }

  failure(failure: ServerFailure): void {
    this.#reject(this.#handler.refused(failure))
  }

  /** Servers leave the answer to the last of several. */
  ignored(): void {
    const later = this.#handler.later(this)
    if (later === undefined) this.#reject(this.#handler.refused(undefined))
    else this.#resolve(later)
  }

  lost(error: GraphError): void {
    this.#reject(error)
  }
}
