import type { Answer } from './channel.ts'

/** Who waits for the next answers, in the order their requests were made. */
export class AnswerQueue {
  #answers: Answer[] = []
  #first = 0

  get size(): number {
    return this.#answers.length - this.#first
  }

  get first(): Answer | undefined {
    return this.#answers[this.#first]
  }

  get last(): Answer | undefined {
    return this.#answers.at(-1)
  }

  push(answer: Answer): void {
    this.#answers.push(answer)
  }

  /** Takes the first away. */
  shift(): void {
    this.#first++
    if (this.#first === this.#answers.length) {
      this.#answers.length = 0
      this.#first = 0
    } else if (this.#first === 64) {
      // Now and then, since moving all up costs as much as there are.
      this.#answers.splice(0, this.#first)
      this.#first = 0
    }
  }

  /** Takes all away. */
  clear(): readonly Answer[] {
    const left = this.#answers.slice(this.#first)
    this.#answers = []
    this.#first = 0
    return left
  }
}
