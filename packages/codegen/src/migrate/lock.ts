import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { GraphError } from '@motif/core'
import { type AnyGraph, type AnyTransaction, numberOf, rowsOf } from './graph-handle.ts'

/** Milliseconds that a lock is good for without being renewed. */
const term = 60_000

/** Who holds the lock, since when, and until when it is good; moments in milliseconds of the graph's own clock. */
export interface LockHolder {
  readonly owner: string
  readonly since: number
  readonly expires: number
}

const moment = (at: number): string => new Date(at).toISOString()

const read =
  'MATCH (l:_MotifLock {id: $id}) RETURN l.owner AS owner, l.since AS since, l.expires AS expires, timestamp() AS now'
const id = 'migrate'

const refused = ({ owner, since, expires }: LockHolder, now: number): GraphError => {
  const way =
    expires < now
      ? `it has not been renewed since ${moment(expires - term)}: if that run is dead, take it with --take-lock`
      : `it is good until ${moment(expires)} unless renewed: wait for it to end`
  return new GraphError('CONFLICT', `migrations of this graph are locked by ${owner} since ${moment(since)}; ${way}`, {
    outcome: 'rolled back',
  })
}

/** Who holds the lock of a graph; undefined when nobody does. */
export const lockHolder = async (db: AnyGraph): Promise<LockHolder | undefined> => {
  const [row] = await rowsOf<{ owner: string | null; since: number; expires: number }>(db, read, { id })
  return row === undefined || row.owner === null
    ? undefined
    : { owner: row.owner, since: row.since, expires: row.expires }
}

/**
 * The right to change a graph by migrations, which one runner has at a time. It is held by writing: every transaction of
 * the run renews it, so that a runner whose lock was taken over can change nothing more.
 */
export class Lock {
  readonly #db: AnyGraph
  readonly owner: string
  #timer: NodeJS.Timeout | undefined
  #renewal: Promise<unknown> = Promise.resolve()
  #renewed = 0

  constructor(db: AnyGraph) {
    this.#db = db
    this.owner = `${hostname()}, process ${process.pid} (${randomBytes(2).toString('hex')})`
  }

  /**
   * Takes the lock. `takeOver`: also one that its holder has not renewed in time.
   *
   * @throws GraphError CONFLICT naming the holder.
   */
  static async take(db: AnyGraph, takeOver: boolean): Promise<Lock> {
    const lock = new Lock(db)
    await db.write((transaction) => lock.#claim(transaction, takeOver))
    lock.#renewed = Date.now()
    lock.#timer = setInterval(() => lock.#renewUnlessRecent(), term / 3).unref()
    return lock
  }

  /** Renews the lock inside a transaction. Throws a GraphError CONFLICT when it is no longer ours, which ends the transaction. */
  async hold(transaction: AnyTransaction): Promise<void> {
    const text =
      'MATCH (l:_MotifLock {id: $id, owner: $owner}) SET l.expires = timestamp() + $term RETURN count(l) AS held'
    const held = await numberOf(transaction, text, 'held', { id, owner: this.owner, term })
    if (held === 0) {
      throw new GraphError('CONFLICT', 'another run has taken over the lock: this one changes nothing more', {
        outcome: 'rolled back',
      })
    }
    this.#renewed = Date.now()
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    clearInterval(this.#timer)
    await this.#renewal
    await rowsOf(this.#db, 'MATCH (l:_MotifLock {id: $id, owner: $owner}) DELETE l', { id, owner: this.owner })
  }

  async #claim(transaction: AnyTransaction, takeOver: boolean): Promise<void> {
    // Written first and read then: whoever comes second waits here, or fails, on every engine.
    await rowsOf(transaction, 'MERGE (l:_MotifLock {id: $id}) SET l.asked = $owner', { id, owner: this.owner })
    const [row] = await rowsOf<LockHolder & { owner: string | null; now: number }>(transaction, read, { id })
    if (row !== undefined && row.owner !== null && !(takeOver && row.expires < row.now)) throw refused(row, row.now)
    const text =
      'MATCH (l:_MotifLock {id: $id}) SET l.owner = $owner, l.since = timestamp(), l.expires = timestamp() + $term'
    await rowsOf(transaction, text, { id, owner: this.owner, term })
  }

  /** During a statement that takes long, nothing else renews it. */
  #renewUnlessRecent(): void {
    if (Date.now() - this.#renewed < term / 3) return
    // A conflict means that a transaction of ours has just renewed it; a lock that was lost is found out by the next.
    this.#renewal = this.#db.write((transaction) => this.hold(transaction)).catch(() => {})
  }
}
