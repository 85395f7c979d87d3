import { GraphError } from '@motif/core'
import { Command, CommanderError } from 'commander'
import { commands } from './commands.ts'
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
  for (const add of commands) add(program, terminal, end)
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

/** The same for programs. */
const failureObject = (error: unknown): object => {
  if (error instanceof GraphError) return { code: error.code, message: error.message }
  if (error instanceof CommanderError) return { code: 'USAGE', message: error.message.replace(/^error: /, '') }
  return { message: String(error) }
}

/** Tells on standard error that the command failed, and as an object where a program reads. */
const tellFailure = (
  words: readonly string[],
  { out, errors, standing }: Terminal,
  error: object,
  text: string,
): void => {
  const json = words.includes('--json')
  if (json) (standing.piped === true ? errors : out).write(`${JSON.stringify({ error })}\n`)
  if (!json || standing.piped !== true) errors.write(text)
}

/** Tells that the command was stopped and what stands by then; gives the code to exit with. */
export const tellStopped = (words: readonly string[], terminal: Terminal): 2 | 130 => {
  const reason: unknown = terminal.signal.reason
  const failed = reason instanceof GraphError
  const message = `${failed ? reason.message : 'interrupted'}, ${terminal.standing.text}`
  tellFailure(words, terminal, { code: failed ? reason.code : 'ABORTED', message }, `motif: ${message}\n`)
  return failed ? 2 : 130
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
    if (terminal.signal.aborted) return tellStopped(words, terminal)
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    // commander has told its own
    tellFailure(words, terminal, failureObject(error), error instanceof CommanderError ? '' : `${failure(error)}\n`)
    return 2
  }
}
