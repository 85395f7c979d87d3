import type { Progress } from '../introspect/introspect.ts'
import type { Terminal } from './terminal.ts'

/** Shows how far reading has come, on standard error. */
export interface ProgressLine {
  show(progress: Progress): void
  /** Takes the line away. */
  stop(): void
}

const cells = 24

const bar = ({ done, total }: Progress): string => {
  const full = Math.floor((cells * done) / Math.max(total, 1))
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)}`
}

/** A label may hold anything, a terminal's own commands too. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '�')

const silent: ProgressLine = { show: () => {}, stop: () => {} }

/** On a terminal: one line that moves. */
const moving = async ({ errors }: Terminal): Promise<ProgressLine> => {
  const { default: ora } = await import('ora')
  const line = ora({ stream: errors, discardStdin: false, text: 'opening the graph' }).start()
  return {
    show: (progress) => {
      line.text = `${bar(progress)} ${progress.done}/${progress.total} ${printable(progress.what)}`
    },
    stop: () => {
      line.stop()
    },
  }
}

/** In a pipe or a log: a plain line for each tenth. */
const plain = ({ errors }: Terminal): ProgressLine => {
  let tenth = -1
  return {
    show: ({ what, done, total }) => {
      const now = Math.floor((10 * done) / Math.max(total, 1))
      if (now === tenth) return
      tenth = now
      errors.write(`reading ${printable(what)} (${done} of ${total})\n`)
    },
    stop: () => {},
  }
}

/** A line that moves needs a terminal with a width: without one it cannot be told how much to erase. */
const canMove = ({ errors, environment }: Terminal): boolean =>
  errors.isTTY === true && (errors.columns ?? 0) > 0 && environment['CI'] === undefined

/** The progress line that fits: none for programs, a moving one on a terminal, plain lines otherwise. */
export const progressLine = async (terminal: Terminal, json: boolean): Promise<ProgressLine> => {
  if (json) return silent
  return canMove(terminal) ? moving(terminal) : plain(terminal)
}
