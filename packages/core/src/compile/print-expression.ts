import type { Expression, ProjectionEntry } from '../ast/expression.ts'
import type { NodeOf } from '../ast/node-of.ts'
import { callName } from './call-name.ts'
import { binaryRules, level, levelOf } from './precedence.ts'
import { printLabels } from './print-label.ts'
import { printLiteral } from './print-literal.ts'
import type { Writer } from './writer.ts'

type Print<K extends Expression['kind']> = (node: NodeOf<Expression, K>, to: Writer) => string

/** An operand: in parentheses when it holds together less tightly than its operator asks for. */
const operand = (node: Expression, least: number, to: Writer): string => {
  const text = printExpression(node, to)
  return least > levelOf(node) ? `(${text})` : text
}

/** What a property is taken from; 1.x would be read as a float. */
const base = (node: Expression, to: Writer): string =>
  node.kind === 'literal' ? `(${printExpression(node, to)})` : operand(node, level.postfix, to)

const list = (nodes: readonly Expression[], to: Writer): string => {
  let text = ''
  for (let i = 0; i < nodes.length; i++) text += (i === 0 ? '' : ', ') + printExpression(nodes[i] as Expression, to) // in bounds
  return text
}

const projectionEntry = (entry: ProjectionEntry, to: Writer): string => {
  if (entry.kind === 'all') return '.*'
  if (entry.kind === 'property') return `.${to.name(entry.key)}`
  return entry.kind === 'variable' ? to.name(entry.name) : `${to.name(entry.key)}: ${printExpression(entry.value, to)}`
}

const where = (condition: Expression | undefined, to: Writer): string =>
  condition === undefined ? '' : ` WHERE ${printExpression(condition, to)}`

const call: Print<'call'> = (node, to) =>
  `${callName(node.name, to.name)}(${node.distinct ? 'DISTINCT ' : ''}${node.star ? '*' : list(node.arguments, to)})`

const unary: Print<'unary'> = (node, to) =>
  node.operator === 'NOT'
    ? `NOT ${operand(node.operand, level.not, to)}`
    : `${node.operator}${operand(node.operand, level.postfix, to)}`

const cased: Print<'case'> = (node, to) => {
  let text = node.operand === undefined ? 'CASE' : `CASE ${printExpression(node.operand, to)}`
  for (const { when, then } of node.branches)
    text += ` WHEN ${printExpression(when, to)} THEN ${printExpression(then, to)}`
  return node.otherwise === undefined ? `${text} END` : `${text} ELSE ${printExpression(node.otherwise, to)} END`
}

const slice: Print<'slice'> = (node, to) => {
  const from = node.from === undefined ? '' : printExpression(node.from, to)
  return `${operand(node.of, level.postfix, to)}[${from}..${node.to === undefined ? '' : printExpression(node.to, to)}]`
}

const comprehension: Print<'list-comprehension'> = (node, to) => {
  const body = node.yield === undefined ? '' : ` | ${printExpression(node.yield, to)}`
  return `[${to.name(node.variable)} IN ${printExpression(node.in, to)}${where(node.where, to)}${body}]`
}

const property: Print<'property'> = ({ of, key }, to) =>
  `${of.kind === 'variable' && of.source === undefined ? to.name(of.name) : base(of, to)}.${to.name(key)}`

/** A chain of one operator, as `a AND b AND c`, from its end to its start without going deeper: it may be long. */
const binary: Print<'binary'> = (node, to) => {
  const { own, left, right, text } = binaryRules[node.operator]
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

const printers: { readonly [K in Expression['kind']]: Print<K> } = {
  literal: printLiteral,
  parameter: (node, to) => to.parameter(node.name),
  value: (node, to) => to.value(node),
  variable: (node, to) => to.name(node.name),
  property,
  index: (node, to) => `${operand(node.of, level.postfix, to)}[${printExpression(node.at, to)}]`,
  slice,
  unary,
  binary,
  'null-test': (node, to) => `${operand(node.operand, level.sum, to)} IS ${node.negated ? 'NOT NULL' : 'NULL'}`,
  'label-test': (node, to) => `${operand(node.of, level.postfix, to)}${printLabels(node.labels, to.name)}`,
  list: (node, to) => `[${list(node.items, to)}]`,
  map: (node, to) =>
    `{${node.entries.map(({ key, value }) => `${to.name(key)}: ${printExpression(value, to)}`).join(', ')}}`,
  'map-projection': (node, to) =>
    `${to.name(node.of)} {${node.entries.map((entry) => projectionEntry(entry, to)).join(', ')}}`,
  call,
  case: cased,
  'list-comprehension': comprehension,
  'pattern-comprehension': (node, to) =>
    `[${to.pattern(node.pattern)}${where(node.where, to)} | ${printExpression(node.yield, to)}]`,
  quantifier: (node, to) =>
    `${node.name}(${to.name(node.variable)} IN ${printExpression(node.in, to)}${where(node.where, to)})`,
  reduce: (node, to) =>
    `reduce(${to.name(node.accumulator)} = ${printExpression(node.initial, to)}, ` +
    `${to.name(node.variable)} IN ${printExpression(node.in, to)} | ${printExpression(node.step, to)})`,
  subquery: (node, to) => `${node.name} { ${to.inline(node.clauses)} }`,
  'pattern-predicate': (node, to) => to.pattern(node.pattern),
  parenthesised: (node, to) => `(${printExpression(node.inner, to)})`,
  entity: (node, to) => printExpression(node.of, to),
  // A line comment at the end of it must not swallow what follows.
  opaque: (node) => (node.source.includes('//') ? `${node.source}\n` : node.source),
}

/** An expression as text: its source where it has one, otherwise written out with no more parentheses than needed. */
export const printExpression = (node: Expression, to: Writer): string => {
  if (node.source !== undefined && node.kind !== 'opaque') return node.source
  switch (node.kind) {
    // What most queries are made of, so that the look-up below is seldom needed.
    case 'variable':
      return to.name(node.name)
    case 'property':
      return property(node, to)
    case 'value':
      return to.value(node)
    case 'binary':
      return binary(node, to)
    default:
      return printRare(node, to)
  }
}

const printRare = (node: Expression, to: Writer): string => {
  // The table pairs each kind with its own node type; the compiler cannot follow that through an index.
  const print = printers[node.kind] as (node: Expression, to: Writer) => string
  return print(node, to)
}

/** A condition as one side of AND: in parentheses when AND binds tighter. */
export const printConjunct = (node: Expression, to: Writer): string => operand(node, level.and, to)
