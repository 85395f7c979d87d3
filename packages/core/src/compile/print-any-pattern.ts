import type { Expression } from '../ast/expression.ts'
import type { NodePattern, PathGroup, PathSelector, Pattern, Quantifier, RelationshipPattern } from '../ast/pattern.ts'
import { GraphError } from '../error/graph-error.ts'
import { printLabels } from './print-label.ts'
import type { Writer } from './writer.ts'

/** Properties and condition, as they follow what stands before them. */
const rest = (element: NodePattern | RelationshipPattern, before: string, to: Writer): string => {
  const add = (text: string, part: Expression | undefined, word: string): string =>
    part === undefined ? text : `${text}${text === '' ? '' : ' '}${word}${to.expression(part)}`
  return add(add(before, element.properties, ''), element.where, 'WHERE ')
}

const node = (element: NodePattern, to: Writer): string => {
  const name = element.variable === undefined ? '' : to.name(element.variable)
  return `(${rest(element, element.labels === undefined ? name : name + printLabels(element.labels, to), to)})`
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
  const types = element.types === undefined ? '' : printLabels(element.types, to)
  const inner = rest(element, name + types + lengthOf(element), to)
  const body = inner === '' ? '' : `[${inner}]`
  const arrow = `${element.direction === 'in' ? '<-' : '-'}${body}${element.direction === 'out' ? '->' : '-'}`
  return arrow + quantified(element)
}

const quantified = ({ quantifier }: { readonly quantifier?: Quantifier | undefined }): string => {
  if (quantifier === undefined) return ''
  const { min, max } = quantifier
  if (max === undefined && min !== undefined && min < 2) return min === 1 ? '+' : '*'
  return min === max && min !== undefined ? `{${bound(min)}}` : `{${bound(min)},${bound(max)}}`
}

const group = (element: PathGroup, to: Writer): string => {
  const where = element.where === undefined ? '' : ` WHERE ${to.expression(element.where)}`
  return `(${to.pattern(element.pattern)}${where})${quantified(element)}`
}

const selected = ({ kind, count, groups }: PathSelector, to: Writer): string =>
  `${kind.toUpperCase()}${count === undefined ? '' : ` ${to.expression(count)}`}${groups === true ? ' GROUPS' : ''} `

const printElement = (element: Pattern['elements'][number], to: Writer): string => {
  if (element.kind === 'group') return group(element, to)
  return element.kind === 'node' ? node(element, to) : relationship(element, to)
}

/** Any path as text. */
export const printAnyPattern = (pattern: Pattern, to: Writer): string => {
  let path = ''
  for (const element of pattern.elements) path += printElement(element, to)
  if (pattern.search !== undefined) path = `${pattern.search}(${path})`
  if (pattern.mode !== undefined) path = `${pattern.mode} ${path}`
  if (pattern.selector !== undefined) path = selected(pattern.selector, to) + path
  return pattern.variable === undefined ? path : `${to.name(pattern.variable)} = ${path}`
}
