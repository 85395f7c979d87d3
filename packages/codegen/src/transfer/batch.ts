/** What the rows of a batch have in common: labels, or the one type, and the names of properties, each list sorted. */
export interface Shape {
  readonly labels: readonly string[]
  readonly keys: readonly string[]
}

/** One node or relationship: its shape in the batch, its values in the order of the shape's keys. */
export interface Row {
  readonly shape: number
  /** For relationships: which nodes they join, by their place in the order in which the nodes came. */
  readonly ends?: readonly [start: number, end: number] | undefined
  readonly values: readonly unknown[]
  /** For nodes that come in another order: their number in the first. */
  readonly number?: number | undefined
}

/** Some nodes or relationships on their way from one graph to another, with neutral values; whole floats are `Float`s. */
export interface Batch {
  readonly kind: 'node' | 'relationship'
  readonly shapes: readonly Shape[]
  readonly rows: readonly Row[]
}

/** The shape of one of the batch's own rows. */
export const shapeOf = ({ shapes }: Batch, row: Row): Shape => shapes[row.shape] as Shape // it is in the batch

/** Most rows of a batch. */
export const mostRows = 1_000
