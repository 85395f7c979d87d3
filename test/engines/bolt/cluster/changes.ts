/** Lets some wait until something is so, and others say that it may be so now. */
export class Changes {
  readonly #waiting: Set<() => void> = new Set()

  happened(): void {
    for (const look of this.#waiting) look()
  }

  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }
}
