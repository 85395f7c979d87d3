import { type ErrorCode, GraphError } from '@motif/core'
import { type Equal, same } from '../equal.ts'

declare const error: GraphError
same<Equal<typeof error.code, ErrorCode>>()
same<Equal<typeof error.retryable, boolean>>()

const conflict: GraphError = new GraphError('CONFLICT', 'another transaction won', { retryable: true })
export const code: ErrorCode = conflict.code
