import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Testkit } from './testkit.ts'
import type { Verdict } from './tally.ts'

/** Whatever else is printed, a verdict stands on a line that begins so. */
const mark = '\u001e'

/**
 * A network of its own for a backend and the servers of TestKit, whose ports are fixed. Some tests want an address that
 * is not the loopback's, and scripts are rewritten into the temporary folder under fixed names.
 */
export class Namespace {
  readonly #testkit: Testkit
  readonly #backend: ChildProcess
  readonly #folder: string = mkdtempSync(join(tmpdir(), 'motif-testkit-'))

  private constructor(testkit: Testkit, backend: ChildProcess) {
    this.#testkit = testkit
    this.#backend = backend
  }

  static async open(number: number, testkit: Testkit): Promise<Namespace> {
    const network = `ip link set lo up; ip link add motif${number} type veth peer name peer${number} 2>/dev/null &&
      ip addr add 10.77.${number}.1/24 dev motif${number} && ip link set motif${number} up && ip link set peer${number} up
      exec "$@"`
    const node = [
      process.execPath,
      '--import',
      'tsx',
      '--conditions=motif-source',
      join(import.meta.dirname, 'main.ts'),
    ]
    const backend = spawn('unshare', ['-n', 'sh', '-c', network, 'sh', ...node], {
      env: testkit.env(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(createInterface({ input: backend.stdout }), 'line')
    return new Namespace(testkit, backend)
  }

  /** Runs these tests one after the other; returns the names of those that came to an end. */
  async run(tests: readonly string[], tell: (verdict: Verdict) => void): Promise<ReadonlySet<string>> {
    const done = new Set<string>()
    const { python, script, folder } = this.#testkit
    const enter = ['-t', String(this.#backend.pid), '-n', python, script, 'run', ...tests]
    const env = { ...this.#testkit.env(), TMPDIR: this.#folder }
    const running = spawn('nsenter', enter, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
    createInterface({ input: running.stdout }).on('line', (line) => {
      if (!line.startsWith(mark)) return
      const verdict = JSON.parse(line.slice(mark.length)) as Verdict
      done.add(verdict.id)
      tell(verdict)
    })
    await once(running, 'close')
    return done
  }

  async close(): Promise<void> {
    this.#backend.kill()
    await once(this.#backend, 'close')
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
