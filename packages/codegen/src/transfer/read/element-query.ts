import type { Column } from '@motif/core'
import type { Told } from './told.ts'

/** A node or relationship as the engine gives it. */
export interface Found {
  /** Its id; for a relationship that of the node it starts at, and `end` of the other. */
  readonly id: number
  readonly end?: number | undefined
  readonly labels: readonly string[]
  readonly keys: readonly string[]
  readonly values: readonly unknown[]
  readonly told?: readonly (readonly [key: string, told: Told])[] | undefined
}

/** A question for nodes or relationships, and how a row of its answer is read. */
export interface ElementQuery {
  /** What stands after RETURN. */
  readonly returned: string
  readonly columns: readonly Column[]
  readonly params: Readonly<Record<string, readonly string[]>>
  readonly read: (row: Readonly<Record<string, unknown>>) => Found
}
