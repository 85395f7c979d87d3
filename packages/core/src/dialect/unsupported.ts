import { GraphError } from '../error/graph-error.ts'
import type { Capability } from './dialect.ts'

/** What a dialect lacks, in what part of the query, and what to write instead. */
export interface Lack {
  readonly capability: Capability
  readonly what: string
  readonly instead: string
  readonly dialect: string
}

/** @throws GraphError UNSUPPORTED_FEATURE, always. */
export const unsupported = ({ capability, what, instead, dialect }: Lack): never => {
  throw new GraphError('UNSUPPORTED_FEATURE', `${dialect} has no ${what} (${capability}): ${instead}`)
}
