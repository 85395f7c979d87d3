import type { Terminal } from './terminal.ts'

/** Tells a command's outcome on standard output: one JSON object for programs, else the text, which ends its last line. */
export const tell = (terminal: Terminal, json: boolean, object: unknown, text: string): void => {
  terminal.out.write(json ? `${JSON.stringify(object)}\n` : text)
}

/** Tells what the user should know beside the outcome; for programs it is in the object. */
export const warn = (terminal: Terminal, json: boolean, warnings: readonly string[]): void => {
  if (!json) for (const warning of warnings) terminal.errors.write(`warning: ${warning}\n`)
}
