import { amend, GraphError } from '@motif/core'
import type { Deadline } from '../stream/deadline.ts'
import { ignore } from '../stream/wait.ts'
import { nextDelay, type Clock, type RetrySettings } from './retry-policy.ts'
import { enterScope } from './scope.ts'
import type { TransactionCore } from './transaction-core.ts'

/** What managed work is run with. */
export interface ManagedRun<T> {
  readonly owner: object
  /** Told what the tries before it failed of. */
  readonly begin: (before: readonly unknown[]) => Promise<TransactionCore>
  readonly work: (transaction: TransactionCore) => Promise<T>
  readonly deadline: Deadline | undefined
  readonly retry: RetrySettings
  /** The caller said that the work may be applied twice. */
  readonly idempotent: boolean
  readonly clock: Clock
  readonly onRetry: (tries: number, delay: number, error: unknown) => void
}

/**
 * Runs the work in a transaction and commits it; tries again, in a new transaction, while that may help and time is
 * left. Nothing is retried whose outcome is not known, since it may be committed, unless the work is idempotent.
 */
export const runManaged = async <T>(run: ManagedRun<T>): Promise<T> => {
  const { clock, deadline, retry } = run
  let failedAt: number | undefined
  const causes: unknown[] = []
  for (;;) {
    const attempt = await once(run, causes)
    if (attempt.error === undefined) return attempt.value
    causes.push(attempt.error.cause)
    failedAt ??= clock.now()
    const delay = attempt.error.retryable && nextDelay(causes.length, clock.now() - failedAt, retry, clock.random())
    if (delay === false || delay === undefined) throw withAttempts(causes, delay === undefined)
    run.onRetry(causes.length, delay, causes.at(-1))
    const sleeping = clock.sleep(delay)
    await (deadline === undefined ? sleeping : deadline.race(sleeping, () => tooLate(deadline, causes)))
  }
}

type Attempt<T> =
  | { readonly error: undefined; readonly value: T }
  | { readonly error: { readonly cause: unknown; readonly retryable: boolean } }

/** One try: its value, or what it failed of. */
const once = async <T>(run: ManagedRun<T>, before: readonly unknown[]): Promise<Attempt<T>> => {
  const { owner, begin, work, deadline } = run
  let transaction: TransactionCore | undefined
  try {
    const made = await begin(before)
    transaction = made
    const level = undefined
    const working = enterScope({ owner, transaction: made, level }, async () => work(made))
    const value = await (deadline === undefined ? working : deadline.race(working, () => late(made, deadline)))
    await made.settle()
    if (made.failure !== undefined) throw made.failure
    if (made.state === 'open') await made.commitSettled()
    return { error: undefined, value }
  } catch (cause) {
    // When the deadline passed nobody waits for the engine: the roll-back goes on behind, and `close` waits for it.
    const rollingBack = transaction?.ended === false ? transaction.leave().catch(ignore) : undefined
    if (deadline?.reached !== true) await rollingBack
    return {
      error: { cause, retryable: deadline?.reached !== true && mayRetry(cause, transaction?.failure, run.idempotent) },
    }
  }
}

const late = (transaction: TransactionCore, deadline: Deadline): GraphError =>
  transaction.failure ?? deadline.error('it is rolled back', { outcome: 'rolled back' })

const tooLate = (deadline: Deadline, causes: readonly unknown[]): GraphError =>
  deadline.error('every try was rolled back', { outcome: 'rolled back', attempts: causes, cause: causes.at(-1) })

/** The work may have wrapped the error that took its transaction down. */
const mayRetry = (error: unknown, failure: GraphError | undefined, idempotent: boolean): boolean => {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth++) {
    if (cause === failure || cause instanceof GraphError) {
      if (!(cause instanceof GraphError)) return false
      return cause.outcome === 'unknown' ? idempotent && cause.code === 'CONNECTION' : cause.retryable
    }
  }
  return false
}

/** The last error; after several tries with the causes of all. An error of the caller's own stays as it is. */
const withAttempts = (causes: readonly unknown[], gaveUp: boolean): unknown => {
  const last = causes.at(-1)
  if (causes.length === 1 || !(last instanceof GraphError)) return last
  const tries = `${causes.length} tries`
  const message = gaveUp ? `${last.message} (gave up after ${tries})` : `${last.message} (after ${tries})`
  return amend(last, { message, attempts: causes, cause: last })
}
