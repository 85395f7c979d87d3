import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Definition } from '../definition.ts'
import type { Draft, Path } from './draft.ts'

/** The nodes that something is chosen of. */
export interface Chosen {
  readonly draft: Draft
  readonly definition: Definition
  readonly node: string
  /** Where the options stand in the arguments. */
  readonly path: Path
  /** The names that lead from a row to these nodes, for what is done to rows afterwards. */
  readonly way: readonly string[]
}

/** What a row is made of, and what comes before it to make that. */
export interface Choice {
  readonly entries: readonly Entry[]
  /** Whether it reads related rows, which is done best for what is left of the nodes alone. */
  readonly deep: boolean
  readonly calls: readonly Clause[]
  /** The variables that the calls give. */
  readonly made: readonly string[]
}

/** A value under its name in a row. */
export interface Entry {
  readonly name: string
  readonly expression: Expression
}
