import type { Clause } from '../../ast/clause.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { make } from './make.ts'

/** Writes on names that may be null: done for a row where the name is not, left out where it is; no row is lost. */
export const guarded = (name: string, clauses: readonly Clause[], context: RewriteContext): Clause => ({
  kind: 'foreach',
  variable: context.fresh('once'),
  list: make.choose([[make.isNull(make.name(name)), make.list()]], make.list(make.number(1))),
  clauses,
})
