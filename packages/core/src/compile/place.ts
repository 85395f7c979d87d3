import type { ValueType } from '../value/value-type.ts'
import type { Column } from './compiled-query.ts'
import type { Scope } from './rewrite-context.ts'

/** Where an analysis stands between two clauses. */
export interface Place {
  readonly scope: Scope
  /** After WITH and RETURN: the names before it, which ORDER BY and WHERE may still use. */
  readonly before: Scope | undefined
  /** What each branch of UNION starts with. */
  readonly outer: Scope
  /** More names may be in scope than are known: after YIELD *, or text that is not understood. */
  readonly open: boolean
  /** What RETURN gave, of every branch of UNION; `undefined` for one that cannot be told. */
  readonly returned: readonly (readonly Column[] | undefined)[]
  /** The same clauses lead to this same object each time, so what follows may be remembered by it. */
  readonly stable: boolean
}

const nothing: Scope = new Map<string, ValueType>()

/** Where a statement starts. */
export const start: Place = {
  scope: nothing,
  before: undefined,
  outer: nothing,
  open: false,
  returned: [],
  stable: true,
}
