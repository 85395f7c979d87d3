import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Relation } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import type { Choice, Chosen, Entry } from './chosen.ts'
import { condition, matching, type Place } from './condition.ts'
import type { Draft, Path } from './draft.ts'
import { type Far, farOf } from './far.ts'
import { distinguish } from './distinguish.ts'
import { sorted, sortKeys } from './order.ts'
import type { Plain } from './plain.ts'
import { Step } from './step.ts'
import { call, carrying, literal, property, returning } from './tree.ts'
import { wholeNumber } from './whole-number.ts'

const words = ['select', 'include', 'where', 'orderBy', 'limit', 'skip', 'relationship', 'label', 'count']

const checked = (given: Plain, allowed: readonly string[], path: Path): void => {
  const strange = Object.keys(given).find((word) => !allowed.includes(word))
  if (strange !== undefined) throw refusal(`${[...path, strange].join('.')}: there is ${listed(allowed)}`)
}

const placed = (given: Plain, from: Place, path: Path): Expression | undefined =>
  given['where'] === undefined ? undefined : condition(given['where'], from, [...path, 'where'])

/** How many there are. */
export const counted = (
  given: Plain,
  relation: Relation,
  { draft, node, path }: Chosen,
): { readonly expression: Expression; readonly deep: false } => {
  checked(given, ['count', 'where', 'label'], path)
  const far = farOf(draft, relation, given['label'])
  const step = new Step(draft, relation, node)
  const to = draft.name('n')
  const met = placed(given, { draft, definition: far.definition, node: to, step }, path)
  return { expression: { kind: 'subquery', name: 'COUNT', clauses: matching(step, to, far.labels, met) }, deep: false }
}

/** SKIP and LIMIT; of what there is one of at most, the first. */
export const cut = (given: Plain, draft: Draft, path: Path, one: boolean = false): readonly Clause[] => {
  const clauses: Clause[] = []
  for (const kind of ['skip', 'limit'] as const) {
    if (one && given[kind] !== undefined) throw refusal(`${[...path, kind].join('.')}: there is one at most`)
    if (given[kind] !== undefined) clauses.push({ kind, count: draft.parameter([...path, kind], wholeNumber) })
  }
  return one ? [{ kind: 'limit', count: literal(1) }] : clauses
}

/** The properties of the relationship beside those of the node. */
const withRelationship = (given: Plain, step: Step, path: Path): readonly Entry[] => {
  const { relationship = false } = given
  if (typeof relationship !== 'boolean') throw refusal(`${[...path, 'relationship'].join('.')} takes true`)
  if (!relationship) return []
  const entries = Array.from(step.relation.fields.values(), ({ name, property: key }) => ({
    key: name,
    value: property(step.variable, key),
  }))
  return [{ name: '$relationship', expression: { kind: 'map', entries } }]
}

interface Choosing extends Chosen {
  /** What is chosen of the related nodes in turn. */
  readonly choose: (given: Plain, chosen: Chosen) => Choice
}

/** A list of rows: as a value, or as what a subquery before it makes. */
type Related = ({ readonly expression: Expression } | { readonly call: Clause; readonly variable: string }) & {
  readonly deep: true
}

/** Rows of the related nodes as one list, made for each node before: its size does not show in the text. */
export const related = (given: Plain, relation: Relation, from: Choosing): Related => {
  checked(given, words, from.path)
  const { draft, path, way } = from
  const far = farOf(draft, relation, given['label'])
  const step = new Step(draft, relation, from.node)
  const node = draft.name('n')
  const met = placed(given, { draft, definition: far.definition, node, step }, path)
  const order = sorted(sortKeys(given['orderBy'], far.definition, step), node, step)
  const cutting = cut(given, draft, path, relation.one)
  const beside = withRelationship(given, step, path)
  const { entries, calls, made, deep } = from.choose(given, { draft, definition: far.definition, node, path, way })
  const row = rowOf([...entries, ...beside], { far, from, node })
  const variable = draft.name('x')
  const begun = matching(step, node, far.labels, met)
  const names = step.isNamed ? [node, step.variable] : [node]
  const cutFirst = cutting.length > 0 && (deep || !draft.collects)
  const clauses: Clause[] = [...begun, ...(cutFirst ? [carrying(names), ...order, ...cutting] : [])]
  if (draft.collects) {
    clauses.push(returning([{ name: variable, expression: row }]), ...order, ...(cutFirst ? [] : cutting))
    const all: Expression = { kind: 'subquery', name: 'COLLECT', clauses }
    return { expression: relation.one ? call('head', all) : all, deep: true }
  }
  clauses.push(...calls)
  // What a subquery gives is in no order of its own.
  if (order.length > 0 && (calls.length > 0 || cutting.length === 0))
    clauses.push(carrying([...names, ...made]), ...order)
  const all = call('collect', row)
  clauses.push(returning([{ name: variable, expression: relation.one ? call('head', all) : all }]))
  return { call: { kind: 'call-subquery', scope: [from.node], optional: false, clauses }, variable, deep: true }
}

interface Listed {
  readonly far: Far
  readonly from: Chosen
  readonly node: string
}

const rowOf = (entries: readonly Entry[], { far, from, node }: Listed): Expression => {
  const marked = far.kinds === undefined ? entries : [...entries, distinguish(from.draft, far.kinds, node, from.way)]
  return { kind: 'map', entries: marked.map(({ name, expression }) => ({ key: name, value: expression })) }
}
