import * as z from 'zod'
import { isName, namePatternFault, nameRule } from '../catalog/naming.ts'
import { parseSpec } from '../catalog/spec.ts'
import { wantedSchema } from '../migrate/wanted-schema.ts'
import type { Config } from './config.ts'

const spec = z.string().superRefine((value, context) => {
  try {
    parseSpec(value)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
  }
})

const property = z.union(
  [
    spec,
    z.strictObject({
      type: spec.optional(),
      nullable: z.boolean().optional(),
      comment: z.string().optional(),
      enum: z
        .union(
          [z.boolean(), z.int().positive(), z.array(z.union([z.string(), z.int()])).min(1)],
          'expected true, a number of values at most, or a list of values',
        )
        .optional(),
      omit: z.boolean().optional(),
    }),
  ],
  "expected a type such as 'integer?' or { type, nullable, comment, enum, omit }",
)

const element = z.strictObject({
  name: z.string().refine(isName, nameRule).optional(),
  comment: z.string().optional(),
  omit: z.boolean().optional(),
  properties: z.record(z.string(), property).optional(),
})

const node = element.extend({
  key: z
    .union([z.string(), z.array(z.string()).min(1), z.literal(false)], "expected 'id', ['tenant', 'id'] or false")
    .optional(),
})

const pattern = z.string().superRefine((value, context) => {
  const message = namePatternFault(value)
  if (message !== undefined) context.addIssue({ code: 'custom', message })
})
const namer = z.custom<(name: string) => string>((value) => typeof value === 'function', 'expected a function')
const naming = z
  .strictObject({
    label: namer.optional(),
    relationshipType: namer.optional(),
    node: pattern.optional(),
    relationship: pattern.optional(),
    properties: pattern.optional(),
    validator: pattern.optional(),
  })
  .superRefine((value, context) => {
    if (value.properties === undefined) return
    for (const key of ['node', 'relationship'] as const)
      if (value[key] === value.properties)
        context.addIssue({ code: 'custom', path: [key], message: 'is the pattern of the properties, too' })
  })

const count = z.int().positive()

/** What a `motif.config.ts` may hold. */
export const configSchema: z.ZodType<Config> = z.strictObject({
  url: z.string().optional(),
  output: z.string().optional(),
  zod: z.union([z.string(), z.literal(false)], 'expected a path or false').optional(),
  snapshot: z.string().optional(),
  scan: z
    .union([z.literal('full'), z.strictObject({ sample: z.int().positive() })], "expected 'full' or { sample: 1_000 }")
    .optional(),
  samples: z
    .union(
      [count, z.strictObject({ count, redact: z.array(z.string()).optional() })],
      "expected a number or { count: 3, redact: ['email'] }",
    )
    .optional(),
  naming: naming.optional(),
  temporal: z.enum(['temporal', 'date', 'string']).optional(),
  integers: z.enum(['auto', 'number', 'bigint']).optional(),
  overrides: z
    .strictObject({
      nodes: z.record(z.string(), node).optional(),
      relationships: z.record(z.string(), element).optional(),
    })
    .optional(),
  statements: z
    .strictObject({
      include: z.array(z.string()).min(1).optional(),
      tsconfig: z.string().optional(),
      output: z.string().optional(),
    })
    .optional(),
  migrate: z
    .strictObject({
      directory: z.string().optional(),
      schema: z.union([z.string(), wantedSchema], 'expected a path or defineGraph({ … })').optional(),
      batch: z.int().positive().optional(),
      unsupported: z.enum(['refuse', 'skip']).optional(),
    })
    .optional(),
})
