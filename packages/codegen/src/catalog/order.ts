/** Orders by code unit, so that what is written does not depend on the machine's locale. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A copy sorted by a text taken from each item. */
export const sortedBy = <T>(items: Iterable<T>, text: (item: T) => string): T[] =>
  [...items].sort((a, b) => order(text(a), text(b)))
