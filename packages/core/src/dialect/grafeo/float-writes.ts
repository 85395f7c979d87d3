import type { Clause, SetItem } from '../../ast/clause.ts'
import type { Expression, MapEntry } from '../../ast/expression.ts'
import type { Pattern } from '../../ast/pattern.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import type { ValueType } from '../../value/value-type.ts'
import { bare } from './bare.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { knownType } from './known-type.ts'
import { make } from './make.ts'
import { type Step, stepsOf } from './steps.ts'

/** Whether something is a row that was given, or a map in one: no entity has maps among its properties. */
const isRow = (node: Expression, scope: Scope): boolean => {
  if (node.kind === 'property') return isRow(node.of, scope)
  const type = node.kind === 'variable' ? scope.get(node.name)?.kind : undefined
  return type === 'any' || type === 'map'
}

/** Whether a value comes from outside the query, where 1 and 1.0 are one number. */
const isGiven = (node: Expression, scope: Scope): boolean => {
  const inner = bare(node)
  if (inner.kind === 'parameter' || inner.kind === 'value') return true
  return inner.kind === 'property' && isRow(inner.of, scope)
}

/** A given value as the property wants it: the engine stores 1.0 as an integer unless it is told otherwise. */
const asFloat = (value: Expression, wanted: ValueType, scope: Scope, context: RewriteContext): Expression => {
  const type = knownType(wanted)
  if (!isGiven(value, scope)) return value
  if (type.kind === 'float') return make.call('toFloat', value)
  if (type.kind !== 'list' || knownType(type.of).kind !== 'float') return value
  const variable = context.fresh('each')
  const each = make.call('toFloat', make.name(variable))
  return { kind: 'list-comprehension', variable, in: value, where: undefined, yield: each }
}

interface Place {
  readonly scope: Scope
  readonly context: RewriteContext
}

/** The entries of a map whose keys are properties of a name. */
const floatEntries = (map: Expression, name: string, { scope, context }: Place): Expression => {
  if (map.kind !== 'map') return map
  const entries = map.entries.map((entry): MapEntry => {
    const wanted = context.typeOf({ kind: 'property', of: make.name(name), key: entry.key }, scope)
    const value = asFloat(entry.value, wanted, scope, context)
    return value === entry.value ? entry : { key: entry.key, value }
  })
  return entries.every((entry, i) => entry === map.entries[i]) ? map : make.map(entries)
}

const probe = 'a name to ask for the type of a property'

const floatElement = (element: Step, pattern: Pattern, { scope, context }: Place): Step => {
  if (element.properties?.kind !== 'map') return element
  const elements = stepsOf(pattern).map((each) => (each === element ? { ...element, variable: probe } : each))
  const named: Pattern = { variable: undefined, search: undefined, elements }
  const inner = context.inside({ kind: 'pattern-predicate', pattern: named }, scope)
  const properties = floatEntries(element.properties, probe, { scope: inner, context })
  return properties === element.properties ? element : { ...element, properties }
}

const floatPattern = (pattern: Pattern, place: Place): Pattern => {
  const elements = stepsOf(pattern).map((element) => floatElement(element, pattern, place))
  if (elements.every((element, i) => element === pattern.elements[i])) return pattern
  return { variable: pattern.variable, search: pattern.search, elements }
}

const floatItem = (item: SetItem, place: Place): SetItem => {
  if (item.kind === 'labels') return item
  const { scope, context } = place
  const value =
    item.kind === 'property'
      ? asFloat(item.value, context.typeOf(item.target, scope), scope, context)
      : floatEntries(item.value, item.variable, place)
  return value === item.value ? item : { ...item, value }
}

const changed = (clause: Clause, place: () => Place): readonly Clause[] | undefined => {
  if (clause.kind === 'create') {
    const patterns = clause.patterns.map((pattern) => floatPattern(pattern, place()))
    return patterns.every((pattern, i) => pattern === clause.patterns[i]) ? undefined : [{ kind: 'create', patterns }]
  }
  if (clause.kind === 'merge') {
    const pattern = floatPattern(clause.pattern, place())
    return pattern === clause.pattern ? undefined : [{ kind: 'merge', pattern }]
  }
  if (clause.kind !== 'set') return undefined
  const items = clause.items.map((item) => floatItem(item, place()))
  return items.every((item, i) => item === clause.items[i]) ? undefined : [{ kind: 'set', on: clause.on, items }]
}

/** Values written to properties that the schema calls floats are written as floats. */
export const floatWrites: Pass = eachClause((clause, scope, { context }) =>
  context.schema === undefined ? undefined : changed(clause, () => ({ scope: scope(), context })),
)
