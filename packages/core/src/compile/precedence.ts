import type { BinaryOperator, Expression } from '../ast/expression.ts'
import { tightness } from '../ast/tightness.ts'

/** How tightly an expression holds together: an operand that holds less than its operator asks for is put in parentheses. */
export const level = {
  and: 3,
  not: 4,
  comparison: 5,
  predicate: 6,
  sum: 7,
  product: 8,
  sign: 10,
  postfix: 11,
  atom: 12,
} as const

/** A binary operator: its own level, and what it asks of its operands. */
export interface BinaryRule {
  readonly own: number
  readonly left: number
  readonly right: number
}

export const ruleOf = (operator: BinaryOperator): BinaryRule => {
  const own = tightness[operator]
  // AND, OR and XOR are the same whichever pair comes first, and people write no parentheses. Sums and products are read
  // from the left. a = b = c means a = b AND b = c, and engines disagree on the first of two powers: both get them.
  const joins = own <= level.and
  const fromLeft = joins || own === level.sum || own === level.product
  return { own, left: fromLeft ? own : own + 1, right: joins ? own : own + 1 }
}

const rare: Readonly<Partial<Record<Expression['kind'], number>>> = {
  opaque: 0,
  'null-test': level.predicate,
  'label-test': level.predicate,
  'type-test': level.predicate,
  'normal-form-test': level.predicate,
  'pattern-predicate': level.comparison,
  index: level.postfix,
  slice: level.postfix,
}

/** How tightly a node holds together when it is printed. */
export const levelOf = (node: Expression): number => {
  if (node.kind === 'property') return level.postfix
  if (node.kind === 'value' || node.kind === 'variable' || node.kind === 'parameter') return level.atom
  if (node.kind === 'binary') return tightness[node.operator]
  if (node.kind === 'unary') return node.operator === 'NOT' ? level.not : level.sign
  if (node.kind === 'entity') return levelOf(node.of)
  if (node.kind === 'literal') return typeof node.value !== 'string' && Number(node.value) < 0 ? level.sign : level.atom
  return rare[node.kind] ?? level.atom
}
