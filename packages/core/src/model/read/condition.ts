import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { LabelExpression } from '../../ast/pattern.ts'
import type { Definition, Relation } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import type { Draft, Path } from './draft.ts'
import { farOf } from './far.ts'
import { comparison } from './operators.ts'
import { isPlain, type Plain } from './plain.ts'
import { Step } from './step.ts'
import { and, binary, call, literal, not, or, property, where } from './tree.ts'

/** The nodes that a condition is about, and how they were come to. */
export interface Place {
  readonly draft: Draft
  readonly definition: Definition
  /** The variable of the node. */
  readonly node: string
  /** How it was come to from another, where it was. */
  readonly step?: Step | undefined
}

const shown = (path: Path): string => path.join('.')

const plainAt = (given: unknown, path: Path): Plain => {
  if (!isPlain(given)) throw refusal(`${shown(path)} takes { … }`)
  return given
}

const logic = (word: string, given: unknown, place: Place, path: Path): Expression | undefined => {
  if (word === 'not') {
    const inner = condition(given, place, path)
    return inner === undefined ? literal(false) : not(inner)
  }
  if (!Array.isArray(given)) throw refusal(`${shown(path)} takes a list of conditions`)
  const parts = given.map((each, at) => condition(each, place, [...path, at]))
  if (word === 'and') return and(parts)
  return or(parts.map((part) => part ?? literal(true)))
}

const ofRelationship = (given: unknown, { draft, step }: Place, path: Path): Expression | undefined => {
  if (step === undefined) throw refusal(`${shown(path)}: there is no relationship here that leads to these nodes`)
  const { relation } = step
  return and(
    Object.entries(plainAt(given, path)).map(([name, said]) => {
      const field = relation.fields.get(name)
      if (field === undefined)
        throw refusal(
          `${shown([...path, name])}: ${relation.type} has no property '${name}': ${listed(relation.fields.keys())}`,
        )
      return comparison(draft, property(step.variable, field.property), said, { field, path: [...path, name] })
    }),
  )
}

const quantities: readonly string[] = ['some', 'every', 'none']

/** A pattern from a node to its related ones that meet a condition, after MATCH. */
export const matching = (
  step: Step,
  node: string,
  labels: LabelExpression,
  condition_: Expression | undefined,
): readonly Clause[] => [
  { kind: 'match', optional: false, patterns: [step.pattern(node, labels)] },
  ...where(condition_),
]

const ofRelated = (given: unknown, { draft, node }: Place, relation: Relation, path: Path): Expression | undefined => {
  const { label, ...said } = plainAt(given, path)
  const far = farOf(draft, relation, label)
  const names = Object.keys(said)
  const strange = names.find((name) => !quantities.includes(name))
  if (names.length === 0 || strange !== undefined)
    throw refusal(
      `${shown(path)} takes ${listed(quantities)} of related nodes${strange === undefined ? '' : `, not '${strange}'`}`,
    )
  return and(
    names.map((name) => {
      const step = new Step(draft, relation, node)
      const to = draft.name('n')
      const found = condition(said[name], { draft, definition: far.definition, node: to, step }, [...path, name])
      if (name === 'every' && found === undefined) return undefined
      // What is not known to be met is not met: NOT null would be null.
      const unmet = (met: Expression): Expression => binary(call('coalesce', met, literal(false)), '=', literal(false))
      const met = name === 'every' && found !== undefined ? unmet(found) : found
      const exists: Expression = { kind: 'subquery', name: 'EXISTS', clauses: matching(step, to, far.labels, met) }
      return name === 'some' ? exists : not(exists)
    }),
  )
}

/**
 * What `where` says of some nodes; `undefined` where it says nothing.
 *
 * @throws GraphError USAGE for a property, relation or operator that is not there, naming those that are.
 */
export const condition = (given: unknown, place: Place, path: Path): Expression | undefined => {
  const { draft, definition, node } = place
  return and(
    Object.entries(plainAt(given, path)).map(([name, said]) => {
      const here = [...path, name]
      if (name === 'and' || name === 'or' || name === 'not') return logic(name, said, place, here)
      if (name === '$relationship') return ofRelationship(said, place, here)
      const field = definition.fields.get(name)
      if (field !== undefined) return comparison(draft, property(node, field.property), said, { field, path: here })
      const relation = definition.relations.get(name)
      if (relation !== undefined) return ofRelated(said, place, relation, here)
      throw unknown(definition, name, here)
    }),
  )
}

/** A name that is neither a property nor a relation. */
export const unknown = ({ name: model, fields, relations }: Definition, name: string, path: Path): Error =>
  refusal(`${shown(path)}: ${model} has no '${name}': ${listed([...fields.keys(), ...relations.keys()])}`)
