import type { GraphError, Outcome } from '@motif/core'
import type { Page, RunReply, Tail } from '../connection.ts'

/** Where a result's rows come from: a statement of its own, or one inside a transaction. */
export interface Source {
  /** Sends the statement when its turn has come. */
  open(): Promise<RunReply>
  pull(cursor: number): Promise<Page>
  /** Gives up the rows that are left. */
  discard(cursor: number): Promise<Tail | undefined>
  /** Turns the engine's values into neutral ones, in place. */
  decode(rows: readonly unknown[]): void
  /** Called once, when nothing of the result is under way any more. */
  ended(failure: GraphError | undefined): Promise<void> | undefined
  /**
   * The caller stops waiting for an answer, which ends in a tail when it is the last: says what that means for the work,
   * and stops it where the engine can. `undefined` when the whole answer came after all.
   */
  stop(answer: Promise<Tail | undefined>): Stopped | Promise<Stopped | undefined>
  /** An engine's error in the words and with the facts of this query. */
  report(error: unknown): GraphError
}

export interface Stopped {
  readonly outcome: Outcome
  /** What becomes of the work, in words. */
  readonly after: string
  /** What it was waiting for, where that says why it took so long. */
  readonly cause?: GraphError | undefined
}
