import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { Field } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import type { Values } from './inputs.ts'
import { asParameters, patternOf } from './typed.ts'
import { at, node, put } from './trees.ts'

/** What the values of a model's own nodes are read by. */
export const about = (
  context: ModelContext,
): { readonly fields: ReadonlyMap<string, Field>; readonly policy: TemporalPolicy } => ({
  fields: context.definition.fields,
  policy: policyOf(context),
})

/** `(n:User {id: $p1})` */
export const thisNode = (context: ModelContext, properties: Values): object =>
  at(node('n', context.definition.labels, patternOf(properties, about(context))))

/** What the builder's `set` takes. */
export const toSet = (context: ModelContext, values: Values): Record<string, object> =>
  Object.fromEntries(asParameters(values, about(context)).map(([name, given]) => [name, put(given)]))
