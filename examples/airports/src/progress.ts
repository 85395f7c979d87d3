import { Presets, SingleBar } from 'cli-progress'

/** Shows how much of some work is done. */
export interface Progress {
  advance(by: number): void
  stop(): void
}

/** A moving bar on a terminal, a plain line a step elsewhere. On standard error, so that answers can be piped alone. */
export const progressBar = (what: string, total: number): Progress => {
  if (process.stderr.isTTY !== true || process.stderr.columns === 0) {
    let done = 0
    return {
      advance: (by) => {
        done += by
        process.stderr.write(`loading ${what}: ${done} of ${total}\n`)
      },
      stop: () => {},
    }
  }
  const bar = new SingleBar(
    { format: `  ${what.padEnd(20)} {bar} {value}/{total}`, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(total, 0)
  return { advance: (by) => bar.increment(by), stop: () => bar.stop() }
}
