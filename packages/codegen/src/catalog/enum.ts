import type { ValueType } from '@motif/core'
import type { PropertyOverride } from '../config/config.ts'
import type { PlainValue, PropertyEntry } from './catalog.ts'
import { order } from './order.ts'

/** So many values make an enum where nothing else is said. */
const usual = 20

/** How many values a property may have to be an enum of what is in the graph; undefined when nobody asks for it. */
export const enumLimit = (override: PropertyOverride | undefined): number | undefined => {
  if (override === undefined || typeof override === 'string') return undefined
  const { enum: wish } = override
  return wish === true ? usual : typeof wish === 'number' ? wish : undefined
}

/** Numbers before texts, each in their order. */
export const sortedValues = (values: readonly PlainValue[]): PlainValue[] =>
  [...new Set(values)].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : typeof a === typeof b
        ? order(`${a}`, `${b}`)
        : typeof a === 'number'
          ? -1
          : 1,
  )

/** Values of an enum, and of what type they are. */
export interface Enum {
  readonly values: readonly PlainValue[]
  readonly type: ValueType | undefined
}

/** The type that holds some values; what was found says already what those in the graph are. */
const typeOf = (values: readonly PlainValue[]): ValueType => {
  const string: ValueType = { kind: 'string', nullable: false }
  const integer: ValueType = { kind: 'integer', nullable: false }
  if (values.every((value) => typeof value === 'string')) return string
  return values.every((value) => typeof value === 'number')
    ? integer
    : { kind: 'union', of: [string, integer], nullable: false }
}

/** The enum that an override makes of a property; a sentence when it cannot be one; undefined when none is asked for. */
export const enumOf = (override: PropertyOverride, entry: PropertyEntry | undefined): Enum | string | undefined => {
  if (typeof override === 'string' || override.enum === undefined || override.enum === false) return undefined
  if (typeof override.enum === 'object') return { values: sortedValues(override.enum), type: typeOf(override.enum) }
  if (entry?.values !== undefined && entry.values.length > 0) return { values: entry.values, type: undefined }
  return `has no values, more than ${enumLimit(override)}, or others than texts and whole numbers`
}
