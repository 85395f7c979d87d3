import type { Clause } from '../ast/clause.ts'
import { treeOf } from '../expression/operation.ts'

/** `CALL name(…) YIELD label AS l` from its parts. */
export const procedureCall = (name: string, given: readonly unknown[], yields?: readonly string[]): Clause => ({
  kind: 'call-procedure',
  optional: false,
  name,
  arguments: given.map((value) => treeOf(value, `callProcedure('${name}')`)),
  yields: yields?.map((column) => {
    const [from = column, alias] = column.split(' AS ')
    return { name: from, alias }
  }),
})
