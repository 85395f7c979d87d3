import { GraphError } from '@motif/core'
import type {
  BeginRequest,
  CommitReply,
  Connection,
  IsolationLevel,
  Page,
  PullRequest,
  RunReply,
  RunRequest,
  SavepointRequest,
  Tail,
} from '../connection.ts'
import type { NativeDatabase, NativeResult, NativeTransaction } from './native.ts'
import type { TurnClock } from './turn-clock.ts'

/** A result of which rows are left. */
interface Open {
  readonly result: NativeResult
  readonly length: number
  at: number
}

/** The engine's own words for the levels it keeps. */
const levels: Partial<Record<IsolationLevel, string>> = { 'read committed': 'read_committed', snapshot: 'snapshot' }

/** One line of work with the embedded engine; costs nothing to make. */
export class GrafeoConnection implements Connection {
  readonly #database: NativeDatabase
  readonly #clock: TurnClock
  readonly #open: Map<number, Open> = new Map()
  #transaction: NativeTransaction | undefined
  #cursors = 0

  constructor(database: NativeDatabase, clock: TurnClock) {
    this.#database = database
    this.#clock = clock
  }

  async begin({ isolation }: BeginRequest): Promise<void> {
    this.#transaction = this.#database.beginTransaction(isolation === undefined ? undefined : levels[isolation])
  }

  async run({ text, params, fetch }: RunRequest): Promise<RunReply> {
    const result = await (this.#transaction ?? this.#database).executeCypher(text, params)
    const cursor = ++this.#cursors
    const { columns } = result
    const plan = planOf(text, result)
    if (plan !== undefined) return { cursor, columns, page: { layout: 'records', rows: [], tail: { ...tailOf(result), plan } } }
    const open = { result, length: result.length, at: 0 }
    const page = await this.#convert(open, fetch)
    if (page.tail === undefined) this.#open.set(cursor, open)
    return { cursor, columns, page }
  }

  async pull({ cursor, fetch }: PullRequest): Promise<Page> {
    const open = this.#open.get(cursor)
    if (open === undefined) throw new GraphError('PROTOCOL', 'rows were asked for of a result that is not open', { fault: 'engine' })
    const page = await this.#convert(open, fetch)
    if (page.tail !== undefined) this.#open.delete(cursor)
    return page
  }

  async discard(cursor: number): Promise<Tail | undefined> {
    const open = this.#open.get(cursor)
    this.#open.delete(cursor)
    return open === undefined ? undefined : tailOf(open.result)
  }

  async commit(): Promise<CommitReply> {
    this.#held.commit()
    this.#transaction = undefined
    return {}
  }

  async rollback(): Promise<void> {
    const transaction = this.#transaction
    this.#transaction = undefined
    transaction?.rollback()
  }

  async savepoint({ action, name }: SavepointRequest): Promise<void> {
    await this.#held.execute(`${words[action]} ${name}`)
  }

  interrupt(): Promise<void> {
    return Promise.reject(new GraphError('UNSUPPORTED_FEATURE', 'grafeo cannot stop a running query'))
  }

  async release(): Promise<void> {
    this.#open.clear()
    await this.rollback()
  }

  get #held(): NativeTransaction {
    if (this.#transaction === undefined) throw new GraphError('TRANSACTION', 'no transaction is open')
    return this.#transaction
  }

  async #convert(open: Open, fetch: number | undefined): Promise<Page> {
    const { result, length } = open
    const until = await this.#clock.slice(Math.min(length - open.at, fetch ?? length))
    const end = fetch === undefined ? length : Math.min(length, open.at + fetch)
    const rows: unknown[] = []
    let { at } = open
    while (at < end) {
      rows.push(result.get(at++))
      // Every fourth row, since looking at the clock costs a thirtieth of converting one.
      if (at % 4 === 0 && performance.now() >= until) break
    }
    open.at = at
    return { layout: 'records', rows, tail: at >= length ? tailOf(result) : undefined }
  }
}

const words = { set: 'SAVEPOINT', release: 'RELEASE SAVEPOINT', rollback: 'ROLLBACK TO SAVEPOINT' }

const tailOf = ({ counters }: NativeResult): Tail => ({
  counters: {
    nodesCreated: counters.nodesCreated,
    nodesDeleted: counters.nodesDeleted,
    relationshipsCreated: counters.edgesCreated,
    relationshipsDeleted: counters.edgesDeleted,
    propertiesSet: counters.propertiesSet,
    labelsAdded: counters.labelsAdded,
    labelsRemoved: counters.labelsRemoved,
  },
})

/** The engine answers EXPLAIN and PROFILE with the plan in the place of the rows. */
const planOf = (text: string, result: NativeResult): unknown => {
  if (!/^\s*(?:EXPLAIN|PROFILE)\b/i.test(text)) return undefined
  return result.profile ?? result.get(0)['plan']
}
