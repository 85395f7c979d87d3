import type { ScalarName, ValueType } from './value-type.ts'
import { words } from './words.ts'

const scalarNames = words(
  'string boolean integer bigint float number bytes point date time localTime dateTime localDateTime duration',
)

/** Anything, null included: what is not known. */
export const anyType: ValueType = { kind: 'any', nullable: true }
/** The type of `null`. */
export const nullType: ValueType = { kind: 'null', nullable: true }
/** No value at all: the element of an empty list. */
export const neverType: ValueType = { kind: 'union', of: [], nullable: false }

/** Whether a word names a scalar type. */
export const isScalarName = (name: string): name is ScalarName => scalarNames.has(name)

/** A scalar type that holds no null. */
export const scalarType = (kind: ScalarName): ValueType => ({ kind, nullable: false })

export const isNumber = ({ kind }: ValueType): boolean => kind === 'integer' || kind === 'float' || kind === 'number'

/** A list of some type. */
export const listOf = (of: ValueType, nullable: boolean = false): ValueType => ({ kind: 'list', of, nullable })

/** A map of these entries; `partial` says which of them may be missing: any, or those that may be null. */
export const mapOf = (entries: Readonly<Record<string, ValueType>>, partial?: boolean | 'nullable'): ValueType =>
  partial ? { kind: 'map', entries, partial, nullable: false } : { kind: 'map', entries, nullable: false }

/** The same member of the union, one field changed. */
const turned = (type: ValueType, nullable: boolean): ValueType => ({ ...type, nullable }) as ValueType

/** The type or null. */
export const nullableOf = (type: ValueType): ValueType => (type.nullable ? type : turned(type, true))

/** The type without null; `any` stays what it is, since nothing is known of it. */
export const nonNullOf = (type: ValueType): ValueType => {
  if (!type.nullable || type.kind === 'any') return type
  return type.kind === 'null' ? neverType : turned(type, false)
}

/** The type, nullable when `other` is: what most functions do with a null argument. */
export const nullableAs = (type: ValueType, other: ValueType): ValueType => (other.nullable ? nullableOf(type) : type)
