import type { Column } from './compiled-query.ts'
import { nested } from './names.ts'
import type { Scope } from './rewrite-context.ts'

/** Where an analysis stands between two clauses. */
export interface Place {
  readonly scope: Scope
  /** After WITH and RETURN: the names before it, which ORDER BY and WHERE may still use. */
  readonly before?: Scope | undefined
  /** What each branch of UNION starts with. */
  readonly outer: Scope
  /** The names around it, which every statement joined by NEXT sees. */
  readonly given: Scope
  /** More names may be in scope than are known: after YIELD *, or text that is not understood. */
  readonly open?: boolean
  /** What RETURN gave, of every branch of UNION; `undefined` for one that cannot be told. */
  readonly returned: readonly (readonly Column[] | undefined)[]
}

/** Where a statement starts, or a part of it that sees the names around it. */
export const startIn = (around?: Scope): Place => {
  const scope = nested(around)
  return { scope, outer: scope, given: scope, returned: [] }
}

/** The names an expression may use: after a projection also those before it. */
export const reach = ({ scope, before }: Place): Scope =>
  before === undefined ? scope : new Map([...before, ...scope])
