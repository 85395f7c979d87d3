import type { Clause, ProjectionItem, SortItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Pattern } from '../ast/pattern.ts'
import { joined, printerOf } from './print-expression.ts'
import type { PrintClause, Printers } from './printers.ts'
import type { Writer } from './writer.ts'

const projectionItem = (item: ProjectionItem, to: Writer): string => {
  if (item.source !== undefined) return item.source
  const { alias } = item
  const expression = item.expression.kind === 'entity' ? item.expression.of : item.expression
  const before = to.met
  const text = to.expression(item.expression)
  if (expression.kind === 'variable' && (alias === undefined || expression.name === alias)) return text
  // The engine would name the column by the parameters' names, which depend on what stands before.
  if (alias === undefined) return to.met > before ? `${text} AS ${to.name(to.alone(expression))}` : text
  return `${text} AS ${to.name(alias)}`
}

const projection: PrintClause<'with' | 'return'> = (node, to) => {
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

const printPatterns = (patterns: readonly Pattern[], to: Writer): string => joined(patterns, (each) => to.pattern(each))

/** The clauses of most queries. */
export const commonClauses: Printers['clauses'] = {
  match: (node, to) =>
    `${node.optional ? 'OPTIONAL ' : ''}MATCH ${node.matchMode === undefined ? '' : `${node.matchMode} `}${printPatterns(node.patterns, to)}`,
  where: (node, to) => `WHERE ${to.expression(node.condition)}`,
  with: projection,
  return: projection,
  'order-by': (node, to) => `ORDER BY ${joined(node.items, (item) => sortItem(item, to))}`,
  skip: (node, to) => `SKIP ${to.expression(node.count)}`,
  limit: (node, to) => `LIMIT ${to.expression(node.count)}`,
  unwind: (node, to) => `UNWIND ${to.expression(node.list)} AS ${to.name(node.variable)}`,
  create: (node, to) => `${node.insert === true ? 'INSERT' : 'CREATE'} ${printPatterns(node.patterns, to)}`,
  merge: (node, to) => `MERGE ${to.pattern(node.pattern)}`,
}

const printClause = (node: Clause, to: Writer): string =>
  node.source !== undefined && node.kind !== 'opaque' ? node.source : printerOf(to.printers.clauses, node)(node, to)

/** Several WHERE in a row become one, since Cypher knows only one. */
const joinedWhere = (conditions: readonly Expression[], to: Writer): string =>
  `WHERE ${conditions.map((each) => to.conjunct(each)).join(' AND ')}`

/** The clauses as texts, conditions in a row joined. */
export const printLines = (clauses: readonly Clause[], to: Writer): string[] => {
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
export const printClauses = (clauses: readonly Clause[], to: Writer): string => printLines(clauses, to).join('\n')
