import { GraphError } from '@motif/core'
import { type Address, addressText } from '../address.ts'
import type { Metadata } from '../channel.ts'
import { isFatal, serverCode } from './is-fatal.ts'
import { readTable } from './read-table.ts'
import type { TableRequest } from './router.ts'
import type { RoutingClock } from './routing-clock.ts'
import type { RoutingTable } from './routing-table.ts'

/** Asks one server for a table; the signal fires when nobody waits any more, and its connection is thrown away then. */
type FetchTable = (address: Address, request: TableRequest, signal: AbortSignal) => Promise<Metadata>

export interface DiscoveryOptions {
  /** The server the user named. */
  readonly seed: Address
  /** Turns that one into those to ask first; itself when absent. */
  readonly resolver?: ((seed: Address) => readonly Address[] | Promise<readonly Address[]>) | undefined
  readonly fetchTable: FetchTable
  /** Milliseconds that one server has to answer, connecting included. */
  readonly answerTimeout: number
  readonly clock: RoutingClock
}

/** What is known before a table is fetched. */
export interface Known {
  /** The table that is to be replaced. */
  readonly table: RoutingTable | undefined
  /** Routers of other databases, asked when nobody else answers. */
  readonly others: readonly Address[]
  /** Told of each server that gave no table. */
  readonly failed: (address: Address, error: unknown) => void
}

/** A router that gave no table, and why. */
interface Attempt {
  readonly router: string
  readonly error: unknown
}

/** Finds a server that gives a table. */
export class Discovery {
  readonly #options: DiscoveryOptions
  readonly #closing: AbortController = new AbortController()

  constructor(options: DiscoveryOptions) {
    this.#options = options
  }

  close(): void {
    this.#closing.abort(new GraphError('USAGE', 'the database is closed', { outcome: 'not sent' }))
  }

  /** Throws at once what every router would say, and a GraphError CONNECTION with all causes when none gave a table. */
  async find(request: TableRequest, known: Known): Promise<RoutingTable> {
    const attempts: Attempt[] = []
    const asked = new Set<string>()
    for (const group of this.#groups(known)) {
      for (const address of await group(attempts)) {
        const router = addressText(address)
        if (asked.has(router)) continue
        asked.add(router)
        const found = await this.#ask(address, request).catch((error: unknown) => ({ error }))
        if (!('error' in found)) return found
        if (isFatal(found.error)) throw found.error
        attempts.push({ router, error: found.error })
        known.failed(address, found.error)
      }
    }
    throw nobody(request.database, attempts)
  }

  /**
   * A table that came without writers may be that of a cut-off minority: its routers are asked last, or they would be
   * asked for ever.
   */
  #groups({ table, others }: Known): readonly ((attempts: Attempt[]) => Promise<readonly Address[]>)[] {
    const seeds = (attempts: Attempt[]): Promise<readonly Address[]> => this.#seeds(attempts)
    const routers = table?.routers ?? []
    const own = (): Promise<readonly Address[]> => Promise.resolve(routers)
    const foreign = (): Promise<readonly Address[]> => Promise.resolve(others)
    return table === undefined || table.cameWithoutWriters ? [seeds, own, foreign] : [own, seeds, foreign]
  }

  async #seeds(attempts: Attempt[]): Promise<readonly Address[]> {
    const { seed, resolver } = this.#options
    if (resolver === undefined) return [seed]
    try {
      return await this.#limited('the resolver', async () => resolver(seed))
    } catch (error) {
      if (error instanceof GraphError && isFatal(error)) throw error
      attempts.push({ router: 'the resolver', error })
      return []
    }
  }

  async #ask(from: Address, request: TableRequest): Promise<RoutingTable> {
    const { clock, fetchTable } = this.#options
    try {
      const answer = await this.#limited(addressText(from), (signal) => fetchTable(from, request, signal))
      return readTable(answer, { from, database: request.database, now: clock.now() })
    } catch (error) {
      if (serverCode(error) === 'Neo.ClientError.Procedure.ProcedureNotFound') throw cannotRoute(from, error)
      throw error
    }
  }

  /** Waits for one answer as long as it has, or until everything closes. */
  #limited<T>(who: string, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { answerTimeout, clock } = this.#options
    const closing = this.#closing.signal
    const given = new AbortController()
    let forget = (): void => {}
    const answer = new Promise<T>((resolve, reject) => {
      const giveUp = (error: unknown): void => {
        given.abort(error)
        reject(error)
      }
      const close = (): void => giveUp(closing.reason)
      if (closing.aborted) return close()
      closing.addEventListener('abort', close, { once: true })
      const callOff = clock.after(answerTimeout, () => giveUp(tooLate(who, answerTimeout)))
      forget = () => {
        callOff()
        closing.removeEventListener('abort', close)
      }
      start(given.signal).then(resolve, reject)
    })
    return answer.finally(forget)
  }
}

const tooLate = (who: string, milliseconds: number): GraphError =>
  new GraphError('TIMEOUT', `${who} took longer than ${milliseconds} ms to say which servers there are`, {
    fault: 'surroundings',
    retryable: true,
    outcome: 'not sent',
  })

const cannotRoute = (address: Address, cause: unknown): GraphError =>
  new GraphError(
    'USAGE',
    `${addressText(address)} knows nothing of routing: connect to it with bolt:// instead of neo4j://`,
    { outcome: 'not sent', cause },
  )

const nobody = (database: string | undefined, attempts: readonly Attempt[]): GraphError => {
  const which = database === undefined ? 'the home database' : `database ${JSON.stringify(database)}`
  const tried = attempts.map(
    ({ router, error }) => `${router}: ${error instanceof Error ? error.message : String(error)}`,
  )
  const why = tried.length === 0 ? 'there is nobody to ask' : tried.join('; ')
  return new GraphError('CONNECTION', `no router told which servers serve ${which} (${why})`, {
    fault: attempts.length > 0 && attempts.every(({ error }) => isCallers(error)) ? 'caller' : 'surroundings',
    retryable: attempts.length === 0 || attempts.some(({ error }) => mayPass(error)),
    outcome: 'not sent',
    attempts: attempts.map(({ error }) => error),
    cause: attempts.at(-1)?.error,
  })
}

const mayPass = (error: unknown): boolean => !(error instanceof GraphError) || error.retryable

const isCallers = (error: unknown): boolean => error instanceof GraphError && error.fault === 'caller'
