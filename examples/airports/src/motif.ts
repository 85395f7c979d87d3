import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the files of this example are relative to. */
export const here: string = fileURLToPath(new URL('..', import.meta.url))

// In a project of your own this is `npx motif …`. Here the command runs from its source, in a process like this one.
export const command: string = fileURLToPath(new URL('cli/main.ts', import.meta.resolve('@motif/codegen')))

/** Runs the `motif` command; its report goes where ours goes. */
export const motif = async (...words: readonly string[]): Promise<void> => {
  const child = spawn(process.execPath, [...process.execArgv, command, ...words], { cwd: here, stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`motif ${words.join(' ')} ended with ${code}`)
}
