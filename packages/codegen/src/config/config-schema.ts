import * as z from 'zod'
import { parseSpec } from '../catalog/spec.ts'
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
      omit: z.boolean().optional(),
    }),
  ],
  "expected a type such as 'integer?' or { type, nullable, comment, omit }",
)

const element = z.strictObject({
  name: z
    .string()
    .regex(/^\p{Lu}[\p{L}\p{Nd}_]*$/u, 'a name of an interface begins with a capital and has letters, digits and _')
    .optional(),
  comment: z.string().optional(),
  omit: z.boolean().optional(),
  properties: z.record(z.string(), property).optional(),
})

const node = element.extend({
  key: z
    .union([z.string(), z.array(z.string()).min(1), z.literal(false)], "expected 'id', ['tenant', 'id'] or false")
    .optional(),
})

/** What a `motif.config.ts` may hold. */
export const configSchema: z.ZodType<Config> = z.strictObject({
  url: z.string().optional(),
  output: z.string().optional(),
  zod: z.union([z.string(), z.literal(false)], 'expected a path or false').optional(),
  snapshot: z.string().optional(),
  scan: z
    .union([z.literal('full'), z.strictObject({ sample: z.int().positive() })], "expected 'full' or { sample: 1_000 }")
    .optional(),
  temporal: z.enum(['temporal', 'date', 'string']).optional(),
  integers: z.enum(['auto', 'number', 'bigint']).optional(),
  overrides: z
    .strictObject({
      nodes: z.record(z.string(), node).optional(),
      relationships: z.record(z.string(), element).optional(),
    })
    .optional(),
})
