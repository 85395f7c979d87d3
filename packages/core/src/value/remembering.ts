/** A function that remembers what it gave: for `most` keys at once, since what comes from outside has no end. */
export const remembering = <K, V>(most: number, make: (key: K) => V): ((key: K) => V) => {
  const kept = new Map<K, V>()
  return (key) => {
    const before = kept.get(key)
    if (before !== undefined) return before
    const made = make(key)
    if (kept.size >= most) kept.clear()
    kept.set(key, made)
    return made
  }
}
