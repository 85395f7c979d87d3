import { constraintText, indexText, type ConstraintDefinition, type IndexDefinition } from './definition.ts'
import { dataSteps } from './plan-data.ts'
import { findingsOf } from './plan-findings.ts'
import { schemaSteps } from './plan-schema.ts'
import { isConstraint, type SchemaEngine } from './engine/schema-engine.ts'
import type { Lacking, LiveGraph, Plan } from './planned.ts'
import type { WantedGraph } from './wanted.ts'
import { type WantedModel, wantedModel } from './wanted-model.ts'

const textOf = (each: ConstraintDefinition | IndexDefinition): string =>
  isConstraint(each) ? constraintText(each) : indexText(each)

const lackingOf = ({ constraints, indexes }: WantedModel, engine: SchemaEngine): Lacking[] =>
  [...constraints, ...indexes].flatMap((each) => {
    const reason = engine.lacks(each)
    return reason === undefined ? [] : [{ name: each.name, text: textOf(each), reason }]
  })

/** Compares a wanted schema with a graph. It asks nothing and changes nothing. */
export const planOf = (graph: WantedGraph, live: LiveGraph, engine: SchemaEngine): Plan => {
  const wanted = wantedModel(graph)
  const lacking = lackingOf(wanted, engine)
  const lacks = new Set(lacking.map(({ name }) => name))
  const possible: WantedModel = {
    ...wanted,
    constraints: wanted.constraints.filter(({ name }) => !lacks.has(name)),
    indexes: wanted.indexes.filter(({ name }) => !lacks.has(name)),
  }
  const { drops, creations } = schemaSteps(possible, live, { engine, ignore: new Set(graph.ignore ?? []) })
  const steps = [...drops, ...dataSteps(graph, wanted, live.catalog), ...creations]
  const findings = findingsOf(wanted, live.catalog)
  return { ok: steps.length === 0 && findings.length === 0, steps, findings, lacking }
}
