import type { ConstraintDefinition, IndexDefinition } from './definition.ts'
import type { CreateConstraint, CreateIndex } from './step.ts'

/** The constraint that a step makes. */
export const constraintOfStep = (step: CreateConstraint): ConstraintDefinition => {
  const { createConstraint: name, kind, properties, type, node, relationship } = step
  const rest = { name, kind, properties, ...(type === undefined ? {} : { type }) }
  return node === undefined
    ? { ...rest, on: 'relationship', target: relationship }
    : { ...rest, on: 'node', target: node }
}

/** The index that a step makes. */
export const indexOfStep = (step: CreateIndex): IndexDefinition => {
  const { createIndex: name, kind, properties, node, relationship, dimensions, similarity = 'cosine', analyzer } = step
  const target = node ?? relationship ?? []
  return {
    name,
    kind,
    on: node === undefined ? 'relationship' : 'node',
    targets: typeof target === 'string' ? [target] : target,
    properties,
    ...(kind === 'vector' && dimensions !== undefined ? { dimensions, similarity } : {}),
    ...(analyzer === undefined ? {} : { analyzer }),
  }
}

/** The step that makes a constraint. */
export const stepOfConstraint = ({
  name,
  kind,
  on,
  target,
  properties,
  type,
}: ConstraintDefinition): CreateConstraint => {
  const place = on === 'node' ? { node: target } : { relationship: target }
  return { createConstraint: name, kind, ...place, properties, ...(type === undefined ? {} : { type }) }
}

/** The step that makes an index. */
export const stepOfIndex = ({ name, kind, on, targets, ...rest }: IndexDefinition): CreateIndex => {
  const [only = ''] = targets
  const target = targets.length === 1 ? only : targets
  return { createIndex: name, kind, ...(on === 'node' ? { node: target } : { relationship: target }), ...rest }
}
