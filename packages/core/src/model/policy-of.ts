import type { TemporalPolicy } from '../schema/type-script-of.ts'
import type { ModelSource } from './model-context.ts'

/** How times are read, and so how they are given and written. */
export const policyOf = ({ given: { schema } }: ModelSource): TemporalPolicy => schema?.temporal ?? 'temporal'
