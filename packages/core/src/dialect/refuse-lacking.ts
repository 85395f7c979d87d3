import type { Clause } from '../ast/clause.ts'
import type { RewriteContext } from '../compile/rewrite-context.ts'
import { eachAsked } from './asked.ts'
import type { Capability } from './dialect.ts'

/** @throws GraphError UNSUPPORTED_FEATURE for the first thing in a statement that a dialect lacks. */
export const refuseLacking = (
  statement: readonly Clause[],
  lacks: ReadonlySet<Capability>,
  context: RewriteContext,
): void =>
  eachAsked(statement, ([capability, what, instead]) => {
    if (lacks.has(capability)) context.refuse(capability, what, instead)
  })
