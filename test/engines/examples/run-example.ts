import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of an example. */
export const folderOf = (example: string): string =>
  fileURLToPath(new URL(`../../../examples/${example}/`, import.meta.url))

/** What a program came to. */
interface Ended {
  readonly code: number | string | null | undefined
  readonly out: string
  readonly errors: string
}

/** Runs a program in the folder of an example, as its reader would. */
export const runExample = (
  example: string,
  [program, ...words]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const line = ['--import', 'tsx', '--conditions=motif-source', program, ...words]
    const options = { cwd: folderOf(example), env: { ...process.env, ...env } }
    const child = execFile(process.execPath, line, options, (error, out, errors) => {
      resolve({ code: error === null ? child.exitCode : error.code, out, errors })
    })
  })
