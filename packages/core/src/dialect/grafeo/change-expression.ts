import type { Expression } from '../../ast/expression.ts'
import type { Pattern } from '../../ast/pattern.ts'
import { changeAggregate } from './aggregates.ts'
import type { Change, Place } from './change.ts'
import { changeConversion } from './conversions.ts'
import { changeCase, changeCoalesce } from './entity-choice.ts'
import { changeLabelTest } from './label-test.ts'
import { make } from './make.ts'
import { refuseMissingFunction } from './missing-functions.ts'
import { changeOperator } from './operators.ts'
import { expressionNames } from './own-names.ts'
import { changePatternComprehension } from './pattern-comprehension.ts'
import { splitPattern } from './patterns.ts'
import { changeProjection } from './projection.ts'
import { changeQuantifier } from './quantifier.ts'
import { needsQuotes } from './reserved-words.ts'
import { changeSlice } from './slice.ts'
import { changeComponent, changeTemporal } from './temporal.ts'

const calls: readonly Change<'call'>[] = [
  refuseMissingFunction,
  changeTemporal,
  changeConversion,
  changeAggregate,
  changeCoalesce,
]

const call: Change<'call'> = (node, place) => {
  for (const change of calls) {
    const changed = change(node, place)
    if (changed !== node) return changed
  }
  return node
}

const exists = (pattern: Pattern, conditions: readonly Expression[]): Expression => {
  const where = make.all(conditions)
  const match = { kind: 'match', optional: false, patterns: [pattern] } as const
  return {
    kind: 'subquery',
    name: 'EXISTS',
    clauses: where === undefined ? [match] : [match, { kind: 'where', condition: where }],
  }
}

const predicate: Change<'pattern-predicate'> = (node, { context }) => {
  if (node.pattern.search !== undefined) {
    context.refuse('path-variables', `${node.pattern.search}() as a value`, `write MATCH p = ${node.pattern.search}(…)`)
  }
  const { pattern, conditions } = splitPattern(node.pattern, context)
  if (conditions.length > 0) return exists(pattern, conditions)
  return pattern === node.pattern ? node : { kind: 'pattern-predicate', pattern }
}

const comprehension: Change<'pattern-comprehension'> = (node, place) => {
  const { pattern, conditions } = splitPattern(node.pattern, place.context)
  const where = make.all([...conditions, ...(node.where === undefined ? [] : [node.where])])
  const same = pattern === node.pattern && conditions.length === 0
  return changePatternComprehension(
    same ? node : { kind: 'pattern-comprehension', pattern, where, yield: node.yield },
    place,
  )
}

/** The node without its text when a name in it has to be put in back-ticks. */
const requoted = (node: Expression, { context }: Place): Expression => {
  if (node.source === undefined || node.kind === 'opaque' || !needsQuotes(expressionNames(node), context)) return node
  const { source: _, ...kept } = node
  if (kept.kind !== 'pattern-comprehension' && kept.kind !== 'pattern-predicate') return kept
  const { source: _text, ...pattern } = kept.pattern
  return { ...kept, pattern }
}

/** Another way to write one expression that the engine takes otherwise than Cypher means it, or the expression itself. */
export const changeExpression = (written: Expression, place: Place): Expression => {
  const node = requoted(written, place)
  switch (node.kind) {
    case 'literal':
      // 1_000 is read as 1.
      return node.source?.includes('_') === true && typeof node.value !== 'string'
        ? { kind: 'literal', value: node.value }
        : node
    case 'binary':
      return changeOperator(node, place)
    case 'call':
      return call(node, place)
    case 'property':
      return changeComponent(node, place)
    case 'slice':
      return changeSlice(node, place)
    case 'quantifier':
      return changeQuantifier(node, place)
    case 'case':
      return changeCase(node, place)
    case 'label-test':
      return changeLabelTest(node, place)
    case 'map-projection':
      return changeProjection(node, place)
    case 'pattern-comprehension':
      return comprehension(node, place)
    case 'pattern-predicate':
      return predicate(node, place)
    default:
      return node
  }
}
