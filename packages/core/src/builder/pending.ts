/**
 * The promise of work that goes on whether or not anybody awaits it. A failure surfaces where it is awaited,
 * never as an unhandled rejection; who started the work learns whether anybody asked.
 *
 * @example
 * const pending = Pending.of(work(), () => { asked = true })
 */
export class Pending<T> extends Promise<T> {
  #ask: (() => void) | undefined

  /** `ask` is called whenever somebody asks, which is before they are told. */
  static of<T>(work: Promise<T>, ask: () => void): Pending<T> {
    const pending = new Pending<T>((resolve, reject) => {
      work.then(resolve, reject)
    })
    Promise.prototype.then.call(pending, undefined, () => {})
    pending.#ask = ask
    return pending
  }

  /** What is chained to it is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#ask?.()
    return super.then(onFulfilled, onRejected)
  }
}
