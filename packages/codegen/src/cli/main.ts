#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { openGraph } from './open-graph.ts'
import { run } from './run.ts'

/** Milliseconds that a command has to come to its end after Ctrl-C. */
const grace = 1_000

const interrupt = new AbortController()
const standing = { text: 'nothing was written' }
const stop = (): void => {
  if (interrupt.signal.aborted) process.exit(130)
  interrupt.abort(new Error('interrupted'))
  // A statement inside an embedded engine cannot be stopped: it is not waited for.
  const leave = (): void => {
    process.stderr.write(`motif: interrupted, ${standing.text}\n`)
    process.exit(130)
  }
  setTimeout(leave, grace).unref()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)

// Whoever reads our output may stop early, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

process.exitCode = await run(process.argv.slice(2), version, {
  directory: process.cwd(),
  environment: process.env,
  out: process.stdout,
  errors: process.stderr,
  pipes: { input: process.stdin, output: process.stdout },
  signal: interrupt.signal,
  open: (url) => openGraph(url, process.env),
  standing,
})
