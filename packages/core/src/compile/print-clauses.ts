import type { Clause, ProjectionItem, RemoveItem, SetItem, SortItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { NodeOf } from '../ast/node-of.ts'
import { callName } from './call-name.ts'
import type { Writer } from './writer.ts'

type Print<K extends Clause['kind']> = (node: NodeOf<Clause, K>, to: Writer) => string

const joined = <T>(parts: readonly T[], print: (part: T) => string): string => {
  let text = ''
  for (let i = 0; i < parts.length; i++) text += (i === 0 ? '' : ', ') + print(parts[i] as T) // in bounds
  return text
}

const projectionItem = (item: ProjectionItem, to: Writer): string => {
  if (item.source !== undefined) return item.source
  const { alias } = item
  const expression = item.expression.kind === 'entity' ? item.expression.of : item.expression
  const before = to.met
  const text = to.expression(expression)
  if (expression.kind === 'variable' && (alias === undefined || expression.name === alias)) return text
  // The engine would name the column by the parameters' names, which depend on what stands before.
  if (alias === undefined) return to.met > before ? `${text} AS ${to.name(to.alone(expression))}` : text
  return `${text} AS ${to.name(alias)}`
}

const projection: Print<'with' | 'return'> = (node, to) => {
  const word = node.kind === 'with' ? 'WITH ' : 'RETURN '
  const items = joined(node.items, (item) => projectionItem(item, to))
  const star = node.star ? (items === '' ? '*' : '*, ') : ''
  return `${word}${node.distinct ? 'DISTINCT ' : ''}${star}${items}`
}

const sortItem = (item: SortItem, to: Writer): string => {
  if (item.source !== undefined) return item.source
  const nulls = item.nulls === undefined ? '' : ` NULLS ${item.nulls.toUpperCase()}`
  return `${to.expression(item.expression)}${item.descending ? ' DESC' : ''}${nulls}`
}

const labels = (variable: string, names: readonly string[], to: Writer): string =>
  `${to.name(variable)}${names.map((name) => `:${to.name(name)}`).join('')}`

const setItem = (item: SetItem, to: Writer): string => {
  if (item.kind === 'labels') return labels(item.variable, item.labels, to)
  if (item.kind === 'property') return `${to.expression(item.target)} = ${to.expression(item.value)}`
  return `${to.name(item.variable)} ${item.kind === 'merge' ? '+=' : '='} ${to.expression(item.value)}`
}

const removeItem = (item: RemoveItem, to: Writer): string =>
  item.kind === 'labels' ? labels(item.variable, item.labels, to) : to.expression(item.target)

const callProcedure: Print<'call-procedure'> = (node, to) => {
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

const callSubquery: Print<'call-subquery'> = (node, to) => {
  const { scope } = node
  const names = scope === undefined ? '' : scope === '*' ? ' (*)' : ` (${joined(scope, to.name)})`
  const body = lines(node.clauses, to).map(indented).join('\n')
  return `${node.optional ? 'OPTIONAL ' : ''}CALL${names} {\n${body}\n}`
}

const printers: { readonly [K in Clause['kind']]: Print<K> } = {
  match: (node, to) =>
    `${node.optional ? 'OPTIONAL MATCH' : 'MATCH'} ${joined(node.patterns, (each) => to.pattern(each))}`,
  where: (node, to) => `WHERE ${to.expression(node.condition)}`,
  with: projection,
  return: projection,
  'order-by': (node, to) => `ORDER BY ${joined(node.items, (item) => sortItem(item, to))}`,
  skip: (node, to) => `SKIP ${to.expression(node.count)}`,
  limit: (node, to) => `LIMIT ${to.expression(node.count)}`,
  unwind: (node, to) => `UNWIND ${to.expression(node.list)} AS ${to.name(node.variable)}`,
  create: (node, to) => `CREATE ${joined(node.patterns, (each) => to.pattern(each))}`,
  merge: (node, to) => `MERGE ${to.pattern(node.pattern)}`,
  set: (node, to) =>
    `${node.on === undefined ? '' : node.on === 'create' ? 'ON CREATE ' : 'ON MATCH '}SET ${joined(node.items, (item) => setItem(item, to))}`,
  remove: (node, to) => `REMOVE ${joined(node.items, (item) => removeItem(item, to))}`,
  delete: (node, to) =>
    `${node.detach ? 'DETACH DELETE' : 'DELETE'} ${joined(node.items, (each) => to.expression(each))}`,
  union: (node) => (node.all ? 'UNION ALL' : 'UNION'),
  'call-subquery': callSubquery,
  'call-procedure': callProcedure,
  foreach: (node, to) =>
    `FOREACH (${to.name(node.variable)} IN ${to.expression(node.list)} | ${printClausesInline(node.clauses, to)})`,
  prefix: (node) => node.source,
  'schema-command': (node) => node.source,
  opaque: (node, to) => to.opaque(node.source, node.values),
}

const printClause = (node: Clause, to: Writer): string => {
  if (node.source !== undefined && node.kind !== 'opaque') return node.source
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const print = printers[node.kind] as (node: Clause, to: Writer) => string
  return print(node, to)
}

/** Several WHERE in a row become one, since Cypher knows only one. */
const joinedWhere = (conditions: readonly Expression[], to: Writer): string =>
  `WHERE ${conditions.map((each) => to.conjunct(each)).join(' AND ')}`

const lines = (clauses: readonly Clause[], to: Writer): string[] => {
  const out: string[] = []
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as Clause // in bounds
    if (clause.kind !== 'where' || clauses[i + 1]?.kind !== 'where') {
      out.push(printClause(clause, to))
      continue
    }
    const conditions = [clause.condition]
    for (let next = clauses[i + 1]; next?.kind === 'where'; next = clauses[++i + 1]) conditions.push(next.condition)
    out.push(joinedWhere(conditions, to))
  }
  return out
}

/** A statement as text, a clause a line. */
export const printClauses = (clauses: readonly Clause[], to: Writer): string => {
  let text = ''
  for (const line of lines(clauses, to)) text += text === '' ? line : `\n${line}`
  return text
}

/** Clauses inside an expression, on one line unless a comment in them needs its own. */
export const printClausesInline = (clauses: readonly Clause[], to: Writer): string => {
  const each = lines(clauses, to)
  return each.some((line) => line.includes('//')) ? `${each.join('\n')}\n` : each.join(' ')
}
