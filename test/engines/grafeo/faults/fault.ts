import type { Capability } from '@motif/core'

/** What becomes of a text on its way to the engine. */
export type Outcome =
  /** It is written another way, which means the same. */
  | 'mended'
  /** It is sent as it stands and answered right: held here because a text much like it is not. */
  | 'untouched'
  /** It depends on the data alone, or only on what the engine allows, and is told in docs/engines.md. */
  | 'documented'
  /** It is refused before anything is sent, naming this. */
  | Capability

/** The state of the graph after a write. */
export interface After {
  readonly text: string
  readonly raw: readonly unknown[]
  readonly right: readonly unknown[] | null
}

/**
 * A text that Grafeo 0.6.0 answers otherwise than Cypher means it. `raw` is its answer to the text as it stands: rows, or
 * the error. `right` are the rows a Neo4j 5.26 server gave, where it takes the text. Ids are left out of both.
 */
export interface Fault {
  readonly name: string
  /** The graph, where it is not the small common one. */
  readonly setup?: string
  readonly text: string
  readonly params?: Readonly<Record<string, unknown>>
  /** The types of the properties are known. */
  readonly typed?: true
  readonly raw: readonly unknown[] | RegExp
  readonly right?: readonly unknown[]
  /** Neo4j 5.26 refuses the text: `right` is what it says all the same. */
  readonly oursAlone?: true
  readonly after?: After
  readonly outcome: Outcome
}
