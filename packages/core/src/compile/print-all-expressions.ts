import type { Expression } from '../ast/expression.ts'
import { callName } from './call-name.ts'
import { printClausesInline } from './print-all-clauses.ts'
import { level } from './precedence.ts'
import { commonExpressions, joined, operand, printExpression } from './print-expression.ts'
import { printLabel, printLabels } from './print-label.ts'
import { printLiteral } from './print-literal.ts'
import type { PrintExpression, Printers } from './printers.ts'
import type { Writer } from './writer.ts'

const where = (condition: Expression | undefined, to: Writer): string =>
  condition === undefined ? '' : ` WHERE ${printExpression(condition, to)}`

const cased: PrintExpression<'case'> = (node, to) => {
  let text = node.operand === undefined ? 'CASE' : `CASE ${printExpression(node.operand, to)}`
  // A comparison with what CASE compares begins with its operator.
  for (const { when, or = [], then } of node.branches)
    text += ` WHEN ${joined([when, ...or], (each) => printExpression(each, to).trimStart())} THEN ${printExpression(then, to)}`
  return node.otherwise === undefined ? `${text} END` : `${text} ELSE ${printExpression(node.otherwise, to)} END`
}

const slice: PrintExpression<'slice'> = (node, to) => {
  const from = node.from === undefined ? '' : printExpression(node.from, to)
  return `${operand(node.of, level.postfix, to)}[${from}..${node.to === undefined ? '' : printExpression(node.to, to)}]`
}

const comprehension: PrintExpression<'list-comprehension'> = (node, to) => {
  const from = `[${to.name(node.variable)} IN ${printExpression(node.in, to)}${where(node.where, to)}`
  return node.yield === undefined ? `${from}]` : `${from} | ${printExpression(node.yield, to)}]`
}

const list = (nodes: readonly Expression[], to: Writer): string => joined(nodes, (each) => printExpression(each, to))

/** `[x IN …` begins a comprehension, whatever was meant; so does `[true IN …`. */
const looksLikeComprehension = (first: Expression | undefined): boolean => {
  for (let node = first; node?.kind === 'binary'; node = node.left) {
    if (node.operator === 'IN' && (node.left.kind === 'variable' || node.left.kind === 'literal')) return true
  }
  return false
}

/** A test of several types, which brings its own parentheses. */
const isBarred = (node: Expression): boolean =>
  node.kind === 'type-test' && node.type.includes('|') && node.operand.kind !== 'case-operand'

/** A bar, here and in a type, would end the list or the condition of a comprehension. */
const labelTest: PrintExpression<'label-test'> = (node, to) => {
  const of = operand(node.of, level.postfix, to)
  return node.labels.kind === 'any-of' ? `${of}:(${printLabel(node.labels, to)})` : of + printLabels(node.labels, to)
}

/** Every kind of expression that a text can hold. */
export const allExpressions: Printers['expressions'] = {
  ...commonExpressions,
  literal: printLiteral,
  list: (node, to) => {
    const [first, ...others] = node.items
    return looksLikeComprehension(first)
      ? `[${list([{ kind: 'parenthesised', inner: first as Expression }, ...others], to)}]` // just tested
      : `[${list(node.items, to)}]`
  },
  call: (node, to) =>
    `${callName(node.name, to.name)}(${node.distinct ? 'DISTINCT ' : ''}${node.star ? '*' : list(node.arguments, to)})`,
  index: (node, to) => `${operand(node.of, level.postfix, to)}[${printExpression(node.at, to)}]`,
  slice,
  'label-test': labelTest,
  'type-test': (node, to) => {
    const text = `${operand(node.operand, level.sum, to)} IS ${node.negated ? 'NOT ' : ''}:: ${node.type}`
    return isBarred(node) ? `(${text})` : text
  },
  'normal-form-test': (node, to) =>
    `${operand(node.operand, level.sum, to)} IS ${node.negated ? 'NOT ' : ''}${node.form} NORMALIZED`,
  case: cased,
  'case-operand': () => '',
  'list-comprehension': comprehension,
  'pattern-comprehension': (node, to) =>
    `[${to.pattern(node.pattern)}${where(node.where, to)} | ${printExpression(node.yield, to)}]`,
  quantifier: (node, to) =>
    `${node.name}(${to.name(node.variable)} IN ${printExpression(node.in, to)}${where(node.where, to)})`,
  reduce: (node, to) =>
    `${node.predicate === undefined ? 'reduce' : 'allReduce'}(${to.name(node.accumulator)} = ${printExpression(node.initial, to)}, ` +
    `${to.name(node.variable)} IN ${printExpression(node.in, to)} | ${printExpression(node.step, to)}` +
    `${node.predicate === undefined ? '' : `, ${printExpression(node.predicate, to)}`})`,
  subquery: (node, to) => `${node.name} { ${printClausesInline(node.clauses, to)} }`,
  'pattern-predicate': (node, to) => to.pattern(node.pattern),
  parenthesised: (node, to) => {
    const text = printExpression(node.inner, to)
    return isBarred(node.inner) && node.inner.source === undefined ? text : `(${text})`
  },
}
