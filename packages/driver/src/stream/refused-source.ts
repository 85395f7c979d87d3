import type { GraphError } from '@motif/core'
import type { Source } from './source.ts'

const unreachable = (): never => {
  throw new Error('nothing was sent')
}

/** A statement that was never sent. */
export const refusedSource = (error: GraphError): Source => ({
  open: () => Promise.reject(error),
  pull: unreachable,
  discard: unreachable,
  decode: unreachable,
  ended: () => undefined,
  stop: () => ({ outcome: 'not sent', after: 'it was not sent' }),
  report: () => error,
})
