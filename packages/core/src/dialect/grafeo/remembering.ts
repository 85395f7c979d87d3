import type { Clause } from '../../ast/clause.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'

/** What a rewrite asks, with the answers kept that several passes ask for, and the names it adds. */
export interface Remembering {
  readonly context: RewriteContext
  readonly added: ReadonlySet<string>
}

interface Known {
  readonly outer: Scope | undefined
  readonly scopes: readonly Scope[]
}

/** A context that follows the scopes of the same clauses once, and notes the names that are made. */
export const remembering = (given: RewriteContext): Remembering => {
  const added = new Set<string>()
  const known = new WeakMap<readonly Clause[], Known>()
  const context: RewriteContext = {
    ...given,
    scopes(clauses, outer) {
      const before = known.get(clauses)
      if (before !== undefined && before.outer === outer) return before.scopes
      const scopes = given.scopes(clauses, outer)
      known.set(clauses, { outer, scopes })
      return scopes
    },
    fresh(prefix) {
      const name = given.fresh(prefix)
      added.add(name)
      return name
    },
  }
  return { context, added }
}
