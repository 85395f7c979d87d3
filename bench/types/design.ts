/** Where a query stands among its like: every query of a file differs from the others in its labels and its names. */
export interface Place {
  /** From 0. */
  readonly index: number
  /** The label at a step from the query's own; labels stand in a circle. */
  readonly at: (step: number) => number
}

/** A way of writing typed queries: how its schema is declared and how its queries read. */
export interface Design {
  readonly name: string
  /** A module that declares a graph of so many labels, or what stands for one. */
  readonly schema: (labels: number) => string
  /** Writes what else a schema of so many labels is declared by, into the folder of its module. */
  readonly prepare?: (folder: string, labels: number) => Promise<void>
  /** What a file of queries begins with. */
  readonly head: string
  /** Each kind of query: one expression that ends by running it. */
  readonly queries: Readonly<Record<string, (place: Place) => string>>
}

/** Numbers from 0 up. */
export const countTo = (end: number): number[] => Array.from({ length: end }, (_, index) => index)

/** The places of so many queries, spread over the whole schema. */
export const places = (queries: number, labels: number): Place[] => {
  const apart = Math.max(1, Math.floor(labels / queries))
  return countTo(queries).map((index) => ({ index, at: (step) => (index * apart + step) % labels }))
}
