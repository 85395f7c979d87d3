/** One step of an engine's plan, and those that it takes its rows from. */
export interface Plan {
  /** What the step does, in the engine's words: `NodeIndexSeek`. */
  readonly operator: string
  /** What it does it to: `u:User(id)`, where the engine says so. */
  readonly detail?: string | undefined
  /** The names it has. */
  readonly identifiers: readonly string[]
  /** What the engine says of it, in the engine's own form. */
  readonly arguments: Readonly<Record<string, unknown>>
  readonly estimatedRows?: number | undefined
  /** After `profile`: the rows it gave. */
  readonly rows?: number | undefined
  /** After `profile`: how often it asked the store. */
  readonly dbHits?: number | undefined
  /** After `profile`, in milliseconds, those of the steps below it included. */
  readonly time?: number | undefined
  readonly children: readonly Plan[]
  /** The whole plan as the engine draws it; on the first step. */
  readonly text?: string | undefined
}
