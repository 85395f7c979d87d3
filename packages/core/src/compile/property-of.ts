import { propertyType } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { nullableAs } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'

/** What `of.key` is; `any` where nothing says so. */
export const propertyOf = (of: ValueType, key: string, to: Analysis): ValueType =>
  nullableAs(propertyType(of, key, to.schema), of)
