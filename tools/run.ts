import { spawn } from 'node:child_process'
import { root } from './manifest.ts'

/** How a command ended. */
export interface Outcome {
  /** The exit code; 1 when a signal ended it. */
  readonly code: number
  /** Both streams, when they were captured. */
  readonly output: string
}

/** How a command is run; at the root of the repository and with its output shown, unless told otherwise. */
export interface RunOptions {
  readonly cwd?: string
  readonly capture?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs a command to its end. Commands of the workspace's own tools are found, since pnpm puts them on the path. */
export const run = (command: readonly [string, ...string[]], options: RunOptions = {}): Promise<Outcome> =>
  new Promise((done, fail) => {
    const [file, ...args] = command
    const { cwd = root, capture = false, env } = options
    const stdio = capture ? 'pipe' : 'inherit'
    const child = spawn(file, args, { cwd, stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (part: string) => {
        output += part
      })
    }
    child.on('error', fail)
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
