import type { Clause } from '../../ast/clause.ts'
import type { Scope } from '../../compile/rewrite-context.ts'
import { type Block, type Pass, scopeAt } from './block.ts'

/** A pass that looks at one clause at a time and puts others in its place, or itself. */
export const eachClause =
  (change: (clause: Clause, scope: () => Scope, block: Block) => readonly Clause[] | undefined): Pass =>
  (clauses, block) => {
    let scopes: readonly Scope[] | undefined
    let out: Clause[] | undefined
    clauses.forEach((clause, i) => {
      const scope = (): Scope => scopeAt((scopes ??= block.context.scopes(clauses, block.outer)), i)
      const put = change(clause, scope, block)
      if (put !== undefined && out === undefined) out = clauses.slice(0, i)
      out?.push(...(put ?? [clause]))
    })
    return out ?? clauses
  }
