import { words } from '../value/words.ts'
import type { Capability } from './dialect.ts'
import { inOlderWords } from './older.ts'
import { refuseLacking } from './refuse-lacking.ts'
import type { Spelling } from './spelling.ts'

/** A dialect by what it lacks: that is written in older words where there are any, and refused where not. */
export const lacking = (name: string, names: string): Spelling => {
  const lacks = words(names) as ReadonlySet<Capability> // names of the closed list, which the tests hold
  return {
    name,
    lacks,
    rewrite(clauses, context) {
      const changed = inOlderWords(clauses, lacks)
      refuseLacking(changed, lacks, context)
      return changed
    },
  }
}
