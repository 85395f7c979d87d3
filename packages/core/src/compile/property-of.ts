import { nodeBag, propertyType, relationshipBag } from '../schema/property-bag.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, nullableAs } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'

/** What `of.key` is. */
export const propertyOf = (of: ValueType, key: string, to: Analysis): ValueType => {
  if (of.kind === 'node') return nullableAs(propertyType(nodeBag(to.schema, of.labels), key), of)
  if (of.kind === 'relationship') return nullableAs(propertyType(relationshipBag(to.schema, of.types), key), of)
  if (of.kind === 'map') return nullableAs(propertyType(of.entries, key), of)
  return anyType
}
