import { GraphError } from '../error/graph-error.ts'
import { callSiteOf } from './call-site.ts'

/**
 * Who called is told by the stack of those who wait, and only looked up for a failure: to remember it at each call would
 * cost more than all else that a short query takes here.
 */
export const withCallSite = (error: unknown): unknown => {
  if (error instanceof GraphError && error.callSite === undefined) {
    Object.assign(error, { callSite: callSiteOf(new Error()) })
  }
  return error
}
