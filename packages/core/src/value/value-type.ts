/**
 * What a value is, as plain data: the run-time counterpart of the types the grammar infers.
 * Columns and parameters carry one; engines that lose types (dates as text, 1.0 as 1) decode and encode by it.
 */

/**
 * Cypher's simple types, in one word each. `number` is an integer or a float, not known which; `bigint` an integer that
 * is always read as a bigint, by policy of its property.
 */
export type ScalarName =
  | 'string'
  | 'boolean'
  | 'integer'
  | 'bigint'
  | 'float'
  | 'number'
  | 'bytes'
  | 'point'
  | 'date'
  | 'time'
  | 'localTime'
  | 'dateTime'
  | 'localDateTime'
  | 'duration'

export type ValueType =
  | { readonly kind: ScalarName; readonly nullable: boolean }
  /** Not known to the types. `likely` is what it is believed to be, for engines that have to be told. */
  | { readonly kind: 'any'; readonly nullable: boolean; readonly likely?: ValueType }
  | { readonly kind: 'null'; readonly nullable: true }
  | { readonly kind: 'path'; readonly nullable: boolean }
  | { readonly kind: 'list'; readonly of: ValueType; readonly nullable: boolean }
  /** `partial`: any of the keys may be missing, or those that may be null. */
  | {
      readonly kind: 'map'
      readonly entries: Readonly<Record<string, ValueType>>
      readonly partial?: true | 'nullable'
      readonly nullable: boolean
    }
  /** `entity`: with labels, element id and properties, instead of plain properties. `labels`: `User`, `A&B`, `A|B`, or `*`. */
  | { readonly kind: 'node'; readonly labels: string; readonly entity: boolean; readonly nullable: boolean }
  | { readonly kind: 'relationship'; readonly types: string; readonly entity: boolean; readonly nullable: boolean }
  /** No members: no value at all, the element of an empty list. */
  | { readonly kind: 'union'; readonly of: readonly ValueType[]; readonly nullable: boolean }
