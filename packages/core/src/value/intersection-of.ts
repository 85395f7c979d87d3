import {
  anyType,
  isNumber,
  listOf,
  mapOf,
  neverType,
  nonNullOf,
  nullType,
  nullableOf,
  scalarType,
} from './value-types.ts'
import { sameType } from './same-type.ts'
import { unionOf } from './union-of.ts'
import type { ValueType } from './value-type.ts'

const maps = (a: Extract<ValueType, { kind: 'map' }>, b: Extract<ValueType, { kind: 'map' }>): ValueType => {
  const entries: Record<string, ValueType> = { ...a.entries }
  for (const [key, type] of Object.entries(b.entries)) {
    const other = entries[key]
    entries[key] = other === undefined ? type : intersectionOf(other, type)
  }
  return mapOf(entries, a.partial === true ? b.partial : b.partial && a.partial)
}

/** Two types without null, neither of them `any`. */
const meet = (a: ValueType, b: ValueType): ValueType => {
  if (sameType(a, b)) return a
  if (a.kind === 'union') return unionOf(a.of.map((one) => meet(one, b)))
  if (b.kind === 'union') return unionOf(b.of.map((one) => meet(a, one)))
  if (isNumber(a) && isNumber(b)) return a.kind === 'number' ? b : b.kind === 'number' ? a : scalarType('number')
  if (a.kind === 'list' && b.kind === 'list') return listOf(intersectionOf(a.of, b.of))
  if (a.kind === 'map' && b.kind === 'map') return maps(a, b)
  return neverType
}

/** A value that is of both types: what is asked of a parameter used twice. */
export const intersectionOf = (a: ValueType, b: ValueType): ValueType => {
  if (a.kind === 'any') return b.kind === 'any' ? anyType : b
  if (b.kind === 'any') return a
  const nullable = a.nullable && b.nullable
  const whole = meet(nonNullOf(a), nonNullOf(b))
  if (!nullable) return whole
  return whole === neverType ? nullType : nullableOf(whole)
}
