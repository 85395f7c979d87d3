import * as z from 'zod'
import { wantedFaults } from './wanted-faults.ts'
import type { WantedGraph } from './wanted.ts'
import { name, names, spec, stepValue } from './zod-parts.ts'

const property = z.union(
  [
    spec,
    z
      .strictObject({
        type: spec.optional(),
        renamedFrom: name.optional(),
        default: stepValue.optional(),
        backfill: z.string().min(1).optional(),
      })
      .refine((each) => each.default === undefined || each.backfill === undefined, 'say default or backfill, not both'),
  ],
  "expected a type such as 'integer?' or { type, renamedFrom, default, backfill }",
)

const index = z.strictObject({
  name: name.optional(),
  kind: z.enum(['range', 'text', 'point', 'vector', 'fulltext']).optional(),
  properties: z.union([name, names], 'expected a property or a list of them'),
  also: names.optional(),
  analyzer: z.string().optional(),
  dimensions: z.int().positive().optional(),
  similarity: z.enum(['cosine', 'euclidean']).optional(),
})

const element = z.strictObject({
  renamedFrom: name.optional(),
  properties: z.record(z.string(), property).optional(),
  key: z.union([name, names], 'expected a property or a list of them').optional(),
  unique: z.array(z.union([name, names], 'expected a property or a list of them')).optional(),
  exists: names.optional(),
  typed: names.optional(),
  indexes: z
    .array(z.union([name, names, index], "expected a property, a list of them, or { kind, properties: ['…'] }"))
    .optional(),
  removed: names.optional(),
})

const elements = z.record(name, element).optional()

/** What a wanted schema may hold. */
export const wantedSchema: z.ZodType<WantedGraph> = z
  .strictObject({
    nodes: elements,
    relationships: elements,
    removed: z
      .strictObject({ nodes: names.optional(), labels: names.optional(), relationships: names.optional() })
      .optional(),
    ignore: names.optional(),
  })
  .superRefine((graph, context) => {
    for (const { path, message } of wantedFaults(graph)) context.addIssue({ code: 'custom', path: [...path], message })
  })
