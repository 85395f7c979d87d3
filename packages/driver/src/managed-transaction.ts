import {
  Graph,
  runOn,
  type Arguments,
  type Executor,
  type Prepared,
  type Query,
  type RowOfQuery,
  type Runnable,
  type GraphSettings,
  type SchemaShape,
  type Summary,
} from '@motif/core'
import { lockingQuery } from './locking-query.ts'
import type { Limits } from './stream/deadline.ts'
import type { TransactionCore } from './transaction/transaction-core.ts'

/** Any query of Motif's: built by clauses, a whole statement, or prepared. */
export type AnyQuery<P, Row> = Runnable<P, Row> | Prepared<P, Row>

/**
 * The transaction that `db.read` and `db.write` hand to their work. Queries are built from it as from a database, or
 * built elsewhere and run in it; they queue in the order they were issued.
 *
 * @example
 * await db.write(async tx => {
 *   await tx.run(rename, { id: 7, name: 'Ada' })
 *   return tx.match('(u:User {id: $id})').return('u.name AS name').one({ id: 7 })
 * })
 */
export class ManagedTransaction<S extends SchemaShape> extends Graph<S> {
  readonly #core: TransactionCore

  constructor(core: TransactionCore, settings: GraphSettings<S, unknown> | undefined) {
    super({ executor: core, ...settings, transaction: true })
    this.#core = core
  }

  /** What queries of one's own making are run on inside the transaction. */
  get executor(): Executor {
    return this.#core
  }

  /** Runs a query here and returns all rows. */
  run<P, Row>(query: AnyQuery<P, Row>, ...args: Arguments<P>): Promise<RowOfQuery<Row>[]> {
    return runOn(query, this.#core).run(...args)
  }

  /** The first row, or undefined when there is none. */
  first<P, Row>(query: AnyQuery<P, Row>, ...args: Arguments<P>): Promise<RowOfQuery<Row> | undefined> {
    return runOn(query, this.#core).first(...args)
  }

  /** Exactly one row. Throws a GraphError RESULT_SHAPE when there is none, or more than one. */
  one<P, Row>(query: AnyQuery<P, Row>, ...args: Arguments<P>): Promise<RowOfQuery<Row>> {
    return runOn(query, this.#core).one(...args)
  }

  /** Rows as they come. The loop has to end before the transaction does. */
  stream<P, Row>(query: AnyQuery<P, Row>, ...args: Arguments<P>): AsyncIterable<RowOfQuery<Row>> {
    return runOn(query, this.#core).stream(...args)
  }

  /** Runs a query here for its effect and returns the counters. */
  execute<P, Row>(query: AnyQuery<P, Row>, ...args: Arguments<P>): Promise<Summary> {
    return runOn(query, this.#core).execute(...args)
  }

  /**
   * Runs work that is undone when it fails, while the transaction goes on. Nothing else may be run in the transaction
   * meanwhile. Throws a GraphError UNSUPPORTED_FEATURE on an engine without savepoints.
   *
   * @example
   * await tx.savepoint(async () => { await tx.run(reserve, { seat }) }).catch(() => tx.run(waitingList, { seat }))
   */
  savepoint<T>(work: () => Promise<T>): Promise<T> {
    return this.#core.watch(() => this.#core.savepoint(work))
  }

  /**
   * Takes the write lock on what the name stands for, and holds it until the transaction ends: what is read after that
   * stays as it is. Returns how many nodes or relationships are locked. Where an engine lets others go on and finds
   * conflicts afterwards, as Grafeo does, the one that comes second fails with a CONFLICT, and `db.write` runs it again.
   * Throws a GraphError UNSUPPORTED_FEATURE on an engine where this locks nothing.
   *
   * @example
   * await tx.lock(tx.match('(w:Ward {id: $ward})'), 'w', { ward: 7 })
   * // MATCH (w:Ward {id: $ward}) SET w._lock = true REMOVE w._lock RETURN count(DISTINCT w) AS locked
   */
  async lock<Scope, P, Order, const K extends keyof Scope & string>(
    found: Query<S, Scope, P, never, Order>,
    name: K,
    ...args: Arguments<P>
  ): Promise<number> {
    this.#core.mustLock()
    const { locked } = await this.one(lockingQuery(found, name), ...args)
    return locked
  }

  /**
   * Undoes everything; the work of `db.write` may then still return a result. Options in milliseconds. Throws the
   * GraphError of a server that refuses it, its outcome `rolled back`: nothing of the transaction stays.
   */
  rollback(limits?: Limits): Promise<void> {
    return this.#core.watch(() => this.#core.rollback(limits))
  }
}

/** A managed transaction with what its database is extended by. */
export const managed = <S extends SchemaShape, X>(
  core: TransactionCore,
  settings: GraphSettings<S, X> | undefined,
): ManagedTransaction<S> & X => new ManagedTransaction(core, settings) as ManagedTransaction<S> & X // the constructor adds it
