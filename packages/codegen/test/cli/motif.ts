import { openGraph } from '../../src/cli/open-graph.ts'
import { run } from '../../src/cli/run.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { TextSink } from './sink.ts'

interface Ended {
  readonly code: number
  readonly out: string
  readonly errors: string
}

export interface How {
  readonly environment?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** A terminal whose output is caught. */
export const terminalOf = (
  directory: string,
  { environment = {}, signal = new AbortController().signal }: How = {},
): Terminal & { readonly out: TextSink; readonly errors: TextSink } => ({
  directory,
  environment,
  signal,
  out: new TextSink(),
  errors: new TextSink(),
  open: (url) => openGraph(url, environment),
  standing: { text: 'nothing was written' },
})

/** Runs a command line in this process. A word with spaces in it is given in a list. */
export const motif = async (directory: string, line: string | readonly string[], how: How = {}): Promise<Ended> => {
  const terminal = terminalOf(directory, how)
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line
  const code = await run(words, '1.2.3', terminal)
  return { code, out: terminal.out.text, errors: terminal.errors.text }
}
