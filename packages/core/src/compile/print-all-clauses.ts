import type { Clause, RemoveItem, SetItem, Transactions } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { DynamicLabel } from '../ast/pattern.ts'
import { callName } from './call-name.ts'
import { commonClauses, printLines } from './print-clauses.ts'
import { joined } from './print-expression.ts'
import { printLabel } from './print-label.ts'
import { printText } from './print-literal.ts'
import type { PrintClause, Printers } from './printers.ts'
import { renameParameters } from './rename-parameters.ts'
import type { Writer } from './writer.ts'

const labels = (variable: string, names: readonly (string | DynamicLabel)[], to: Writer): string =>
  `${to.name(variable)}${names.map((each) => `:${typeof each === 'string' ? to.name(each) : printLabel(each, to)}`).join('')}`

const setItem = (item: SetItem, to: Writer): string => {
  if (item.kind === 'labels') return labels(item.variable, item.labels, to)
  if (item.kind === 'property') return `${to.expression(item.target)} = ${to.expression(item.value)}`
  return `${to.name(item.variable)} ${item.kind === 'merge' ? '+=' : '='} ${to.expression(item.value)}`
}

const removeItem = (item: RemoveItem, to: Writer): string =>
  item.kind === 'labels' ? labels(item.variable, item.labels, to) : to.expression(item.target)

const callProcedure: PrintClause<'call-procedure'> = (node, to) => {
  const call = `${node.optional ? 'OPTIONAL ' : ''}CALL ${callName(node.name, to.name)}(${joined(node.arguments, (each) => to.expression(each))})`
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
  const after = node.transactions === undefined ? '' : printTransactions(node.transactions, to)
  return `${node.optional ? 'OPTIONAL ' : ''}CALL${names} ${braced(node.clauses, to)}${after}`
}

/** Clauses between braces, on lines of their own. */
const braced = (clauses: readonly Clause[], to: Writer): string =>
  `{\n${printLines(clauses, to).map(indented).join('\n')}\n}`

const printTransactions = (node: Transactions, to: Writer): string => {
  const { concurrency, rows, disjoint, onError, seconds, then, status } = node
  const part = (before: string, each: Expression | undefined, after = ''): string =>
    each === undefined ? '' : ` ${before}${to.expression(each)}${after}`
  const together = concurrency === 'default' ? ' CONCURRENT' : part('', concurrency, ' CONCURRENT')
  const by = typeof disjoint === 'object' ? `(${joined(disjoint, (each) => to.expression(each))})` : disjoint
  return (
    ` IN${together} TRANSACTIONS${part('OF ', rows, ' ROWS')}` +
    (by === undefined ? '' : ` DISJOINT BY ${by}`) +
    (onError === undefined ? '' : ` ON ERROR ${onError.toUpperCase()}${part('FOR ', seconds, ' SECONDS')}`) +
    (then === undefined ? '' : ` THEN ${then.toUpperCase()}`) +
    (status === undefined ? '' : ` REPORT STATUS AS ${to.name(status)}`)
  )
}

const search: PrintClause<'search'> = (node, to) => {
  const part = (word: string, each: Expression | undefined): string =>
    each === undefined ? '' : ` ${word} ${to.expression(each)}`
  const index = typeof node.index === 'string' ? to.name(node.index) : to.expression(node.index)
  const inner =
    part('FOR', node.for) +
    part('WITH ANALYZER', node.analyzer) +
    part('WHERE', node.where) +
    part('SKIP', node.skip) +
    part('LIMIT', node.limit)
  const score = node.score === undefined ? '' : ` SCORE AS ${to.name(node.score)}`
  return `SEARCH ${to.name(node.variable)} IN (${node.type} INDEX ${index}${inner})${score}`
}

const loadCsv: PrintClause<'load-csv'> = (node, to) =>
  `LOAD CSV ${node.headers ? 'WITH HEADERS ' : ''}FROM ${to.expression(node.from)} AS ${to.name(node.variable)}` +
  (node.fieldTerminator === undefined ? '' : ` FIELDTERMINATOR ${printText(node.fieldTerminator)}`)

const conditional: PrintClause<'conditional'> = (node, to) => {
  let text = ''
  for (const { when, clauses } of node.branches) text += `WHEN ${to.expression(when)} THEN ${braced(clauses, to)}\n`
  return node.otherwise === undefined ? text.trimEnd() : `${text}ELSE ${braced(node.otherwise, to)}`
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
  'group-by': (node, to) =>
    `GROUP BY ${node.keys === 'all' ? 'ALL' : node.keys.length === 0 ? '()' : joined(node.keys, (each) => to.expression(each))}`,
  let: (node, to) =>
    `LET ${joined(node.items, ({ variable, value }) => `${to.name(variable)} = ${to.expression(value)}`)}`,
  filter: (node, to) => `FILTER ${to.expression(node.condition)}`,
  next: () => 'NEXT',
  finish: () => 'FINISH',
  search,
  'load-csv': loadCsv,
  conditional,
  block: (node, to) => braced(node.clauses, to),
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
