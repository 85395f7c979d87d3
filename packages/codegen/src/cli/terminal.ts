import type { Executor, SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Pipes } from './pipes.ts'

/** A graph that a command opened and closes. */
export interface OpenGraph {
  readonly db: Database<SchemaShape>
  readonly executor: Executor
  close(): Promise<void>
}

/** Where output goes: standard output, standard error. */
export interface Sink {
  readonly isTTY?: boolean | undefined
  /** How wide a terminal is; 0 for one that was never given a size. */
  readonly columns?: number | undefined
  write(text: string): unknown
}

/** All that a command has of the world around it. */
export interface Terminal {
  readonly directory: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly out: Sink
  readonly errors: Sink & NodeJS.WritableStream
  /** Standard input and output for bytes; absent where there are none. */
  readonly pipes?: Pipes | undefined
  /** Fires on Ctrl-C, and with a GraphError when nobody reads standard output any more. */
  readonly signal: AbortSignal
  readonly open: (url: string) => OpenGraph
  /** What is told on Ctrl-C of what stands by then. A command that writes to a graph keeps it true as it goes. */
  readonly standing: {
    text: string
    /** Standard output is led a dump: what is told to programs goes to standard error. */
    piped?: boolean
  }
}

/** What a command ends with: as it should be, a difference found, wrong use or failure. */
export type ExitCode = 0 | 1 | 2
