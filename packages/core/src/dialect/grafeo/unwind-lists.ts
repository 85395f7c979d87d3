import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { mayBeNull } from './may-be-null.ts'

const open: ReadonlySet<string> = new Set(['list', 'any', 'null', 'union'])

/** UNWIND of one value gives that value; the engine gives no row unless it is in a list. */
export const unwindLists: Pass = eachClause((clause, scope, { context }) => {
  if (clause.kind !== 'unwind') return undefined
  const { list, variable } = clause
  if (list.kind === 'parameter' || list.kind === 'value') return undefined
  const type = knownType(context.typeOf(list, scope()))
  if (open.has(type.kind)) return undefined
  const single = make.list(list)
  const given = mayBeNull(list, scope(), context) ? make.choose([[make.isNull(list), make.list()]], single) : single
  return [{ kind: 'unwind', list: given, variable }]
})
