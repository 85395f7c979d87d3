import type { Expression } from '../../ast/expression.ts'
import type { NodePattern, Pattern, RelationshipPattern } from '../../ast/pattern.ts'
import { bare } from './bare.ts'
import { make } from './make.ts'
import { isPlainLabels, isPlainTypes, labelCondition, typeCondition } from './labels.ts'
import type { RewriteContext } from '../../compile/rewrite-context.ts'
import { type Step, stepsOf } from './steps.ts'

/** A pattern the engine understands, and what has to be asked of its rows besides. */
export interface Split {
  readonly pattern: Pattern
  readonly conditions: readonly Expression[]
}

const isNull = (node: Expression): boolean => {
  const inner = bare(node)
  return inner.kind === 'literal' && inner.value === null
}

/** `{key: null}` matches nothing, and the engine finds what lacks the key: a null parameter it takes right. */
const withoutNulls = (properties: Expression | undefined): Expression | undefined => {
  if (properties?.kind !== 'map' || !properties.entries.some(({ value }) => isNull(value))) return properties
  const nothing: Expression = { kind: 'value', value: null, type: { kind: 'null', nullable: true } }
  return make.map(properties.entries.map((entry) => (isNull(entry.value) ? { key: entry.key, value: nothing } : entry)))
}

const splitNode = (node: NodePattern, context: RewriteContext, conditions: Expression[]): NodePattern => {
  const properties = withoutNulls(node.properties)
  const plain = node.labels === undefined || isPlainLabels(node.labels)
  if (plain && node.where === undefined) return properties === node.properties ? node : { ...node, properties }
  const variable = node.variable ?? context.fresh('node')
  if (!plain && node.labels !== undefined) conditions.push(labelCondition(make.name(variable), node.labels))
  if (node.where !== undefined) conditions.push(node.where)
  return { ...node, variable, labels: plain ? node.labels : undefined, properties, where: undefined }
}

const isEmptyRange = ({ length }: RelationshipPattern): boolean =>
  length?.min !== undefined && length.max !== undefined && length.min > length.max

const splitRelationship = (
  node: RelationshipPattern,
  context: RewriteContext,
  conditions: Expression[],
): RelationshipPattern => {
  const properties = withoutNulls(node.properties)
  const plain = node.types === undefined || isPlainTypes(node.types)
  const empty = isEmptyRange(node)
  if (plain && !empty) return properties === node.properties ? node : { ...node, properties }
  if (empty) conditions.push(make.truth(false))
  const length = empty ? { min: 1, max: 1 } : node.length
  if (plain || node.types === undefined) return { ...node, properties, length }
  if (length !== undefined) {
    context.refuse(
      'label-expressions',
      'variable-length path over a type expression',
      'list the types it may have: [:A|B*1..3]',
    )
  }
  const variable = node.variable ?? context.fresh('relationship')
  conditions.push(typeCondition(make.name(variable), node.types))
  return { ...node, variable, types: undefined, properties }
}

const splitElement = (element: Step, context: RewriteContext, conditions: Expression[]): Step =>
  element.kind === 'node' ? splitNode(element, context, conditions) : splitRelationship(element, context, conditions)

const anonymous: NodePattern = {
  kind: 'node',
  variable: undefined,
  labels: undefined,
  properties: undefined,
  where: undefined,
}
const nowhere: RelationshipPattern = {
  kind: 'relationship',
  variable: undefined,
  types: undefined,
  direction: 'out',
  length: { min: 0, max: 0 },
  properties: undefined,
  where: undefined,
}

const hasAmpersand = (pattern: Pattern): boolean =>
  pattern.source?.includes('&') === true &&
  pattern.elements.some((element) => element.kind === 'node' && element.labels?.kind === 'all-of')

/**
 * Takes out of a pattern to match what the engine does not understand inside one: label expressions other than `:A:B`
 * and `[:A|B]`, WHERE inside a node, ranges that hold nothing. A named path of one node becomes one of length 0.
 */
export const splitPattern = (pattern: Pattern, context: RewriteContext): Split => {
  const conditions: Expression[] = []
  const changed = stepsOf(pattern).map((element) => splitElement(element, context, conditions))
  const single = pattern.variable !== undefined && changed.length === 1
  const elements = single ? [...changed, nowhere, anonymous] : changed
  const same = !single && !hasAmpersand(pattern) && elements.every((element, i) => element === pattern.elements[i])
  const made: Pattern = { variable: pattern.variable, search: pattern.search, elements }
  return { pattern: same ? pattern : made, conditions }
}
