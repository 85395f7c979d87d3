import { type ErrorCode, type ErrorDetails, GraphError } from './graph-error.ts'

/** What may be told otherwise. */
export interface Amendment extends ErrorDetails {
  readonly code?: ErrorCode
  readonly message?: string
}

/**
 * The same error with other facts: what was tried, or what became of it.
 *
 * @example
 * throw amend(error, { message: `the order was not placed: ${error.message}`, cause: error })
 */
export const amend = (error: GraphError, change: Amendment): GraphError => {
  const { name: _, ...shown } = error
  const { params, values, issues, cause, stack } = error
  const { code, message, ...details } = { ...shown, message: error.message, params, values, issues, cause, ...change }
  const changed = new GraphError(code, message, details)
  if (stack !== undefined && change.message === undefined) changed.stack = stack
  return changed
}
