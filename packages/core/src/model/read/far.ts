import type { LabelExpression } from '../../ast/pattern.ts'
import { unionOf } from '../../value/union-of.ts'
import type { Definition, Field, Relation } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import type { Draft } from './draft.ts'

/** What stands at the far end of a relation: nodes of one label, or of one of several. */
export interface Far {
  /** What any of them has. */
  readonly definition: Definition
  readonly labels: LabelExpression
  /** Where they are of several labels: what each of these has. */
  readonly kinds: readonly Definition[] | undefined
}

const clash = (model: string, name: string): never => {
  throw refusal(`'${name}' is not the same at all of ${model}: say which by label`)
}

const fieldsOf = (name: string, kinds: readonly Definition[]): Map<string, Field> => {
  const all = new Map<string, Field>()
  for (const field of kinds.flatMap((kind) => [...kind.fields.values()])) {
    const before = all.get(field.name)
    if (before !== undefined && before.property !== field.property) clash(name, field.name)
    all.set(field.name, before === undefined ? field : { ...field, type: unionOf([before.type, field.type]) })
  }
  return all
}

const relationsOf = (name: string, kinds: readonly Definition[]): Map<string, Relation> => {
  const all = new Map<string, Relation>()
  for (const relation of kinds.flatMap((kind) => [...kind.relations.values()])) {
    const before = all.get(relation.name)
    if (before === undefined) all.set(relation.name, relation)
    else {
      const same = (['type', 'direction', 'one'] as const).every((word) => before[word] === relation[word])
      if (!same) clash(name, relation.name)
      all.set(relation.name, { ...before, far: [...new Set([...before.far, ...relation.far])] })
    }
  }
  return all
}

const anyOf = (kinds: readonly Definition[]): Definition => {
  const name = kinds.map((kind) => kind.name).join(' | ')
  const labels = kinds.flatMap((kind) => kind.labels)
  // What is written of them is said of one label: only reads meet this.
  const first = kinds[0] as Definition
  return { ...first, name, labels, fields: fieldsOf(name, kinds), relations: relationsOf(name, kinds), key: [] }
}

const label = (name: string): LabelExpression => ({ kind: 'label', name })

/** Nodes that carry all of the labels of a model. */
export const labelsOf = ({ labels }: Definition): LabelExpression => {
  const [first = '', ...more] = labels
  return more.length === 0 ? label(first) : { kind: 'all-of', of: labels.map(label) }
}

/** The far end of a relation, narrowed to a label where one is said. */
export const farOf = (draft: Draft, relation: Relation, narrowed: unknown): Far => {
  if (narrowed !== undefined && !relation.far.includes(narrowed as string))
    throw refusal(`${relation.name} does not lead to '${String(narrowed)}': it leads to ${listed(relation.far)}`)
  const names = narrowed === undefined ? relation.far : [narrowed as string] // it is one of them
  const kinds = names.map((name) => draft.define(name))
  const [first] = kinds
  if (first !== undefined && kinds.length === 1) return { definition: first, labels: labelsOf(first), kinds: undefined }
  return { definition: anyOf(kinds), labels: { kind: 'any-of', of: names.map(label) }, kinds }
}
