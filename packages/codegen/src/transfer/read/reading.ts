import type { Words } from '../../introspect/words.ts'
import type { Disguise } from './type-plan.ts'

/** How one kind of engine is read whole. */
export interface Reading extends Disguise {
  readonly words: Words
  /** Cypher that says what the value of an expression is, in the form of `Told`; `isDeep` where lists may hold lists. */
  readonly told: (value: string, isDeep: boolean) => string
  /** Cypher before RETURN that binds nodes to `x`, and relationships to `x` between `a` and `b`. */
  readonly match: { readonly node: string; readonly relationship: string }
  /** Whether a column for each property is quicker, and none can come that the census has not seen. */
  readonly byColumns: boolean
  /** So many ids are read by one statement, which is given `$from` and `$to`; absent where one statement reads all. */
  readonly page?: number | undefined
}
