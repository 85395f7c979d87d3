import type { ValueType } from './value-type.ts'

const sameEntries = (a: Readonly<Record<string, ValueType>>, b: Readonly<Record<string, ValueType>>): boolean => {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameType(a[key] as ValueType, b[key] as ValueType)) // own in both
}

/** Whether two types are the same, whatever the order of the members of a union. */
export const sameType = (a: ValueType, b: ValueType): boolean => {
  if (a === b) return true
  if (a.kind !== b.kind || a.nullable !== b.nullable) return false
  if (a.kind === 'list' && b.kind === 'list') return sameType(a.of, b.of)
  if (a.kind === 'map' && b.kind === 'map') return a.partial === b.partial && sameEntries(a.entries, b.entries)
  if (a.kind === 'node' && b.kind === 'node') return a.labels === b.labels && a.entity === b.entity
  if (a.kind === 'relationship' && b.kind === 'relationship') return a.types === b.types && a.entity === b.entity
  if (a.kind === 'union' && b.kind === 'union') {
    return a.of.length === b.of.length && a.of.every((one) => b.of.some((other) => sameType(one, other)))
  }
  return true
}
