import type { Constraint, Index } from '../catalog/catalog.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import type { Question } from './ask.ts'
import type { Kind } from './parts.ts'

/** Asks the graph; see `ask`. */
export type Ask = <Row>(question: Question) => Promise<Row[]>

/** By label or relationship type, then by property: what its lists of integers are stored as in truth. */
export type Disguises = ReadonlyMap<string, ReadonlyMap<string, TypeWord>>

/** What differs from engine to engine in reading a graph by Cypher. */
export interface Words {
  /** As it stands in the catalogue. */
  readonly engine: string
  /** So many nodes or relationships are counted by one statement. */
  readonly slice: number
  /** A name in back-ticks; `undefined` for one that cannot be written so. */
  readonly quoted: (name: string) => string | undefined
  /** Cypher that names the type of the value in a variable, which is not null. */
  readonly typeWordOf: (variable: string) => string
  readonly constraints: (ask: Ask) => Promise<Constraint[]>
  readonly indexes: (ask: Ask) => Promise<Index[]>
  /** Absent where lists of integers are what they seem; asked only when there are any. */
  readonly disguises?: ((ask: Ask, kind: Kind) => Promise<Disguises>) | undefined
}
