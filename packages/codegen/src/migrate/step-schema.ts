import * as z from 'zod'
import { declaredType } from './declared-type.ts'
import type { Migration, Step } from './step.ts'
import { stepVerb, stepVerbs, type StepVerb } from './step-verb.ts'
import { name, names, spec, stepValue } from './zod-parts.ts'

const common = { destructive: z.boolean().optional() }
const batched = { ...common, batch: z.int().positive().optional() }
const place = { node: name.optional(), relationship: name.optional() }
const several = z.union([name, names], 'expected a label or a list of them').optional()

const oneOf =
  (...keys: readonly string[]) =>
  (value: object): boolean =>
    keys.filter((key) => Object.hasOwn(value, key) && (value as Record<string, unknown>)[key] !== undefined).length ===
    1

const placed = (shape: z.ZodObject): z.ZodType =>
  shape.refine(oneOf('node', 'relationship'), 'say node or relationship, one of them')

/** Renaming to itself would never end, or lose what it renames. */
const elsewhere =
  (key: string) =>
  (value: object): boolean =>
    (value as Record<string, unknown>)[key] !== (value as Record<string, unknown>)['to']

const same = 'the new name is the old one'

const callback = z.custom<unknown>((value) => typeof value === 'function', 'expected a function')

const schemas: Readonly<Record<StepVerb, z.ZodType>> = {
  renameLabel: z.strictObject({ renameLabel: name, to: name, ...batched }).refine(elsewhere('renameLabel'), same),
  renameType: z.strictObject({ renameType: name, to: name, ...batched }).refine(elsewhere('renameType'), same),
  renameProperty: placed(
    z.strictObject({ renameProperty: name, to: name, ...place, prefer: z.enum(['old', 'new']).optional(), ...batched }),
  ).refine((each) => elsewhere('renameProperty')(each as object), same),
  backfill: placed(
    z.strictObject({ backfill: name, ...place, value: stepValue.optional(), cypher: name.optional(), ...batched }),
  ).refine((each) => oneOf('value', 'cypher')(each as object), 'say value or cypher, one of them'),
  removeProperty: placed(z.strictObject({ removeProperty: name, ...place, ...batched })),
  removeLabel: z.strictObject({ removeLabel: name, ...batched }),
  deleteNodes: z.strictObject({ deleteNodes: name, ...batched }),
  deleteRelationships: z.strictObject({ deleteRelationships: name, ...batched }),
  createConstraint: placed(
    z.strictObject({
      createConstraint: name,
      kind: z.enum(['unique', 'key', 'exists', 'type']),
      ...place,
      properties: names,
      type: spec.optional(),
      ...common,
    }),
  ).refine((each) => {
    const { kind, type } = each as { readonly kind: string; readonly type?: string }
    return kind !== 'type' || (type !== undefined && declaredType(type) !== undefined)
  }, 'a constraint of type says which, one that an engine can hold: integer, list<string>'),
  createIndex: placed(
    z.strictObject({
      createIndex: name,
      kind: z.enum(['range', 'text', 'point', 'vector', 'fulltext']),
      node: several,
      relationship: several,
      properties: names,
      dimensions: z.int().positive().optional(),
      similarity: z.enum(['cosine', 'euclidean']).optional(),
      analyzer: z.string().optional(),
      ...common,
    }),
  ).refine((each) => {
    const { kind, dimensions } = each as { readonly kind: string; readonly dimensions?: number }
    return (kind === 'vector') === (dimensions !== undefined)
  }, 'a vector index says its dimensions, and no other has any'),
  dropConstraint: z.strictObject({ dropConstraint: name, replacedBy: name.optional(), ...common }),
  dropIndex: z.strictObject({ dropIndex: name, replacedBy: name.optional(), ...common }),
  cypher: z
    .strictObject({
      cypher: name,
      params: z.record(z.string(), stepValue).optional(),
      batched: z.boolean().optional(),
      title: name.optional(),
      ...batched,
    })
    .refine(
      ({ cypher, batched: repeated }) => repeated !== true || (/\$batch\b/.test(cypher) && /\bdone\b/.test(cypher)),
      'what is batched takes $batch and returns how many it changed AS done',
    ),
  run: z.strictObject({ run: callback, title: name, ...common }),
  runAlone: z.strictObject({ runAlone: callback, title: name, ...common }),
}

const step = z.unknown().transform((value, context): Step => {
  const verb = typeof value === 'object' && value !== null ? stepVerb(value) : undefined
  if (verb === undefined) {
    context.addIssue({ code: 'custom', message: `a step has one of ${stepVerbs.join(', ')}` })
    return z.NEVER
  }
  const result = schemas[verb].safeParse(value)
  if (result.success) return result.data as Step // its own schema has just passed it
  for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as (typeof context.issues)[0])
  return z.NEVER
})

/** What a migration file may export. */
export const migrationSchema: z.ZodType<Migration> = z.strictObject({
  up: z.array(step),
  down: z.array(step).optional(),
})
