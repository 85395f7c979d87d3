import { GraphError } from '@motif/core'

/** For bytes that break the protocol; the connection they came on can be used no more. */
export const protocolError = (what: string): GraphError =>
  new GraphError('PROTOCOL', `the server sent ${what}`, { fault: 'engine' })

/** For a value of which the end did not come. */
export const cutOff = (): GraphError => protocolError('a value longer than its message')
