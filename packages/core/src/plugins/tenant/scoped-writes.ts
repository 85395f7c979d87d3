import type { Clause, RemoveItem, SetItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { NodePattern, Pattern } from '../../ast/pattern.ts'
import { changeClause, mapList } from '../../ast/rewrite.ts'
import type { PluginGiven } from '../../compile/rewriter.ts'
import type { ValueType } from '../../value/value-type.ts'
import { property as propertyOf } from '../trees.ts'
import { ownerOf, refuse, type Scoping } from './scoping.ts'

type Scope = ReadonlyMap<string, ValueType>
type Labelled = Extract<SetItem, { kind: 'labels' }>

/** Whose what a name stands for is, as the statement says. */
const ownerNamed = (
  name: string,
  scope: Scope,
  { labels }: Scoping,
): 'tenant' | 'nobody' | 'relationship' | 'unknown' => {
  const type = scope.get(name)
  if (type?.kind === 'relationship') return 'relationship'
  if (type?.kind !== 'node' || type.labels === '*') return 'unknown'
  const each = type.labels.split('|').map((all) => all.split('&').some((label) => labels.has(label)))
  if (each.includes(true) && each.includes(false)) return 'unknown'
  return each[0] === true ? 'tenant' : 'nobody'
}

/** A label that is put on a node or taken from it: never one that makes it another's to find. */
const checkLabels = ({ variable, labels }: Labelled, scope: Scope, scoping: Scoping): void => {
  const names = labels.map((label) =>
    typeof label === 'string' ? label : refuse('name each label that is set or removed'),
  )
  const owner = ownerNamed(variable, scope, scoping)
  if (owner !== ownerOf(names, scoping))
    refuse(
      owner === 'unknown'
        ? `name the label of ${variable} where it is found`
        : `${variable} belongs to ${owner}: it cannot be one of ${names.join(', ')}`,
    )
}

const checkTarget = (target: Expression, key: string, change: string): void => {
  if (target.kind !== 'property' || target.key === key) refuse(`${key} cannot be ${change}`)
}

/** `u = …` and `u += …`: whatever they hold, the node stays whose it was. */
const scopedBag = (
  item: Extract<SetItem, { kind: 'replace' | 'merge' }>,
  scope: Scope,
  scoping: Scoping,
): readonly SetItem[] => {
  const { variable, value } = item
  const { key } = scoping
  const owner = ownerNamed(variable, scope, scoping)
  if (owner === 'relationship') return [item]
  if (value.kind === 'map') {
    if (value.entries.some((entry) => entry.key === key)) refuse(`${key} is given by the plugin`)
    if (item.kind === 'merge') return [item]
    const entry = { key, value: propertyOf(variable, key) }
    if (owner !== 'tenant') return [{ ...item, value: { kind: 'map', entries: [...value.entries, entry] } }]
  } else if (owner !== 'tenant')
    return refuse(`name the label of ${variable} where it is found, or set its properties one by one`)
  return [item, { kind: 'property', target: propertyOf(variable, key), value: scoping.value }]
}

const scopedItem = (item: SetItem, scope: Scope, scoping: Scoping): readonly SetItem[] => {
  if (item.kind === 'property') checkTarget(item.target, scoping.key, 'set')
  else if (item.kind === 'labels') checkLabels(item, scope, scoping)
  else return scopedBag(item, scope, scoping)
  return [item]
}

const checkRemoved = (item: RemoveItem, scope: Scope, scoping: Scoping): void => {
  if (item.kind === 'property') checkTarget(item.target, scoping.key, 'removed')
  else checkLabels(item, scope, scoping)
}

const nodesOf = ({ elements }: Pattern): readonly NodePattern[] =>
  elements.flatMap((each) => (each.kind === 'node' ? each : []))

/** MERGE takes no condition: what it may find is told by its label, or was found before. */
const checkMerged = (pattern: Pattern, scope: Scope): void => {
  for (const { labels, variable } of nodesOf(pattern))
    if (labels === undefined && (variable === undefined || !scope.has(variable)))
      refuse(`MERGE may find anybody's ${variable ?? 'node'}: name its label`)
}

/** The names that a subquery sees of those around it; in its older form those that each of its parts begins with. */
const imported = ({ scope: names, clauses }: Extract<Clause, { kind: 'call-subquery' }>, scope: Scope): Scope => {
  if (names === '*') return scope
  const [first] = clauses
  const listed =
    names ??
    (first?.kind === 'with' && !clauses.some(({ kind }) => kind === 'union' || kind === 'next')
      ? first.items.flatMap(({ expression }) => (expression.kind === 'variable' ? expression.name : []))
      : [])
  if (names === undefined && first?.kind === 'with' && first.star) return scope
  return new Map([...scope].filter(([name]) => listed.includes(name)))
}

const inside = (clause: Clause, scope: Scope): Scope => {
  if (clause.kind === 'call-subquery') return imported(clause, scope)
  return clause.kind === 'foreach' ? new Map(scope).set(clause.variable, { kind: 'any', nullable: true }) : scope
}

const scopedClause = (clause: Clause, scope: Scope, scoping: Scoping): Clause => {
  if (clause.kind === 'merge') checkMerged(clause.pattern, scope)
  if (clause.kind === 'remove') for (const item of clause.items) checkRemoved(item, scope, scoping)
  if (clause.kind !== 'set') return clause
  const items = clause.items.flatMap((item) => scopedItem(item, scope, scoping))
  const same = items.length === clause.items.length && items.every((item, at) => item === clause.items[at])
  return same ? clause : { kind: 'set', on: clause.on, items }
}

/** The statement with what it writes kept in the hands it is in: no node is given away, taken or made to be found. */
export const scopedWrites = (
  clauses: readonly Clause[],
  given: PluginGiven,
  scoping: Scoping,
  outer?: Scope,
): readonly Clause[] => {
  const scopes = given.scopes(clauses, outer)
  let at = 0
  return mapList(clauses, (clause) => {
    const scope = scopes[at++] as Scope // one for each clause
    return changeClause(scopedClause(clause, scope, scoping), {
      expression: (node) => node,
      pattern: (node) => node,
      clauses: (nodes) => scopedWrites(nodes, given, scoping, inside(clause, scope)),
    })
  })
}
