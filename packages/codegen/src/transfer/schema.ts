import type { Executor } from '@motif/core'
import * as z from 'zod'
import { ours } from '../catalog/ours.ts'
import type { ConstraintDefinition, IndexDefinition } from '../migrate/definition.ts'
import { schemaEngineOf } from '../migrate/engine/schema-engine-of.ts'
import { definitionOf } from '../migrate/same-definition.ts'

/** Constraints and indexes on their way from one graph to another. */
export interface TransferSchema {
  readonly constraints: readonly ConstraintDefinition[]
  readonly indexes: readonly IndexDefinition[]
}

/** Those of a graph, but for Motif's own. */
export const readSchema = async (executor: Executor): Promise<TransferSchema> => {
  const engine = await schemaEngineOf(executor)
  const constraints = (await engine.constraints()).filter(({ target }) => !ours.has(target))
  const indexes = (await engine.indexes()).filter(({ targets }) => !targets.some((target) => ours.has(target)))
  return { constraints: constraints.flatMap(definitionOf), indexes }
}

const names = z.array(z.string())
const on = z.enum(['node', 'relationship'])
const constraint = z.object({
  name: z.string(),
  kind: z.enum(['unique', 'key', 'exists', 'type']),
  on,
  target: z.string(),
  properties: names,
  type: z.string().optional(),
})
const index = z.object({
  name: z.string(),
  kind: z.enum(['range', 'text', 'point', 'vector', 'fulltext']),
  on,
  targets: names,
  properties: names,
  dimensions: z.int().positive().optional(),
  similarity: z.enum(['cosine', 'euclidean']).optional(),
  analyzer: z.string().optional(),
})
const form = z.object({ constraints: z.array(constraint), indexes: z.array(index) })

/** What a dump says of them. Throws for what it never says. */
export const parseSchema = (value: unknown): TransferSchema => form.parse(value) as TransferSchema // types are texts here
