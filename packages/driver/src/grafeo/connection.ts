import { GraphError, type Access } from '@motif/core'
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
import { exportedRows, type ReadRows } from './arrow/exported-rows.ts'
import type { NativeDatabase, NativeResult, NativeTransaction } from './native.ts'
import { turn } from '../stream/wait.ts'
import { unchanged } from '../unchanged.ts'
import type { TurnClock } from './turn-clock.ts'
import { planFrom } from './plan.ts'

/** A result of which rows are left. */
interface Open {
  readonly result: NativeResult
  readonly access: Access
  readonly length: number
  /** What reads its rows from the engine's export, if they were exported. */
  readonly exported: ReadRows | undefined
  at: number
}

/** Results as short as this are converted without a look at the clock. */
const negligible = 16

/** So many values are exported in a quarter of a millisecond. */
const brief = 8_192

/** Rows handed over at once: what the reader does with them counts towards the turn's budget when the next are wanted. */
const most = 500

/** The engine's own words for the levels it keeps. */
const levels: Partial<Record<IsolationLevel, string>> = { 'read committed': 'read_committed', snapshot: 'snapshot' }

/** One line of work with the embedded engine; costs nothing to make. */
export class GrafeoConnection implements Connection {
  readonly #database: NativeDatabase
  readonly #clock: TurnClock
  /** Made for the first result that does not come whole with its reply. */
  #open: Map<number, Open> | undefined
  #transaction: NativeTransaction | undefined
  #cursors = 0

  constructor(database: NativeDatabase, clock: TurnClock) {
    this.#database = database
    this.#clock = clock
  }

  async begin({ isolation }: BeginRequest): Promise<void> {
    this.#transaction = this.#database.beginTransaction(isolation === undefined ? undefined : levels[isolation])
  }

  async run({ text, params, access, columns, fetch }: RunRequest): Promise<RunReply> {
    const result = await (this.#transaction ?? this.#database).executeCypher(text, params)
    const cursor = ++this.#cursors
    const plan = planOf(text, result)
    if (plan !== undefined)
      return {
        cursor,
        columns: result.columns,
        page: { layout: 'records', rows: [], tail: { ...unchanged, ...plan } },
      }
    const short = result.length <= negligible
    const exported = short ? undefined : await this.#exported(result, columns)
    const open: Open = { result, access, length: result.length, exported, at: 0 }
    const page = short ? convert(open, fetch, Number.POSITIVE_INFINITY) : await this.#slice(open, fetch)
    if (page.tail === undefined) (this.#open ??= new Map()).set(cursor, open)
    const [first] = page.rows
    // Asking the engine for the names costs as much as converting a row.
    return { cursor, columns: first === undefined ? result.columns : Object.keys(first as object), page }
  }

  async pull({ cursor, fetch }: PullRequest): Promise<Page> {
    const open = this.#open?.get(cursor)
    if (open === undefined)
      throw new GraphError('PROTOCOL', 'rows were asked for of a result that is not open', { fault: 'engine' })
    const page = await this.#slice(open, fetch)
    if (page.tail !== undefined) this.#open?.delete(cursor)
    return page
  }

  async discard(cursor: number): Promise<Tail | undefined> {
    const open = this.#open?.get(cursor)
    this.#open?.delete(cursor)
    return open === undefined ? undefined : tailOf(open)
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

  release(): Promise<void> | undefined {
    this.#open?.clear()
    return this.#transaction === undefined ? undefined : this.rollback()
  }

  get #held(): NativeTransaction {
    if (this.#transaction === undefined) throw new GraphError('TRANSACTION', 'no transaction is open')
    return this.#transaction
  }

  /** An export is made in one go: a long one begins a turn of its own. */
  async #exported(result: NativeResult, columns: RunRequest['columns'] = []): Promise<ReadRows | undefined> {
    if (result.length * columns.length > brief) await turn()
    return exportedRows(result, columns)
  }

  async #slice(open: Open, fetch: number | undefined): Promise<Page> {
    return convert(open, fetch, this.#clock.now() ?? (await this.#clock.soon()))
  }
}

/** Rows from where the last slice ended until the time is up, at least a few. */
const convert = (open: Open, fetch: number | undefined, until: number): Page => {
  const { exported, length } = open
  const end = Math.min(length, open.at + Math.max(1, fetch ?? most))
  const rows = exported?.(open.at, Math.min(end, open.at + most)) ?? convertEach(open, end, until)
  open.at += rows.length
  return { layout: 'records', rows, tail: open.at >= length ? tailOf(open) : undefined }
}

const convertEach = ({ result, at: start }: Open, end: number, until: number): unknown[] => {
  const rows: unknown[] = []
  for (let at = start; at < end; ) {
    rows.push(result.get(at++))
    // Not for every row, since a look at the clock costs a thirtieth of a conversion.
    if (at % 8 === 0 && performance.now() >= until) break
  }
  return rows
}

const words = { set: 'SAVEPOINT', release: 'RELEASE SAVEPOINT', rollback: 'ROLLBACK TO SAVEPOINT' }

const tailOf = ({ access, result }: Open): Tail => {
  if (access === 'read') return unchanged
  const { edgesCreated, edgesDeleted, ...counters } = result.counters
  return { counters: { ...counters, relationshipsCreated: edgesCreated, relationshipsDeleted: edgesDeleted } }
}

/** The engine answers EXPLAIN and PROFILE with the plan in the place of the rows. */
const planOf = (text: string, result: NativeResult): Pick<Tail, 'plan' | 'profile'> | undefined => {
  if (!/^\s*(?:EXPLAIN|PROFILE)\b/i.test(text)) return undefined
  const profile = planFrom(result.profile)
  return { plan: profile ?? planFrom(result.get(0)['plan']), profile }
}
