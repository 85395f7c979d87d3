import type { Clause } from '../ast/clause.ts'
import type { Access } from './compiled-query.ts'

/** Procedures that engines ship for looking at a graph. Of any other it is not known that it only reads. */
const reading = /^(?:db\.|dbms\.|apoc\.meta\.)/i

const writes = (clause: Clause): boolean => {
  switch (clause.kind) {
    case 'create':
    case 'merge':
    case 'set':
    case 'remove':
    case 'delete':
    case 'foreach':
      return true
    case 'call-subquery':
      return clause.clauses.some(writes)
    case 'call-procedure':
      // A reader of a cluster would refuse a procedure that writes, a writer takes one that reads.
      return !reading.test(clause.name)
    case 'opaque':
      return clause.access === 'write'
    default:
      return false
  }
}

/** What a statement does to the graph, read off its tree. */
export const accessOf = (clauses: readonly Clause[]): Access => {
  let access: Access = 'read'
  for (const clause of clauses) {
    if (clause.kind === 'schema-command') return 'schema'
    if (writes(clause)) access = 'write'
  }
  return access
}
