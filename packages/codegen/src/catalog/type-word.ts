/**
 * What one stored value is, in one word, as introspection counts it. `bigint` is an integer past 2^53, `decimal` an exact
 * decimal number, `other` a value whose type neither the engine nor its client can name.
 */
export type TypeWord =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'bigint'
  | 'float'
  | 'decimal'
  | 'date'
  | 'time'
  | 'localTime'
  | 'dateTime'
  | 'localDateTime'
  | 'duration'
  | 'point'
  | 'bytes'
  | 'map'
  | 'list'
  | 'null'
  | 'other'

/** How many values of each type were met. */
export type TypeCounts = Readonly<Partial<Record<TypeWord, number>>>

/** Every word, in the order in which types are listed. */
export const typeWords: readonly TypeWord[] = [
  'string',
  'boolean',
  'integer',
  'bigint',
  'float',
  'decimal',
  'date',
  'time',
  'localTime',
  'dateTime',
  'localDateTime',
  'duration',
  'point',
  'bytes',
  'map',
  'list',
  'null',
  'other',
]
