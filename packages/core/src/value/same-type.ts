type Fields = Readonly<Record<string, unknown>>

/** Whether two types are the same, whatever the order of the members of a union, and whatever is believed of an unknown. */
export const sameType = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // The members of a union: nothing else in a type is a list.
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one) => b.some((other) => sameType(one, other)))
  const [one, other] = [a as Fields, b as Fields]
  const keys = Object.keys(one)
  return (
    (one['kind'] === 'any' && other['kind'] === 'any') ||
    (keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameType(one[key], other[key])))
  )
}
