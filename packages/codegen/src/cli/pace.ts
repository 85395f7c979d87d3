import { grouped } from '../catalog/words.ts'

/** Milliseconds before a rate says anything. */
const settled = 500

/** How quickly some work goes on, since it began or changed to something else. */
export class Pace {
  readonly #now: () => number
  #of = ''
  #since = 0
  #from = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** `, 1,234/s` for work that has come to `done`; nothing at its beginning. */
  text(of: string, done: number): string {
    const now = this.#now()
    if (of !== this.#of) {
      this.#of = of
      this.#since = now
      this.#from = done
    }
    const passed = now - this.#since
    return passed < settled ? '' : `, ${grouped(Math.round(((done - this.#from) * 1_000) / passed))}/s`
  }
}
