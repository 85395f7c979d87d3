import { GraphError } from '@motif/core'

const error: Error = new GraphError('CONFLICT', 'another transaction won')

/** Read by whoever runs the bundle. */
export const verdict: string = error instanceof GraphError ? 'ok' : error.message
