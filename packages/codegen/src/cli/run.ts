import { GraphError } from '@motif/core'
import { Command, CommanderError } from 'commander'
import { addCheck } from './commands/check.ts'
import { addGenerate } from './commands/generate.ts'
import { addInit } from './commands/init.ts'
import type { ExitCode, Terminal } from './terminal.ts'

const programOf = (version: string, terminal: Terminal, end: (code: ExitCode) => void): Command => {
  const program = new Command('motif')
    .description('Types for a graph: reads it, writes TypeScript and zod, and checks that they still fit.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.errors.write(text),
    })
    .addHelpText('after', '\nExample:\n  $ motif generate --url grafeo:./air.db')
  addInit(program, terminal, end)
  addGenerate(program, terminal, end)
  addCheck(program, terminal, end)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

/** An error in words; the stack and the cause only for one that we did not expect. */
const failure = (error: unknown): string => {
  if (error instanceof GraphError) {
    const engine = error.engineCode === undefined ? '' : ` [${error.engineCode}]`
    return `motif: ${error.message}${engine}${error.retryable ? ' (trying again may help)' : ''}`
  }
  return `motif: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

/** Runs one command line; gives the code to exit with. Errors are told on standard error. */
export const run = async (words: readonly string[], version: string, terminal: Terminal): Promise<ExitCode | 130> => {
  let code: ExitCode = 0
  const program = programOf(version, terminal, (ended) => {
    code = ended
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.errors.write('motif: interrupted, nothing was written\n')
      return 130
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const json = words.includes('--json')
    if (json)
      terminal.out.write(
        `${JSON.stringify({ error: error instanceof GraphError ? { code: error.code, message: error.message } : { message: String(error) } })}\n`,
      )
    terminal.errors.write(`${failure(error)}\n`)
    return 2
  }
}
