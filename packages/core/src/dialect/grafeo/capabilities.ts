import type { Capability } from '../dialect.ts'

/** What Grafeo can say, by itself or written another way. */
export const capabilities: ReadonlySet<Capability> = new Set<Capability>([
  'label-expressions',
  'inline-where',
  'exists-subquery',
  'count-subquery',
  'call-subquery',
  'nulls-order',
  'create-from-map',
  'nested-aggregates',
  'set-on-null',
  'zero-length-paths',
  'negative-slices',
  'explain',
  'profile',
])
