/** For a promise whose rejection is told elsewhere. */
export const ignore = (): undefined => undefined

/** Waits for the promise, but no longer than so many milliseconds. */
export const pause = (until: Promise<unknown>, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const stop = (): void => {
      clearTimeout(timer)
      resolve()
    }
    until.then(stop, stop)
  })

/** Waits out one turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
