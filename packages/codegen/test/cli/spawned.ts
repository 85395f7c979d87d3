import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const loader = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/loader.mjs')

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

interface How {
  readonly environment?: Readonly<Record<string, string>>
  /** Interrupts the command once standard error says this. */
  readonly interruptAt?: string
  /** By what it is interrupted. @defaultValue `'SIGINT'` */
  readonly by?: NodeJS.Signals
  /** Stops reading this stream at the first that comes of it, as `head` does. */
  readonly leave?: 'stdout' | 'stderr'
}

/** Runs the command as a user's shell does, in a process of its own, from source. */
export const spawned = (
  folder: string,
  line: string,
  { environment = {}, interruptAt, by = 'SIGINT', leave }: How = {},
): Promise<Ended> =>
  new Promise((done, fail) => {
    const words = line.split(' ').filter((word) => word !== '')
    const { GRAPH_URL: _, ...inherited } = process.env
    const child = spawn(process.execPath, ['--conditions=motif-source', '--import', loader, main, ...words], {
      cwd: folder,
      env: { ...inherited, NODE_OPTIONS: '', ...environment },
    })
    let [out, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      out += part
    })
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part
      if (interruptAt !== undefined && errors.includes(interruptAt)) child.kill(by)
    })
    if (leave !== undefined) child[leave].once('data', () => child[leave].destroy())
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, errors }))
  })
