/** What TestKit asks, and what it is answered: a name, and data. */
export interface Message {
  readonly name: string
  readonly data: Data
}

/** The data of a message, as JSON brought it. Each handler says what it expects of its own. */
export type Data = Readonly<Record<string, unknown>>

/** A value of Cypher, as TestKit writes it. */
export interface CypherValue {
  readonly name: string
  readonly data: Data
}

export type CypherMap = Readonly<Record<string, CypherValue>>
