import type { Literal } from './literal.ts'

/** An argument that can be told without running the program. */
export type Known = string | number | boolean | null | readonly Known[]

/** A call of a chain. */
export interface Step {
  readonly name: string
  /** Absent where one of them is a callback, a variable or whatever else only the program knows. */
  readonly values: readonly Known[] | undefined
  readonly texts: readonly Literal[]
}

/** `db.cypher('…')`, or `db.cypher.as<Row, Params>('…')`, whose types are stated. */
export interface FoundStatement {
  readonly kind: 'statement' | 'stated'
  readonly file: string
  readonly literal: Literal
}

/** `db.match('…').where('…')`. */
export interface FoundChain {
  readonly kind: 'chain'
  readonly file: string
  readonly steps: readonly Step[]
  /** False where it goes on from a query that begins elsewhere. */
  readonly rooted: boolean
}

/** Cypher in a user's source. */
export type Found = FoundStatement | FoundChain
