import type { Failure } from '../engine.ts'
import { constraintViolation } from './constraint-violation.ts'
import { failureRules } from './failure-rules.ts'
import { ServerFailure } from './server-failure.ts'

/** Codes that Neo4j 4.4 had in the wrong class. */
const rewritten: Readonly<Record<string, string>> = {
  'Neo.TransientError.Transaction.Terminated': 'Neo.ClientError.Transaction.Terminated',
  'Neo.TransientError.Transaction.LockClientStopped': 'Neo.ClientError.Transaction.LockClientStopped',
}

/** What an error means that came from a server, or from nowhere we know of. */
export const classifyError = (error: unknown): Failure => {
  if (!(error instanceof ServerFailure)) return unexpected(error)
  const engineCode = rewritten[error.code] ?? error.code
  const { serverMessage, gqlStatus = '' } = error
  const rule = failureRules.find(
    ({ code, says, status }) =>
      code.test(engineCode) && says?.test(serverMessage) !== false && status?.test(gqlStatus) !== false,
  )
  const failure: Failure = {
    code: rule?.means ?? 'ENGINE',
    message: rule?.message ?? error.message.trim(),
    engineCode,
    fault: rule === undefined ? 'engine' : (rule.fault ?? 'caller'),
    retryable: rule?.retryable ?? false,
    outcome: rule?.outcome ?? 'rolled back',
  }
  return failure.code === 'CONSTRAINT' ? { ...failure, ...constraintViolation(serverMessage) } : failure
}

/** A fault of this driver, or of something it calls: nobody knows how far the work came. */
const unexpected = (error: unknown): Failure => ({
  code: 'ENGINE',
  message: error instanceof Error ? error.message : String(error),
  fault: 'engine',
  outcome: 'unknown',
})
