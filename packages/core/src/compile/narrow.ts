import { intersectionOf } from '../value/intersection-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, neverType } from '../value/value-types.ts'

/** What names stand for, in the order they were met. */
export type Types = Record<string, ValueType>

/** A second use narrows the first. Uses that exclude each other are the types' business; here nothing is known then. */
export const narrow = (types: Types, name: string, type: ValueType): void => {
  const met = types[name]
  const both = met === undefined ? type : intersectionOf(met, type)
  types[name] = both === neverType ? anyType : both
}
