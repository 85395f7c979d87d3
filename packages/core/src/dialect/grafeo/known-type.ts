import type { ValueType } from '../../value/value-type.ts'

/** What a value is, as far as anyone can tell: the type itself, or what an unknown one is believed to be. */
export const knownType = (type: ValueType): ValueType =>
  type.kind === 'any' && type.likely !== undefined ? knownType(type.likely) : type
