import type { ValueType } from '../value/value-type.ts'

const rows = new WeakSet<ValueType>()

/** The type of `row` in UNWIND $rows AS row: unknown, and known again by being this very object. */
export const rowType = (): ValueType => {
  const type: ValueType = { kind: 'any', nullable: true }
  rows.add(type)
  return type
}

export const isRow = (type: ValueType): boolean => type.kind === 'any' && rows.has(type)
