import { GraphError } from '@motif/core'
import type { Batches, Demand } from './batches.ts'
import { type ConstraintDefinition, constraintText, type IndexDefinition, indexText } from './definition.ts'
import { isConstraint, type SchemaEngine } from './engine/schema-engine.ts'
import { type AnyGraph, type AnyTransaction, numberOf, rowsOf } from './graph-handle.ts'
import { forget, type MigrationRecord, record, stepFailure } from './history.ts'
import type { Lock } from './lock.ts'
import { stepSum } from './migration-files.ts'
import { isThere, mustFit } from './schema-state.ts'
import { stepText } from './step-text.ts'
import type { Step } from './step.ts'
import { type Work, workOf } from './work.ts'

/** How far a run has come. */
export interface MigrateProgress {
  readonly migration: string
  /** The step under way, from 1, of how many. */
  readonly step: number
  readonly steps: number
  /** What it does. */
  readonly what: string
  /** Nodes or relationships done, of how many; 0 for a step that does not count. */
  readonly done: number
  readonly total?: number | undefined
}

/** What runs need beside the migration. */
export interface RunTools {
  readonly db: AnyGraph
  readonly engine: SchemaEngine
  readonly lock: Lock
  /** Nodes or relationships that a step which says nothing else changes in one transaction. */
  readonly batch: number
  readonly signal: AbortSignal | undefined
  readonly onProgress: (progress: MigrateProgress) => void
}

const now = (): string => new Date().toISOString()

/** One direction of one migration under way. What is done and the note that it is done are one transaction wherever the engine can. */
export class MigrationRun {
  readonly #tools: RunTools
  readonly #steps: readonly Step[]
  readonly #skipped: string[] = []
  #record: MigrationRecord

  constructor(tools: RunTools, steps: readonly Step[], from: MigrationRecord) {
    this.#tools = tools
    this.#steps = steps
    this.#record = from
  }

  /**
   * Runs what is left of it; returns the steps that were skipped, since the engine lacks what they make.
   *
   * @throws GraphError with the code of what failed, saying which step it was and how to go on.
   */
  async finish(checksum: string): Promise<readonly string[]> {
    await this.#commit({ error: '', at: now() })
    for (const step of this.#steps.slice(this.#record.step)) {
      try {
        await this.#run(step)
      } catch (cause) {
        throw await this.#failed(step, cause)
      }
    }
    const { id, state } = this.#record
    if (state === 'reverting') await this.#tools.db.write((transaction) => forget(transaction, id))
    else await this.#commit({ state: 'applied', checksum, at: now() })
    return this.#skipped
  }

  async #run(step: Step): Promise<void> {
    this.#tools.signal?.throwIfAborted()
    this.#tell(step, this.#record.done)
    const work = workOf(step)
    const { step: at, sums } = this.#record
    const next = { step: at + 1, done: 0, sums: [...sums, stepSum(step)] }
    if (work.kind === 'batches') {
      await this.#batches(step, work.batches, work.batch ?? this.#tools.batch)
      await this.#commit(next)
    } else if (work.kind === 'statement' && !work.alone) {
      await this.#commit(next, (transaction) => rowsOf(transaction, work.text, work.params))
    } else if (work.kind === 'callback') {
      await this.#commit(next, (transaction) => work.run(transaction))
    } else {
      await this.#commit({}) // nothing is sent on its own by a runner that has lost the lock
      await this.#alone(step, work)
      await this.#commit(next)
    }
  }

  async #batches(step: Step, { text, params, count, demand }: Batches, batch: number): Promise<void> {
    const { db, lock, signal } = this.#tools
    await this.#meet(demand)
    const before = this.#record.done
    const total = count === undefined ? undefined : before + (await numberOf(db, count, 'count'))
    for (let done = 1; done > 0; ) {
      await db.write(
        async (transaction) => {
          done = await numberOf(transaction, text, 'done', { ...params, batch })
          if (done === 0) return
          await record(transaction, { ...this.#record, done: this.#record.done + done })
          await lock.hold(transaction)
        },
        { signal, idempotent: true }, // what a batch has done, the next does not meet
      )
      this.#record = { ...this.#record, done: this.#record.done + done }
      if (done > 0) this.#tell(step, this.#record.done, total)
    }
    await this.#meet(demand)
  }

  async #meet(demand: Demand | undefined): Promise<void> {
    const count = demand === undefined ? 0 : await numberOf(this.#tools.db, demand.text, 'count')
    if (demand !== undefined && count > 0) throw new GraphError('CONSTRAINT', demand.fault(count))
  }

  /** What no transaction can hold together with its note: done so that doing it twice does no harm. */
  async #alone(step: Step, work: Work): Promise<void> {
    const { db, signal } = this.#tools
    if (work.kind === 'create') return this.#create(work.wanted)
    if (work.kind === 'drop') return this.#drop(work.what, work.name)
    if (work.kind === 'statement') await rowsOf(db, work.text, work.params)
    else if (work.kind === 'lone callback') {
      const progress = (done: number, total?: number): void => this.#tell(step, done, total)
      await work.run(db, { signal, progress })
    }
  }

  async #create(wanted: ConstraintDefinition | IndexDefinition): Promise<void> {
    const { db, engine } = this.#tools
    if (engine.lacks(wanted) !== undefined) {
      this.#skipped.push(isConstraint(wanted) ? constraintText(wanted) : indexText(wanted))
      return
    }
    if (!(await isThere(wanted, engine))) {
      if (isConstraint(wanted) && !engine.verifies) await mustFit(db, wanted)
      await rowsOf(db, engine.create(wanted))
    }
    if (!isConstraint(wanted) && engine.awaitIndex !== undefined)
      await rowsOf(db, engine.awaitIndex, { name: wanted.name })
  }

  async #drop(what: 'constraint' | 'index', name: string): Promise<void> {
    const { db, engine } = this.#tools
    await rowsOf(db, engine.drop(what, name))
    if (what === 'constraint' || !(await engine.indexes()).some((each) => each.name === name)) return
    const message = `${engine.name} has dropped a part of index ${name} alone, and cannot drop the rest: leave this step out`
    throw new GraphError('ENGINE', message, { fault: 'engine', outcome: 'committed' })
  }

  /** Notes a change of the record, in one transaction with the work that it is about. */
  async #commit(
    change: Partial<MigrationRecord>,
    work?: (transaction: AnyTransaction) => Promise<unknown>,
  ): Promise<void> {
    const { db, lock, signal } = this.#tools
    const after = { ...this.#record, ...change }
    await db.write(
      async (transaction) => {
        await work?.(transaction)
        await record(transaction, after)
        await lock.hold(transaction)
      },
      { signal },
    )
    this.#record = after
  }

  async #failed(step: Step, cause: unknown): Promise<unknown> {
    if (this.#tools.signal?.aborted === true) return cause
    const failure = stepFailure(this.#record, stepText(step), cause)
    // The failure is told either way; a graph that is out of reach cannot be told of it.
    await this.#commit({ error: failure.message }).catch(() => {})
    return failure
  }

  #tell(step: Step, done: number, total?: number): void {
    const { id, step: at, steps } = this.#record
    this.#tools.onProgress({ migration: id, step: at + 1, steps, what: stepText(step), done, total })
  }
}
