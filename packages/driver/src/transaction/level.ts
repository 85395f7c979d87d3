import { GraphError } from '@motif/core'
import { Ledger } from '../ledger.ts'
import { Unasked } from './unasked.ts'

/** What lies between two marks of a transaction: the whole of it, or what follows a savepoint. */
export class Level {
  /** Of the savepoint; the whole transaction has none. */
  readonly name: string | undefined
  /** The statements issued on this level. */
  readonly ledger: Ledger = new Ledger()
  /** Work of several of them. */
  readonly unasked: Unasked = new Unasked()
  /** The first that failed: the level can only be rolled back. */
  failure: GraphError | undefined
  /** Whether it is being rolled back, or was: what it left running fails alone. */
  left = false

  constructor(name: string | undefined) {
    this.name = name
  }
}

/** The levels of one transaction; only the innermost takes statements, or a roll-back would take others' with it. */
export class Levels {
  readonly #stack: Level[] = [new Level(undefined)]
  #made = 0

  get root(): Level {
    return this.#stack[0] as Level // the whole transaction, always there
  }

  push(from: Level): Level {
    this.mustBeInnermost(from)
    this.#made++
    const level = new Level(`motif_${this.#made}`)
    this.#stack.push(level)
    return level
  }

  pop(level: Level): void {
    const at = this.#stack.indexOf(level)
    if (at > 0) this.#stack.length = at
  }

  /** Throws for a statement issued beside a savepoint, or by what a savepoint left running. */
  mustBeInnermost(level: Level): void {
    if (this.#stack.at(-1) === level) return
    const why = this.#stack.includes(level)
      ? 'a savepoint is open: await it before anything else is run in this transaction, or run it inside'
      : 'the savepoint this statement belongs to has ended'
    throw new GraphError('TRANSACTION', why, { outcome: 'not sent' })
  }
}
