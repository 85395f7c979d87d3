import { Pace } from './pace.ts'
import { movingText, plainText, type WorkProgress } from './progress-text.ts'
import type { Terminal } from './terminal.ts'

/** Shows how far some work has come, on standard error. */
export interface ProgressLine {
  show(progress: WorkProgress): void
  /** Takes the line away. */
  stop(): void
}

const silent: ProgressLine = { show: () => {}, stop: () => {} }

/** On a terminal: one line that moves. */
const moving = async ({ errors }: Terminal, pace: Pace): Promise<ProgressLine> => {
  const { default: ora } = await import('ora')
  const line = ora({ stream: errors, discardStdin: false, text: 'opening the graph' }).start()
  return {
    show: (progress) => {
      line.text = movingText(progress, pace)
    },
    stop: () => {
      line.stop()
    },
  }
}

/** Where there is no total, a plain line is written at so many, and at each doubling. */
const first = 10_000

const milestone = ({ done, total }: WorkProgress): number =>
  total === undefined ? Math.max(-1, Math.floor(Math.log2(done / first))) : Math.floor((10 * done) / Math.max(total, 1))

/** In a pipe or a log: a plain line for each tenth. */
const plain = ({ errors }: Terminal, pace: Pace): ProgressLine => {
  let last = ''
  return {
    show: (progress) => {
      const { verb, what, counted } = progress
      const text = plainText(progress, pace)
      // Steps go on through several things; what is counted begins anew with each.
      const now = `${counted === true ? `${verb} ${what}` : ''} ${milestone(progress)}`
      if (now === last) return
      last = now
      errors.write(`${text}\n`)
    },
    stop: () => {},
  }
}

/** A line that moves needs a terminal with a width: without one it cannot be told how much to erase. */
const canMove = ({ errors, environment }: Terminal): boolean =>
  errors.isTTY === true && (errors.columns ?? 0) > 0 && environment['CI'] === undefined

/** The progress line that fits: none for programs, a moving one on a terminal, plain lines otherwise. */
export const progressLine = async (
  terminal: Terminal,
  json: boolean,
  now: () => number = () => performance.now(),
): Promise<ProgressLine> => {
  if (json) return silent
  const pace = new Pace(now)
  return canMove(terminal) ? moving(terminal, pace) : plain(terminal, pace)
}
