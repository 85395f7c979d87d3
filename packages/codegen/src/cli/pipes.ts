import type { Writable } from 'node:stream'
import { GraphError } from '@motif/core'
import type { Terminal } from './terminal.ts'

/** Where bytes come from and go to when a file is called `-`. */
export interface Pipes {
  readonly input: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined }
  readonly output: Writable & { readonly isTTY?: boolean | undefined }
}

const usage = (message: string): GraphError => new GraphError('USAGE', message, { outcome: 'not sent' })

const pipesOf = ({ pipes }: Terminal): Pipes => {
  if (pipes === undefined) throw usage('there is neither standard input nor output here: name a file')
  return pipes
}

/** Standard output for bytes. Throws USAGE where a person would see them. */
export const outputPipe = (terminal: Terminal): Pipes['output'] => {
  const { output } = pipesOf(terminal)
  if (output.isTTY === true)
    throw usage('a dump is no text: name a file by --output, or lead standard output elsewhere')
  return output
}

/** Standard input for bytes. Throws USAGE where a person would have to type them. */
export const inputPipe = (terminal: Terminal): Pipes['input'] => {
  const { input } = pipesOf(terminal)
  if (input.isTTY === true) throw usage('nothing is led into standard input: name a file')
  return input
}
