import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { Clauses } from './clauses.ts'
import { isFlat, type Site } from './plan.ts'
import { fromRow } from './typed.ts'
import { variable } from '../read/tree.ts'
import { at, list, mapOf, node, property, put, step } from './trees.ts'

/** What relationships are made from: the name of the node they begin at, and the rows of each site. */
export interface Near {
  readonly name: string
  readonly policy: TemporalPolicy
  rows(site: Site): Expression
}

type Entries = ReturnType<typeof fromRow>

const setAll = (query: Clauses, name: string, entries: Entries): Clauses =>
  entries.length === 0 ? query : query.set(name, Object.fromEntries(entries.map(([key, given]) => [key, put(given)])))

/** The names of one site in a statement. */
const namesOf = ({ name }: Site) => {
  const id = name.slice(1)
  return { row: `r${id}`, node: `m${id}`, relationship: `q${id}` }
}

/** `MERGE (n)-[q:TYPE]->(m) SET q.since = …` */
const mergeStep = (query: Clauses, near: Near, site: Site, entries: Entries): Clauses => {
  const names = namesOf(site)
  const name = entries.length === 0 ? undefined : names.relationship
  const merged = query.merge(step(near.name, site.relation, node(names.node), { name }))
  return setAll(merged, names.relationship, entries)
}

const makers: Readonly<Record<Site['how'], (query: Clauses, near: Near, site: Site) => Clauses>> = {
  create(query, near, site) {
    const { definition, relation, properties, relationship, inner } = site
    const names = namesOf(site)
    const row = variable(names.row)
    const { policy } = near
    const entries = fromRow(isFlat(site) ? row : property(row, 'node'), properties, {
      fields: definition.fields,
      policy,
    })
    const own = fromRow(property(row, 'relationship'), relationship, { fields: relation.fields, policy })
    const to = node(inner.size === 0 ? undefined : names.node, definition.labels, mapOf(entries))
    const created = query.create(step(near.name, relation, to, { properties: mapOf(own) }))
    return joinAll(created, inner.values(), {
      name: names.node,
      policy,
      rows: (each) => property(row, each.name),
    })
  },

  connect(query, near, site) {
    const names = namesOf(site)
    const row = variable(names.row)
    const position = isFlat(site) ? row : property(row, 'at')
    const found: Expression = { kind: 'index', of: variable(site.lookup?.name ?? ''), at: position } // it has one
    const own = fromRow(property(row, 'relationship'), site.relationship, {
      fields: site.relation.fields,
      policy: near.policy,
    })
    return query.foreach(names.node, put(list(found)), (inner) => mergeStep(inner, near, site, own))
  },

  merge(query, near, site) {
    const { definition, relation, properties, relationship } = site
    const names = namesOf(site)
    const row = variable(names.row)
    const about = { fields: definition.fields, policy: near.policy }
    const from = isFlat(site) ? row : property(row, 'node')
    const keys = definition.key.map((field) => field.property)
    const others = [...properties].filter((name) => !keys.includes(name))
    const merged = query.merge(at(node(names.node, definition.labels, mapOf(fromRow(from, keys, about)))))
    const set = Object.fromEntries(fromRow(from, others, about).map(([key, given]) => [key, put(given)]))
    const found = others.length === 0 ? merged : merged.onCreateSet(names.node, set)
    const own = fromRow(property(row, 'relationship'), relationship, { fields: relation.fields, policy: near.policy })
    return mergeStep(found, near, site, own)
  },
}

/** Makes nodes and relationships for the rows of each site, in FOREACH, so that the row at hand stays one. */
export const joinAll = (query: Clauses, sites: Iterable<Site>, near: Near): Clauses => {
  let made = query
  for (const site of sites)
    made = made.foreach(namesOf(site).row, put(near.rows(site)), (inner) => makers[site.how](inner, near, site))
  return made
}
