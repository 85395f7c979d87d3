import type { BinaryOperator, Expression } from '../ast/expression.ts'

/** How tightly an expression holds together: an operand that holds less than its operator asks for is put in parentheses. */
export const level = {
  anything: 0,
  or: 1,
  xor: 2,
  and: 3,
  not: 4,
  comparison: 5,
  predicate: 6,
  sum: 7,
  product: 8,
  power: 9,
  sign: 10,
  postfix: 11,
  atom: 12,
} as const

/** A binary operator: its own level, what it asks of its operands, and its text. */
export interface BinaryRule {
  readonly own: number
  readonly left: number
  readonly right: number
  readonly text: string
}

const rule = (text: string, own: number, left: number, right: number): BinaryRule => ({
  own,
  left,
  right,
  text: ` ${text} `,
})
// a = b = c means a = b AND b = c, so a comparison inside a comparison is always put in parentheses.
const comparison = (text: string): BinaryRule => rule(text, level.comparison, level.predicate, level.predicate)
const predicate = (text: string): BinaryRule => rule(text, level.predicate, level.sum, level.sum)

export const binaryRules: Readonly<Record<BinaryOperator, BinaryRule>> = {
  // Joining by the same word is the same whichever pair comes first, and people write no parentheses.
  OR: rule('OR', level.or, level.or, level.or),
  XOR: rule('XOR', level.xor, level.xor, level.xor),
  AND: rule('AND', level.and, level.and, level.and),
  '=': comparison('='),
  '<>': comparison('<>'),
  '<': comparison('<'),
  '<=': comparison('<='),
  '>': comparison('>'),
  '>=': comparison('>='),
  '=~': predicate('=~'),
  IN: predicate('IN'),
  'STARTS WITH': predicate('STARTS WITH'),
  'ENDS WITH': predicate('ENDS WITH'),
  CONTAINS: predicate('CONTAINS'),
  '+': rule('+', level.sum, level.sum, level.product),
  '-': rule('-', level.sum, level.sum, level.product),
  '||': rule('||', level.sum, level.sum, level.product),
  '*': rule('*', level.product, level.product, level.power),
  '/': rule('/', level.product, level.product, level.power),
  '%': rule('%', level.product, level.product, level.power),
  // Engines disagree on which of two powers comes first.
  '^': rule('^', level.power, level.sign, level.sign),
}

const rare: Readonly<Partial<Record<Expression['kind'], number>>> = {
  opaque: level.anything,
  'null-test': level.predicate,
  'label-test': level.predicate,
  'pattern-predicate': level.comparison,
  index: level.postfix,
  slice: level.postfix,
}

/** How tightly a node holds together when it is printed. */
export const levelOf = (node: Expression): number => {
  if (node.kind === 'property') return level.postfix
  if (node.kind === 'value' || node.kind === 'variable' || node.kind === 'parameter') return level.atom
  if (node.kind === 'binary') return binaryRules[node.operator].own
  if (node.kind === 'unary') return node.operator === 'NOT' ? level.not : level.sign
  if (node.kind === 'entity') return levelOf(node.of)
  if (node.kind === 'literal') {
    return (typeof node.value === 'number' || typeof node.value === 'bigint') && node.value < 0
      ? level.sign
      : level.atom
  }
  return rare[node.kind] ?? level.atom
}
