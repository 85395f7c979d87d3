import type { Clause } from '../../ast/clause.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'

/** Clauses that stand together: a statement, or what is inside CALL { … }, EXISTS { … } or FOREACH. */
export interface Block {
  readonly context: RewriteContext
  /** The names in reach from around it; `undefined` for a statement. */
  readonly outer: Scope | undefined
  /** Whether its RETURN gives the rows of the whole statement. */
  readonly final: boolean
  readonly inForeach: boolean
  /** The names that rewrites have added so far. */
  readonly added: ReadonlySet<string>
}

/** A rewrite of the clauses of one block; those inside it have been rewritten before. The same list when nothing changes. */
export type Pass = (clauses: readonly Clause[], block: Block) => readonly Clause[]

/** The scope before the clause at an index. */
export const scopeAt = (scopes: readonly Scope[], index: number): Scope => scopes[index] ?? new Map()
