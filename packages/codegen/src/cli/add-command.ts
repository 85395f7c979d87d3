import type { Command } from 'commander'
import type { ExitCode, Terminal } from './terminal.ts'

/**
 * Adds one command to the program: its name, its options, a help text with an example, and an action that ends with an
 * exit code.
 *
 * @example
 * export const addCount: AddCommand = (program, terminal, end) => {
 *   withGraphFlags(program.command('count'))
 *     .description('count the nodes')
 *     .addHelpText('after', help)
 *     .action(async (flags: GraphFlags) => end(await run(flags, terminal)))
 * }
 */
export type AddCommand = (program: Command, terminal: Terminal, end: (code: ExitCode) => void) => void
