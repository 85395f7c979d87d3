#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import { openGraph } from './open-graph.ts'
import { run, tellStopped } from './run.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** Milliseconds that a command has to come to its end after Ctrl-C. */
const grace = 1_000

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const words = process.argv.slice(2)
const interrupt = new AbortController()
const terminal: Terminal = {
  directory: process.cwd(),
  environment: process.env,
  out: process.stdout,
  errors: process.stderr,
  pipes: { input: process.stdin, output: process.stdout },
  signal: interrupt.signal,
  open: (url) => openGraph(url, process.env),
  standing: { text: 'nothing was written' },
}

/** What the command has ended with, though something of the user's may go on. */
const ended: { code?: ExitCode | 130 } = {}
const stop = (): void => {
  if (interrupt.signal.aborted) process.exit(130)
  interrupt.abort(new Error('interrupted'))
  // A statement inside an embedded engine cannot be stopped, nor a callback of the user's: they are not waited for.
  setTimeout(() => process.exit(ended.code ?? tellStopped(words, terminal)), grace).unref()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

// Whoever reads our output may stop early, as `head` does: what had to be done goes on to its end, but for what is only told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  const closed = error.code === 'EPIPE'
  if (!closed) process.exitCode = 2
  const what = closed ? 'was closed' : `cannot be written (${error.code ?? error.message})`
  interrupt.abort(new GraphError('ABORTED', `standard output ${what}`, { cause: error }))
})
process.stderr.on('error', () => {})

ended.code = await run(words, version, terminal)
process.exitCode ||= ended.code
