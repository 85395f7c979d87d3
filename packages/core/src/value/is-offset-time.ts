import { isOfKind } from './kind-of.ts'
import type { OffsetTime } from './offset-time.ts'

/** True for a time with an offset made by any copy of Motif in the process. */
export const isOffsetTime = (value: unknown): value is OffsetTime => isOfKind(value, 'offset-time')
