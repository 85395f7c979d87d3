import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A TypeScript compiler that Motif's declarations must please. */
export interface Compiler {
  readonly name: '5.9' | '6.0' | '7.0'
  /** The script that runs it. */
  readonly script: string
}

const { resolve } = createRequire(import.meta.url)

const scriptOf = (packageName: string, file: string): string =>
  join(dirname(resolve(`${packageName}/package.json`)), file)

/** The compiler Motif itself is built with. */
export const newestCompiler: Compiler = { name: '7.0', script: scriptOf('typescript', 'bin/tsc') }

const older: readonly Compiler[] = [
  { name: '5.9', script: scriptOf('typescript-5.9', 'lib/tsc.js') },
  { name: '6.0', script: scriptOf('typescript-6', 'lib/tsc.js') },
]

/** Every compiler we promise to users, oldest first. */
export const allCompilers: readonly Compiler[] = [...older, newestCompiler]

/** The compilers a run of the tests asks for: the newest, or with `MOTIF_COMPILERS=all` every one. */
export const chosenCompilers: readonly Compiler[] =
  process.env['MOTIF_COMPILERS'] === 'all' ? allCompilers : [newestCompiler]
