import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import { listOf, mapOf as mapType } from '../../value/value-types.ts'
import type { Field } from '../definition.ts'
import type { Clauses } from './clauses.ts'
import type { Values } from './inputs.ts'
import type { Lookup } from './plan.ts'
import { fromRow } from './typed.ts'
import { positionColumn } from '../read/statement.ts'
import { binary, call, joined, variable } from '../read/tree.ts'
import { at, mapOf, node, property, put, value } from './trees.ts'

/** The keys to look for, each with its place in the list. */
const keysOf = ({ keys, definition }: Lookup): Expression => {
  const entries = Object.fromEntries(definition.key.map(({ property: name, type }) => [name, type]))
  const type = listOf(mapType({ ...entries, [positionColumn]: { kind: 'integer', nullable: false } }))
  return value(
    keys.map((key: Values, index) => ({ ...key, [positionColumn]: index })),
    type,
  )
}

/** `UNWIND keys AS k MATCH (m:Label {id: k.id})` */
const matched = (query: Clauses, lookup: Lookup, policy: TemporalPolicy): Clauses => {
  const { fields, labels, key } = lookup.definition
  const names = key.map((field: Field) => field.property)
  const properties = mapOf(fromRow(variable('k'), names, { fields, policy }))
  return query
    .unwind()(put(keysOf(lookup)), 'k')
    .match(at(node('m', labels, properties)))
}

/** Finds the nodes that must be there, as lists in the order of their keys; where one is missing no row is left. */
export const lookUp = (query: Clauses, lookups: readonly Lookup[], policy: TemporalPolicy): Clauses => {
  let found = query
  for (const lookup of lookups)
    found = found.call([], (inner) =>
      matched(inner, lookup, policy)
        .with(() => ({ k: put(variable('k')), m: put(variable('m')) }))
        .orderBy(() => put(property(variable('k'), positionColumn)))
        .return(() => ({ [lookup.name]: put(call('collect', variable('m'))) })),
    )
  const all = joined(
    'AND',
    lookups.map(({ name, keys }) => binary(call('size', variable(name)), '=', value(keys.length))),
  )
  if (all === undefined) return found
  const names = Object.fromEntries(lookups.map(({ name }) => [name, put(variable(name))]))
  return found.with(() => names).where(() => put(all))
}

/** How many nodes have each of the keys: what is asked when they were not all there. */
export const countEach = (query: Clauses, lookup: Lookup, policy: TemporalPolicy): Clauses =>
  matched(query, lookup, policy).return(() => ({
    at: put(property(variable('k'), positionColumn)),
    count: put({ kind: 'call', name: 'count', distinct: false, star: true, arguments: [] }),
  }))
