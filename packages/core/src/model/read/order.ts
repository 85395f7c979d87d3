import type { Clause, SortItem } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Definition, Field } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import { isPlain } from './plain.ts'
import type { Step } from './step.ts'
import { property } from './tree.ts'

/** One thing that rows are sorted by. */
export interface SortKey {
  readonly field: Field
  readonly descending: boolean
  /** Of the relationship instead of the node. */
  readonly ofRelationship: boolean
}

const ofFields = (
  given: object,
  { fields, name }: Pick<Definition, 'fields' | 'name'>,
  ofRelationship: boolean,
): readonly SortKey[] =>
  Object.entries(given).map(([key, direction]) => {
    const field = fields.get(key)
    if (field === undefined) throw refusal(`orderBy: ${name} has no property '${key}': ${listed(fields.keys())}`)
    if (direction !== 'asc' && direction !== 'desc') throw refusal(`orderBy: '${key}' is sorted 'asc' or 'desc'`)
    return { field, descending: direction === 'desc', ofRelationship }
  })

/**
 * What `orderBy` names: `'at'`, `{ at: 'desc' }`, `{ $relationship: { since: 'desc' } }`, or a list of these.
 *
 * @throws GraphError USAGE for what is no property.
 */
export const sortKeys = (given: unknown, definition: Definition, step?: Step): readonly SortKey[] => {
  if (given === undefined) return []
  if (Array.isArray(given)) return given.flatMap((each) => sortKeys(each, definition, step))
  if (typeof given === 'string') return ofFields({ [given]: 'asc' }, definition, false)
  if (!isPlain(given)) throw refusal('orderBy takes a name, { name: direction } or a list of these')
  const { $relationship: ofStep, ...own } = given
  const keys = ofFields(own, definition, false)
  if (ofStep === undefined) return keys
  if (step === undefined || !isPlain(ofStep)) throw refusal('orderBy: there is no relationship here to sort by')
  return [...keys, ...ofFields(ofStep, { fields: step.relation.fields, name: step.relation.type }, true)]
}

/** What a key is read from. */
export const keyExpression = ({ field, ofRelationship }: SortKey, node: string, step?: Step): Expression =>
  property(ofRelationship && step !== undefined ? step.variable : node, field.property)

/** ORDER BY, where there is something to sort by. As Cypher has it, null is greater than all else. */
export const sorted = (keys: readonly SortKey[], node: string, step?: Step): readonly Clause[] => {
  const items = keys.map(
    (key): SortItem => ({ expression: keyExpression(key, node, step), descending: key.descending }),
  )
  return items.length === 0 ? [] : [{ kind: 'order-by', items }]
}
