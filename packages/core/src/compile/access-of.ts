import type { Clause } from '../ast/clause.ts'
import { words } from '../value/words.ts'
import { clausesIn } from './clauses-in.ts'
import type { Access } from './compiled-query.ts'

/** Procedures that engines ship for looking at a graph. Of any other it is not known that it only reads. */
const reading = /^(?:db\.|dbms\.|apoc\.meta\.)/i

const changing = words('create merge set remove delete foreach')

const writes = (clause: Clause): boolean => {
  if (clausesIn(clause).some((inner) => inner.some(writes))) return true
  // A reader of a cluster would refuse a procedure that writes, a writer takes one that reads.
  if (clause.kind === 'call-procedure') return !reading.test(clause.name)
  return clause.kind === 'opaque' ? clause.access === 'write' : changing.has(clause.kind)
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
