import type { Clause } from '../ast/clause.ts'
import type { RewriteContext } from '../compile/rewrite-context.ts'
import type { Dialect } from './dialect.ts'

/** A dialect whose rewrite asks about scopes and types; `rewriting` of compile gives it someone to ask. */
export interface Spelling extends Omit<Dialect, 'rewrite'> {
  readonly rewrite: (clauses: readonly Clause[], context: RewriteContext) => readonly Clause[]
}
