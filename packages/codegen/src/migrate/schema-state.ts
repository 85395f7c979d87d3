import { GraphError } from '@motif/core'
import { counted } from '../catalog/words.ts'
import { type ConstraintDefinition, constraintText, type IndexDefinition, indexText } from './definition.ts'
import { quoted } from './engine/quoted.ts'
import { isConstraint, type SchemaEngine } from './engine/schema-engine.ts'
import { type AnyGraph, numberOf } from './graph-handle.ts'
import { sameConstraint, sameIndex, definitionOf } from './same-definition.ts'

/** Whether a constraint or index is there already. Throws CONSTRAINT when another goes by its name. */
export const isThere = async (
  wanted: ConstraintDefinition | IndexDefinition,
  engine: SchemaEngine,
): Promise<boolean> => {
  const constraints = (await engine.constraints()).flatMap(definitionOf)
  const indexes = await engine.indexes()
  const there = isConstraint(wanted)
    ? constraints.some((each) => sameConstraint(each, wanted))
    : indexes.some((each) => sameIndex(engine.ordered)(each, wanted))
  if (there) return true
  const constraint = constraints.find(({ name }) => name === wanted.name)
  const index = indexes.find(({ name }) => name === wanted.name)
  const namesake = constraint === undefined ? index && indexText(index) : constraintText(constraint)
  if (namesake === undefined) return false
  throw new GraphError('CONSTRAINT', `the graph has another of that name: ${namesake}`, { outcome: 'not sent' })
}

const brokenBy = ({ kind, target, properties }: ConstraintDefinition): string => {
  const match = `MATCH (n:${quoted(target)})`
  const owned = properties.map((name) => `n.${quoted(name)}`)
  const missing = owned.map((each) => `${each} IS NULL`).join(' OR ')
  if (kind === 'exists') return `${match} WHERE ${missing} RETURN count(*) AS count`
  const values = owned.map((each, at) => `${each} AS v${at}`).join(', ')
  const all = owned.map((each) => `${each} IS NOT NULL`).join(' AND ')
  return `${match} WHERE ${all} WITH ${values}, count(*) AS c WHERE c > 1 RETURN sum(c) AS count`
}

/**
 * Refuses a constraint that the data breaks, on an engine that would take it nevertheless. It counts; no value is told.
 *
 * @throws GraphError CONSTRAINT saying how many nodes break it.
 */
export const mustFit = async (db: AnyGraph, wanted: ConstraintDefinition): Promise<void> => {
  const { kind, target: label, properties } = wanted
  const kinds = kind === 'key' ? (['exists', 'unique'] as const) : [kind]
  for (const each of kinds) {
    const count = await numberOf(db, brokenBy({ ...wanted, kind: each }), 'count')
    if (count === 0) continue
    const how = each === 'exists' ? 'lack it' : 'share a value'
    throw new GraphError('CONSTRAINT', `${counted(count, 'node')} of ${label} ${how}`, {
      outcome: 'not sent',
      label,
      properties,
    })
  }
}
