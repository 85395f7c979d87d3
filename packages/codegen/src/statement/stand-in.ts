import type { QueryParameter } from '@motif/core'

type ValueType = QueryParameter['type']

const scalars: Readonly<Record<string, unknown>> = {
  string: '',
  boolean: false,
  integer: 1,
  bigint: 1n,
  float: 1,
  number: 1,
  bytes: new Uint8Array(),
}

const valueOf = (type: ValueType): unknown => {
  if (type.kind === 'list') return []
  if (type.kind === 'map')
    return Object.fromEntries(Object.entries(type.entries).map(([key, entry]) => [key, valueOf(entry)]))
  if (type.kind === 'any' && type.likely !== undefined) return valueOf(type.likely)
  return scalars[type.kind] ?? null
}

/** Values for the parameters of a statement that is to be explained: some engines plan for none that is missing. */
export const standIns = (parameters: readonly QueryParameter[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(parameters.map(({ name, type }) => [name, valueOf(type)]))
