import { ask } from '../../introspect/ask.ts'
import { grafeoConstraints, grafeoIndexes } from '../../introspect/grafeo-schema.ts'
import type { ConstraintDefinition, IndexDefinition } from '../definition.ts'
import { constraintCypher, rangeIndexCypher } from './created-text.ts'
import { quoted } from './quoted.ts'
import { isConstraint, type SchemaEngineOf } from './schema-engine.ts'

const lacks = (wanted: ConstraintDefinition | IndexDefinition): string | undefined => {
  const what = isConstraint(wanted) ? 'constraints' : 'indexes'
  if (wanted.on === 'relationship') return `Grafeo has no ${what} on relationships`
  if (isConstraint(wanted)) return wanted.kind === 'type' ? 'Grafeo has no constraints of type' : undefined
  if (wanted.kind !== 'range') return `Grafeo has no ${wanted.kind} indexes in Cypher`
  return wanted.properties.length === 1
    ? undefined
    : 'Grafeo makes an index for each of several properties, and can drop but one of them'
}

/** Grafeo: constraints on nodes, and one kind of index, which it calls a hash. */
export const grafeoSchema: SchemaEngineOf = async (executor) => ({
  name: 'Grafeo',
  lacks,
  create: (wanted) => (isConstraint(wanted) ? constraintCypher(wanted) : rangeIndexCypher(wanted)),
  drop: (what, name) => `DROP ${what === 'index' ? 'INDEX' : 'CONSTRAINT'} ${quoted(name)} IF EXISTS`,
  constraints: () => grafeoConstraints((question) => ask(executor, question)),
  indexes: async () => {
    const found = await grafeoIndexes((question) => ask(executor, question))
    return found.map(({ name, target, properties }) => ({
      name,
      kind: 'range',
      on: 'node',
      targets: [target],
      properties,
    }))
  },
  ordered: false,
  verifies: false, // it takes a constraint that the data breaks
})
