import { amend, GraphError } from '@motif/core'
import type { BookmarkManager } from '../bookmark-manager.ts'
import type { BeginRequest, Connection, IsolationLevel } from '../connection.ts'
import type { AcquireRequest, Engine } from '../engine.ts'
import { report } from '../error/report.ts'
import { acquire } from '../observe/acquire.ts'
import { answerGrace } from '../stream/answer-grace.ts'
import type { Deadline } from '../stream/deadline.ts'
import { outOfTime } from '../stream/out-of-time.ts'
import { ignore } from '../stream/wait.ts'
import { mustServe } from '../target.ts'
import type { Begun, Beginning } from './beginning.ts'
import type { Clock } from './retry-policy.ts'
import { TransactionCore } from './transaction-core.ts'

/** Begins a transaction on a connection of its own. */
export const beginTransaction = async (beginning: Beginning): Promise<TransactionCore> => {
  const { loaded, options, deadline, clock } = beginning
  mustKeep(loaded.engine, options.isolation)
  mustServe(loaded.engine, options)
  const opening = open(beginning)
  return new TransactionCore(beginning, await (deadline === undefined ? opening : orTooLate(opening, deadline, clock)))
}

const open = async (beginning: Beginning): Promise<Begun> => {
  const { engine } = beginning.loaded
  const manager = engine.capabilities.bookmarks ? beginning.bookmarkManager : undefined
  let connection: Connection | undefined
  let sent = false
  try {
    const acquired = acquire(engine, acquireRequest(beginning, manager))
    connection = acquired instanceof Promise ? await acquired : acquired
    if (beginning.home !== undefined) beginning.home.database ??= connection.database
    // As late as can be: others may have committed something while a connection was waited for.
    const known = manager?.bookmarks()
    const begin = beginRequest(beginning, known instanceof Promise ? await known : known)
    sent = true
    await connection.begin(begin)
    return { connection, begin }
  } catch (error) {
    await connection?.release()?.catch(ignore)
    const failure = report(engine, error)
    if (failure.outcome !== undefined) throw outOfTime(failure, beginning.deadline)
    throw amend(failure, { outcome: sent ? 'rolled back' : 'not sent' })
  }
}

const orTooLate = (opening: Promise<Begun>, deadline: Deadline, clock: Clock): Promise<Begun> =>
  deadline.race(opening, () => {
    // It comes too late for this caller; the next one can have it.
    opening.then(({ connection }) => connection.release()).catch(ignore)
    const late = deadline.error('it had not begun', { outcome: 'not sent' })
    return deadline.timedOut ? why(opening, late, clock) : late
  })

/** The pool was given the same time, so that it is about to say why it has no connection. */
const why = async (opening: Promise<Begun>, late: GraphError, clock: Clock): Promise<GraphError> => {
  let told = late
  const failing = opening.then(ignore, (error: unknown) => {
    if (error instanceof GraphError && error.code === 'TIMEOUT') told = error
  })
  await clock.wait(failing, answerGrace)
  return told
}

const beginRequest = (
  { access, options, door, deadline, before, home }: Beginning,
  bookmarks: readonly string[] | undefined,
): BeginRequest => ({
  access,
  isolation: options.isolation,
  // A further try has what time is left; the first is told what the caller said.
  timeout: options.serverTimeout ?? (before.length === 0 ? options.timeout : deadline?.remaining),
  metadata: options.metadata,
  bookmarks,
  database: options.database ?? home?.database,
  impersonatedUser: options.impersonatedUser,
  notifications: options.notifications,
  // Counted once for all tries, unless the count was lost as well.
  door: before.length === 0 || lostConnection(before.at(-1)) ? door : undefined,
})

const acquireRequest = (
  { access, options, deadline, callSite, before, home }: Beginning,
  manager: BookmarkManager | undefined,
): AcquireRequest => ({
  access,
  bookmarkManager: manager,
  database: options.database ?? home?.database,
  impersonatedUser: options.impersonatedUser,
  auth: options.auth,
  callSite,
  timeout: deadline?.remaining,
  signal: options.signal,
  fresh: lostConnection(before.at(-1)),
})

const lostConnection = (failure: unknown): boolean => failure instanceof GraphError && failure.code === 'CONNECTION'

const mustKeep = ({ name, capabilities }: Engine, isolation: IsolationLevel | undefined): void => {
  if (isolation === undefined || capabilities.isolation.includes(isolation)) return
  const why = capabilities.whyNot?.[isolation]
  const message = `${name} does not keep ${isolation} isolation${why === undefined ? '' : `: ${why}`}; it has ${capabilities.isolation.join(', ')}`
  throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
}
