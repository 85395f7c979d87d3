import type { LabelExpression } from '../ast/pattern.ts'
import type { Quote } from '../ast/quote.ts'

const strength = { 'any-of': 0, 'all-of': 1, not: 2, label: 3, wildcard: 3 } as const

const inner = (node: LabelExpression, name: Quote, least: number): string => {
  const text = operands(node, name)
  return strength[node.kind] < least ? `(${text})` : text
}

const operands = (node: LabelExpression, name: Quote): string => {
  switch (node.kind) {
    case 'label':
      return name(node.name)
    case 'wildcard':
      return '%'
    case 'not':
      return `!${inner(node.of, name, 2)}`
    case 'any-of':
      return node.of.map((each) => inner(each, name, 1)).join('|')
    case 'all-of':
      return node.of.map((each) => inner(each, name, 2)).join('&')
  }
}

/**
 * Labels or types as they follow a name: `:A|B`. Labels that must all be there are written `:A:B`, which every engine
 * understands, unless something else stands among them.
 */
export const printLabels = (node: LabelExpression, name: Quote): string => {
  if (node.kind === 'label') return `:${name(node.name)}`
  if (node.kind === 'all-of' && node.of.every((each) => each.kind === 'label')) {
    return node.of.map((each) => `:${operands(each, name)}`).join('')
  }
  return `:${operands(node, name)}`
}
