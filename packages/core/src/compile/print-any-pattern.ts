import type { Expression } from '../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { printLabels } from './print-label.ts'
import type { Writer } from './writer.ts'

type Element = NodePattern | RelationshipPattern

/** Properties and condition, as they follow what stands before them. */
const rest = (element: Element, before: string, to: Writer): string => {
  const add = (text: string, part: Expression | undefined, word: string): string =>
    part === undefined ? text : `${text}${text === '' ? '' : ' '}${word}${to.expression(part)}`
  return add(add(before, element.properties, ''), element.where, 'WHERE ')
}

const node = (element: NodePattern, to: Writer): string => {
  const name = element.variable === undefined ? '' : to.name(element.variable)
  return `(${rest(element, element.labels === undefined ? name : name + printLabels(element.labels, to.name), to)})`
}

/** A bound comes from a program and stands in the text, so it must be what its type says. */
const bound = (steps: number | undefined): string => {
  if (steps === undefined) return ''
  if (Number.isSafeInteger(steps) && steps >= 0) return String(steps)
  throw new GraphError('USAGE', 'the bounds of a relationship of variable length are whole numbers, 0 or more')
}

const lengthOf = ({ length }: RelationshipPattern): string => {
  if (length === undefined) return ''
  const { min, max } = length
  if (min === undefined && max === undefined) return '*'
  return min === max ? `*${bound(min)}` : `*${bound(min)}..${bound(max)}`
}

const relationship = (element: RelationshipPattern, to: Writer): string => {
  const name = element.variable === undefined ? '' : to.name(element.variable)
  const types = element.types === undefined ? '' : printLabels(element.types, to.name)
  const inner = rest(element, name + types + lengthOf(element), to)
  const body = inner === '' ? '' : `[${inner}]`
  return `${element.direction === 'in' ? '<-' : '-'}${body}${element.direction === 'out' ? '->' : '-'}`
}

/** Any path as text. */
export const printAnyPattern = (pattern: Pattern, to: Writer): string => {
  let path = ''
  for (const element of pattern.elements)
    path += element.kind === 'node' ? node(element, to) : relationship(element, to)
  if (pattern.search !== undefined) path = `${pattern.search}(${path})`
  return pattern.variable === undefined ? path : `${to.name(pattern.variable)} = ${path}`
}
