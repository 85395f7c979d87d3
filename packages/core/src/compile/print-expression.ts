import type { Expression, ProjectionEntry } from '../ast/expression.ts'
import { GraphError } from '../error/graph-error.ts'
import { level, levelOf, ruleOf } from './precedence.ts'
import type { PrintExpression, Printers } from './printers.ts'
import type { Writer } from './writer.ts'

type Print<N> = (node: N, to: Writer) => string

/** An operand: in parentheses when it holds together less tightly than its operator asks for. */
export const operand = (node: Expression, least: number, to: Writer): string => {
  const text = printExpression(node, to)
  return least > levelOf(node) ? `(${text})` : text
}

/** What a property is taken from; 1.x would be read as a float. */
const base = (node: Expression, to: Writer): string =>
  node.kind === 'literal' ? `(${printExpression(node, to)})` : operand(node, level.postfix, to)

/** Things with commas between them. */
export const joined = <T>(parts: readonly T[], print: (part: T) => string): string => {
  let text = ''
  for (const part of parts) text += (text === '' ? '' : ', ') + print(part)
  return text
}

const projectionEntry = (entry: ProjectionEntry, to: Writer): string => {
  if (entry.kind === 'all') return '.*'
  if (entry.kind === 'property') return `.${to.name(entry.key)}`
  return entry.kind === 'variable' ? to.name(entry.name) : `${to.name(entry.key)}: ${printExpression(entry.value, to)}`
}

const unary: PrintExpression<'unary'> = (node, to) =>
  node.operator === 'NOT'
    ? `NOT ${operand(node.operand, level.not, to)}`
    : `${node.operator}${operand(node.operand, level.postfix, to)}`

/** A chain of one operator, as `a AND b AND c`, from its end to its start without going deeper: it may be long. */
const binary: PrintExpression<'binary'> = (node, to) => {
  const { own, left, right } = ruleOf(node.operator)
  const text = ` ${node.operator} `
  if (node.left.kind !== 'binary' || left !== own)
    return operand(node.left, left, to) + text + operand(node.right, right, to)
  const chain = [node.right]
  let first: Expression = node.left
  while (first.kind === 'binary' && first.operator === node.operator && first.source === undefined) {
    chain.push(first.right)
    first = first.left
  }
  let whole = operand(first, left, to)
  for (let i = chain.length - 1; i >= 0; i--) whole += text + operand(chain[i] as Expression, right, to) // in bounds
  return whole
}

/** What a callback can make, besides what `printExpression` knows at once. */
export const commonExpressions: Printers['expressions'] = {
  parameter: (node, to) => to.parameter(node.name),
  unary,
  'null-test': (node, to) => `${operand(node.operand, level.sum, to)} IS ${node.negated ? 'NOT NULL' : 'NULL'}`,
  map: (node, to) => `{${joined(node.entries, ({ key, value }) => `${to.name(key)}: ${printExpression(value, to)}`)}}`,
  'map-projection': (node, to) =>
    `${to.name(node.of)} {${joined(node.entries, (entry) => projectionEntry(entry, to))}}`,
  list: (node, to) => `[${joined(node.items, (each) => printExpression(each, to))}]`,
  call: (node, to) =>
    `${node.name}(${node.distinct ? 'DISTINCT ' : ''}${node.star ? '*' : joined(node.arguments, (each) => printExpression(each, to))})`,
  entity: (node, to) => printExpression(node.of, to),
  // A line comment at the end of it must not swallow what follows.
  opaque: (node) => (node.source.includes('//') ? `${node.source}\n` : node.source),
}

/** @throws GraphError USAGE: only a rewrite makes such a node, and its dialect should print it. */
const noPrinter = (kind: string): never => {
  throw new GraphError('USAGE', `a rewrite left '${kind}' without its text, and its dialect has no printer for it`)
}

/** What prints a node of a kind. The table pairs each kind with its own node type; an index cannot follow that. */
export const printerOf = <N extends { readonly kind: string }>(table: object, node: N): Print<N> =>
  (table as Readonly<Record<string, Print<N> | undefined>>)[node.kind] ?? noPrinter(node.kind)

/** An expression as text: its source where it has one, otherwise written out with no more parentheses than needed. */
export const printExpression = (node: Expression, to: Writer): string => {
  if (node.source !== undefined && node.kind !== 'opaque') return node.source
  switch (node.kind) {
    // What most queries are made of, so that the look-up below is seldom needed.
    case 'variable':
      return to.name(node.name)
    case 'property':
      return `${base(node.of, to)}.${to.name(node.key)}`
    case 'value':
      return to.value(node)
    case 'binary':
      return binary(node, to)
    default:
      return printerOf(to.printers.expressions, node)(node, to)
  }
}

/** A condition as one side of AND: in parentheses when AND binds tighter. */
export const printConjunct = (node: Expression, to: Writer): string => operand(node, level.and, to)
