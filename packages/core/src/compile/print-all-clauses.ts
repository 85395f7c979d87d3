import type { Clause, RemoveItem, SetItem } from '../ast/clause.ts'
import { callName } from './call-name.ts'
import { commonClauses, printLines } from './print-clauses.ts'
import { joined } from './print-expression.ts'
import type { PrintClause, Printers } from './printers.ts'
import { renameParameters } from './rename-parameters.ts'
import type { Writer } from './writer.ts'

const labels = (variable: string, names: readonly string[], to: Writer): string =>
  `${to.name(variable)}${names.map((name) => `:${to.name(name)}`).join('')}`

const setItem = (item: SetItem, to: Writer): string => {
  if (item.kind === 'labels') return labels(item.variable, item.labels, to)
  if (item.kind === 'property') return `${to.expression(item.target)} = ${to.expression(item.value)}`
  return `${to.name(item.variable)} ${item.kind === 'merge' ? '+=' : '='} ${to.expression(item.value)}`
}

const removeItem = (item: RemoveItem, to: Writer): string =>
  item.kind === 'labels' ? labels(item.variable, item.labels, to) : to.expression(item.target)

const callProcedure: PrintClause<'call-procedure'> = (node, to) => {
  const call = `CALL ${callName(node.name, to.name)}(${joined(node.arguments, (each) => to.expression(each))})`
  if (node.yields === undefined) return call
  if (node.yields === '*') return `${call} YIELD *`
  const names = joined(
    node.yields,
    ({ name, alias }) => to.name(name) + (alias === undefined ? '' : ` AS ${to.name(alias)}`),
  )
  return `${call} YIELD ${names}`
}

const indented = (text: string): string => `  ${text}`

const callSubquery: PrintClause<'call-subquery'> = (node, to) => {
  const { scope } = node
  const names = scope === undefined ? '' : scope === '*' ? ' (*)' : ` (${joined(scope, to.name)})`
  const body = printLines(node.clauses, to).map(indented).join('\n')
  return `${node.optional ? 'OPTIONAL ' : ''}CALL${names} {\n${body}\n}`
}

/** Clauses inside an expression, on one line unless a comment in them needs its own. */
export const printClausesInline = (clauses: readonly Clause[], to: Writer): string => {
  const each = printLines(clauses, to)
  return each.some((line) => line.includes('//')) ? `${each.join('\n')}\n` : each.join(' ')
}

/** Text that brings its own values: kept as it stands unless one of their names is taken. */
const opaque: PrintClause<'opaque'> = ({ source, values }, to) => {
  const renamed = new Map<string, string>()
  for (const [name, value] of Object.entries(values)) {
    if (to.params[name] === value && to.held.includes(name)) continue
    const final = to.isFree(name) ? name : to.next()
    to.hold(final, value)
    if (final !== name) renamed.set(name, final)
  }
  return renamed.size === 0 ? source : renameParameters(source, renamed)
}

/** Every kind of clause. */
export const allClauses: Printers['clauses'] = {
  ...commonClauses,
  set: (node, to) =>
    `${node.on === undefined ? '' : `ON ${node.on.toUpperCase()} `}SET ${joined(node.items, (item) => setItem(item, to))}`,
  remove: (node, to) => `REMOVE ${joined(node.items, (item) => removeItem(item, to))}`,
  delete: (node, to) =>
    `${node.detach ? 'DETACH DELETE' : 'DELETE'} ${joined(node.items, (each) => to.expression(each))}`,
  union: (node) => (node.all ? 'UNION ALL' : 'UNION'),
  'call-subquery': callSubquery,
  opaque,
  'call-procedure': callProcedure,
  foreach: (node, to) =>
    `FOREACH (${to.name(node.variable)} IN ${to.expression(node.list)} | ${printClausesInline(node.clauses, to)})`,
}
