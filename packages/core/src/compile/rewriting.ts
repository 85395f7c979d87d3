import type { Dialect } from '../dialect/dialect.ts'
import type { Spelling } from '../dialect/spelling.ts'
import { contextFor } from './context-for.ts'

/** The dialect of a spelling that asks about scopes and types; `compile` itself never loads what answers it. */
export const rewriting = (spelling: Spelling): Dialect => ({
  ...spelling,
  rewrite: (clauses, { schema }) => spelling.rewrite(clauses, contextFor(clauses, spelling.name, schema)),
})
