import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import { listOf, mapOf as mapType } from '../../value/value-types.ts'
import type { Definition, Relation } from '../definition.ts'
import { eachFromText } from '../read/from-text.ts'
import type { Clauses } from './clauses.ts'
import type { Reference, RelationInput } from './inputs.ts'
import { fromRow } from './typed.ts'
import { binary, call, joined, not, variable } from '../read/tree.ts'
import { node, property, put, step, value } from './trees.ts'

/** Relationships that end: all of a relation, those to some nodes, or those to all but some. */
export interface Removal {
  readonly name: string
  readonly relation: Relation
  readonly what: 'all' | 'these' | 'others'
  readonly references: readonly Reference[]
  /** Whether the nodes go too, and whether with whatever else they are related to. */
  readonly nodes: 'keep' | 'delete' | 'detach'
}

type Without = Omit<Removal, 'name'>

const ofInput = (input: RelationInput): readonly Without[] => {
  const { relation, connect, connectOrCreate, create, set, disconnect, detach } = input
  const out: Without[] = []
  const add = (what: Removal['what'], references: readonly Reference[], nodes: Removal['nodes']): void => {
    out.push({ relation, what, references, nodes })
  }
  const makes = create.length + connect.length + connectOrCreate.length > 0
  // What there is one of at most makes room for another.
  if (set !== undefined || (relation.one && makes))
    add('others', [...(set ?? []), ...connect, ...connectOrCreate], 'keep')
  if (disconnect === 'all') add('all', [], 'keep')
  else if (disconnect.length > 0) add('these', disconnect, 'keep')
  if (input.delete.length > 0) add('these', input.delete, detach ? 'detach' : 'delete')
  return out
}

/** What has to end, of the relations of a node that is there. */
export const removalsOf = (inputs: readonly RelationInput[]): readonly Removal[] =>
  inputs.flatMap(ofInput).map((each, index) => ({ ...each, name: `o${index + 1}` }))

/** `o.id IN $p1`; of a key of several properties, `any(k IN $p1 WHERE o.a = k.a AND o.b = k.b)`. */
const isAmong = (
  name: string,
  { key, fields }: Definition,
  references: readonly Reference[],
  policy: TemporalPolicy,
): Expression => {
  const [only] = key
  const keys = references.map((each) => each.key)
  if (key.length === 1 && only !== undefined) {
    const found = listOf(only.type)
    const among = value(
      keys.map((each) => each[only.property]),
      found,
    )
    return binary(
      property(variable(name), only.property),
      'IN',
      eachFromText(among, only.type, { policy, name: () => 'k' }),
    )
  }
  const names = key.map((field) => field.property)
  const type = listOf(mapType(Object.fromEntries(key.map((field) => [field.property, field.type]))))
  const equal = fromRow(variable('k'), names, { fields, policy }).map(([each, given]) =>
    binary(property(variable(name), each), '=', given),
  )
  const where = joined('AND', equal) ?? value(true) // a key has a property
  return { kind: 'quantifier', name: 'any', variable: 'k', in: value(keys, type), where }
}

const isOf = (name: string, { labels }: Definition): Expression => {
  const all = labels.map((each) => ({ kind: 'label', name: each }) as const)
  const [only] = all
  return {
    kind: 'label-test',
    of: variable(name),
    labels: only === undefined || all.length > 1 ? { kind: 'all-of', of: all } : only,
  }
}

/** Whether the far node is one of those that were named. */
const isNamed = ({ name, relation, references }: Removal, policy: TemporalPolicy): Expression | undefined => {
  const byModel = new Map<Definition, Reference[]>()
  for (const each of references) byModel.set(each.definition, [...(byModel.get(each.definition) ?? []), each])
  return joined(
    'OR',
    Array.from(byModel, ([definition, some]) => {
      const among = isAmong(name, definition, some, policy)
      return relation.far.length > 1 ? binary(isOf(name, definition), 'AND', among) : among
    }),
  )
}

/** `MATCH (n)-[x1:TYPE]->(o1) WHERE …` */
const matched = (query: Clauses, near: string, removal: Removal, policy: TemporalPolicy): Clauses => {
  const { name, relation, what } = removal
  const [only] = relation.far
  const labels = relation.far.length === 1 && only !== undefined ? [only] : []
  const found = query.match(step(near, relation, node(name, labels), { name: relationshipOf(removal) }))
  const named = what === 'all' ? undefined : isNamed(removal, policy)
  if (named === undefined) return found
  return found.where(() => put(what === 'others' ? not(named) : named))
}

const relationshipOf = ({ name }: Removal): string => `x${name.slice(1)}`

const count = (name: string): Expression => call('count', variable(name))

/** `COUNT { (o1)--() }` */
const relationships = (name: string): Expression => ({
  kind: 'subquery',
  name: 'COUNT',
  clauses: [
    {
      kind: 'match',
      optional: false,
      patterns: [
        {
          variable: undefined,
          search: undefined,
          elements: [
            node(name),
            {
              kind: 'relationship',
              variable: undefined,
              types: undefined,
              direction: 'both',
              length: undefined,
              properties: undefined,
              where: undefined,
            },
            node(undefined),
          ],
        },
      ],
    },
  ],
})

/** Tells, for nodes that are to go alone, how many relationships they have besides; in a column of its own. */
export const countOthers = (query: Clauses, near: string, removal: Removal, policy: TemporalPolicy): Clauses => {
  const { name } = removal
  const [own, every] = [`own${name}`, `all${name}`]
  return query.call([near], (inner) =>
    matched(inner, near, removal, policy)
      .with(() => ({
        [name]: put(variable(name)),
        [own]: put(count(relationshipOf(removal))),
        [every]: put(relationships(name)),
      }))
      .return(() => ({ [othersOf(removal)]: put(call('sum', binary(variable(every), '-', variable(own)))) })),
  )
}

/** The column of `countOthers`. */
export const othersOf = ({ name }: Removal): string => `others${name.slice(1)}`

/** Ends what is to end. */
export const removeAll = (
  query: Clauses,
  near: string,
  removals: readonly Removal[],
  policy: TemporalPolicy,
): Clauses => {
  let made = query
  for (const removal of removals)
    made = made.call([near], (inner) => {
      const found = matched(inner, near, removal, policy)
      return removal.nodes === 'keep'
        ? found.delete(() => [put(variable(relationshipOf(removal)))])
        : found.detachDelete(() => [put(variable(removal.name))])
    })
  return made
}

/** `COUNT { (n)--() }`, for a node that is to be deleted. */
export const relationshipsOf = (name: string): Expression => relationships(name)
