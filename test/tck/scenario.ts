/** What a scenario says a query gives. Cells are values in the kit's own notation. */
export type Expected =
  | {
      readonly kind: 'rows'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly ordered: boolean
      /** The order of what a list holds is not told. */
      readonly looseLists: boolean
    }
  | { readonly kind: 'error'; readonly type: string }

/** A query that is asked after the one at hand, to see what that one left. */
export interface Control {
  readonly query: string
  readonly expected: Expected
}

/** One scenario of the kit, an example of an outline being one of its own. */
export interface Scenario {
  /** `clauses/match/Match1 [3] Matching nodes`, with the number of the example where there are several. */
  readonly id: string
  /** The folder of features it stands in. */
  readonly area: string
  /** Texts that fill the graph. */
  readonly given: readonly string[]
  /** By name, in the kit's own notation. */
  readonly params: Readonly<Record<string, string>>
  readonly query: string
  readonly expected: Expected
  /** `+nodes` to how many; a scenario that names none promises none. */
  readonly effects: Readonly<Record<string, number>>
  readonly controls: readonly Control[]
  /** Why it cannot be asked of an engine. */
  readonly unasked: string | undefined
}
