import type { LabelExpression } from '../ast/pattern.ts'
import type { Writer } from './writer.ts'

const strength = { 'any-of': 0, 'all-of': 1, not: 2, label: 3, wildcard: 3, dynamic: 3 } as const

const inner = (node: LabelExpression, least: number, to: Writer): string => {
  const text = printLabel(node, to)
  return strength[node.kind] < least ? `(${text})` : text
}

/** A label expression without the colon before it. */
export const printLabel = (node: LabelExpression, to: Writer): string => {
  switch (node.kind) {
    case 'label':
      return to.name(node.name)
    case 'wildcard':
      return '%'
    case 'dynamic':
      return `$${node.all ? '' : 'any'}(${to.expression(node.of)})`
    case 'not':
      return `!${inner(node.of, 2, to)}`
    case 'any-of':
      return node.of.map((each) => inner(each, 1, to)).join('|')
    case 'all-of':
      return node.of.map((each) => inner(each, 2, to)).join('&')
  }
}

/**
 * Labels or types as they follow a name: `:A|B`. Labels that must all be there are written `:A:B`, which every engine
 * understands, unless something else stands among them.
 */
export const printLabels = (node: LabelExpression, to: Writer): string => {
  if (node.kind === 'all-of' && node.of.every((each) => each.kind === 'label')) {
    return node.of.map((each) => `:${printLabel(each, to)}`).join('')
  }
  return `:${printLabel(node, to)}`
}
