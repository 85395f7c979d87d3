import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A checkout of TestKit beside this one. */
export class Testkit {
  readonly folder: string
  readonly python: string
  readonly script: string = join(import.meta.dirname, 'unit.py')

  constructor(folder: string, python: string) {
    this.folder = resolve(folder)
    this.python = python
  }

  /** The names of all tests in these folders of `tests/stub`, each once. */
  list(folders: readonly string[]): readonly string[] {
    if (folders.length === 0) return []
    const printed = execFileSync(this.python, [this.script, 'list', ...folders], {
      cwd: this.folder,
      env: this.env(),
      encoding: 'utf8',
    })
    return JSON.parse(printed) as string[]
  }

  /** What TestKit reads; the driver's name is ours, since it excuses drivers it knows. */
  env(): NodeJS.ProcessEnv {
    return { ...process.env, PYTHONPATH: this.folder, TEST_DRIVER_NAME: 'motif', TEST_BACKEND_PORT: '9876' }
  }

  commit(): string {
    try {
      return execFileSync('git', ['rev-parse', 'HEAD'], {
        cwd: this.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return readFileSync(join(this.folder, 'COMMIT'), 'utf8').trim()
    }
  }
}
