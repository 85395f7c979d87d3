/** What became of some work. */
type Settled<T> = { readonly value: T } | { readonly error: unknown }

const never = (): void => {}

const fulfilled = <T>(value: T): Settled<T> => ({ value })
const failed = (error: unknown): Settled<never> => ({ error })

const unwrap = <T>(settled: Settled<T>): T => {
  if ('error' in settled) throw settled.error
  return settled.value
}

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
  #settled: Promise<Settled<T>> | undefined
  #ask: (() => void) | undefined

  /** `ask` is called whenever somebody asks, which is before they are told. */
  static of<T>(work: Promise<T>, ask: () => void): Pending<T> {
    const pending = new Pending<T>(never)
    pending.#settled = work.then<Settled<T>, Settled<T>>(fulfilled, failed)
    pending.#ask = ask
    return pending
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#ask?.()
    const settled = this.#settled
    return settled === undefined
      ? super.then(onFulfilled, onRejected)
      : settled.then(unwrap<T>).then(onFulfilled, onRejected)
  }
}
