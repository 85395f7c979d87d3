/** What became of some work: gives its value, or throws what it failed with. */
export type Settled<T> = () => T

const never = (): void => {}

/** It came to a value. */
export const fulfilled =
  <T>(value: T): Settled<T> =>
  () =>
    value
/** It failed. */
export const failed = (error: unknown) => (): never => {
  throw error
}

const told = <T>(settled: Settled<T>): T => settled()

/**
 * The promise of work that goes on whether or not anybody awaits it. A failure surfaces where it is awaited, never as
 * an unhandled rejection; who started the work learns whether anybody asked.
 *
 * Each `then` is chained to the work itself and to nothing beside it: so the engine's stack of a failure leads on to
 * the code that awaits it.
 *
 * @example
 * const pending = Pending.of(work(), () => { asked = true })
 */
export class Pending<T> extends Promise<T> {
  readonly #settled: Promise<Settled<T>>
  readonly #ask: () => void

  /** What is chained to one is a promise as any other. */
  static override readonly [Symbol.species] = Promise

  /** `ask` is called whenever somebody asks, which is before they are told. */
  static of<T>(work: Promise<T>, ask: () => void): Pending<T> {
    return new Pending(work.then<Settled<T>, Settled<T>>(fulfilled, failed), ask)
  }

  /** As `of`, for work that says what became of it and never fails itself. */
  constructor(settled: Promise<Settled<T>>, ask: () => void) {
    super(never)
    this.#settled = settled
    this.#ask = ask
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#ask()
    return this.#settled.then(told<T>).then(onFulfilled, onRejected)
  }
}
