import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

/** What the newest compiler says against a program. */
export const complaintsOf = (folder: string): Promise<readonly string[]> =>
  promisify(execFile)(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }).then(
    () => [],
    (error: { readonly stdout: string }) => error.stdout.split('\n').filter((line) => /error TS\d+/.test(line)),
  )
