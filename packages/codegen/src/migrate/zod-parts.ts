import * as z from 'zod'
import { parseSpec } from '../catalog/spec.ts'
import type { StepValue } from './step.ts'

/** A name of a label, type, property, constraint or index. */
export const name: z.ZodType<string> = z.string().min(1, 'a name has a character')

/** One or more names. */
export const names: z.ZodType<string[]> = z.array(name).min(1, 'name one at least')

/** A property's type in words; the message names all that may stand there. */
export const spec: z.ZodType<string> = z.string().superRefine((value, context) => {
  try {
    parseSpec(value)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
  }
})

/** What a step may write. */
export const stepValue: z.ZodType<StepValue> = z.union(
  [z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number()), z.array(z.boolean())],
  'expected a text, a number, a boolean or a list of one of them; write others in Cypher',
)
