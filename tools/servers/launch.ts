import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/** A program to be started, and how to tell that it is ready. */
export interface Launch {
  /** For messages. */
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What it writes once it takes connections. */
  readonly ready: RegExp
  readonly cwd?: string
  /** Milliseconds it may take until then. Default: 2 minutes. */
  readonly patience?: number
}

/** A program that is ready. */
export interface Launched {
  readonly pid: number
  log(): string
  /** Asks it to end, and ends it after 20 seconds. */
  stop(): Promise<void>
  kill(): Promise<void>
}

const kept = 20_000
const graceful = 20_000

/** Linux ends the program with us, however we end; elsewhere it may outlive a SIGKILL of ours. */
const tied = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []

const start = ([file, ...args]: readonly [string, ...string[]], cwd: string | undefined): ChildProcess => {
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('close', () => process.off('exit', end))
  return child
}

/** Returns once a program is ready; throws when it ends before, or takes too long. */
const readiness = (child: ChildProcess, { name, patience = 120_000 }: Launch, isReady: () => boolean): Promise<void> =>
  new Promise((done, fail) => {
    const late = setTimeout(() => settle(`was not ready after ${patience / 1000} s`), patience)
    const settle = (fault?: string): void => {
      clearTimeout(late)
      if (fault === undefined) done()
      else fail(new Error(`${name} ${fault}`))
    }
    const look = (): void => {
      if (isReady()) settle()
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('error', (error) => settle(`cannot be started: ${error.message}`))
    child.once('close', (code, signal) => settle(`ended at its start with ${signal ?? code}`))
  })

/** Starts a program and returns when it is ready; throws with its last lines when it never is. */
export const launch = async (options: Launch): Promise<Launched> => {
  const child = start([...tied, ...options.command] as [string, ...string[]], options.cwd) // a command has a first word
  const ended = new Promise<void>((done) => {
    child.once('close', () => done())
    child.once('error', () => done())
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      written = (written + part).slice(-kept)
    })
  }
  const log = (): string => written.trimEnd().split('\n').slice(-30).join('\n')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    const stuck = setTimeout(() => child.kill('SIGKILL'), graceful)
    await ended
    clearTimeout(stuck)
  }
  try {
    await readiness(child, options, () => options.ready.test(written))
  } catch (error) {
    await end('SIGKILL')
    throw new Error(`${error instanceof Error ? error.message : String(error)}; its last lines:\n${log()}`, {
      cause: error,
    })
  }
  const pid = child.pid ?? 0 // it runs: it has one
  return { pid, log, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
