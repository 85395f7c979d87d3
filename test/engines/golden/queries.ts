import type { Graph, Runnable } from '@motif/core'
import type { Social } from './social.ts'
import { clauses } from './clauses.ts'
import { composed } from './composed.ts'
import { expressions } from './expressions.ts'
import { reading } from './reading.ts'
import { writing } from './writing.ts'

/** A query whose text is held fast per dialect, and which every engine in the tests must run. */
export interface Golden {
  readonly name: string
  // Parameters and rows differ from query to query; only text and shape are looked at here.
  readonly query: (db: Graph<Social>) => Pick<Runnable<never, never>, 'compile'>
  /** What to run it with. */
  readonly params?: Readonly<Record<string, unknown>>
}

export const goldens: Readonly<Record<string, readonly Golden[]>> = { reading, writing, expressions, composed, clauses }
