/** A list of which the length is known: one that grows by pushing takes room for more than it needs. */
export const listOfLength = <Item>(length: number): Item[] =>
  // oxlint-disable-next-line unicorn/no-new-array -- a literal has no length of its own
  new Array<Item>(length)
