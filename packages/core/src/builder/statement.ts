import type { State } from '../grammar/clause.ts'
import type { CheckedStatement, ParseStatement } from '../grammar/statement.ts'
import type { CypherText } from '../raw/cypher.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Broken } from './broken.ts'
import type { Runnable } from './runnable.ts'

/** A whole statement: parameters and rows read off its text, or what the author of dynamic text says. */
export type Statement<S extends SchemaShape, T> =
  T extends CypherText<infer Row>
    ? Runnable<{}, Row>
    : string extends T
      ? Broken
      : ParseStatement<S, T & string> extends State<unknown, infer P, infer Row, unknown>
        ? Runnable<P, Row>
        : Broken

/** `db.cypher`: whole statements as text. What `motif statements` wrote of a text is taken as it is, not read anew. */
export interface CypherDoor<in out S extends SchemaShape> {
  /**
   * A statement in Cypher's own words, checked against the schema; or dynamic text from the `cypher` tag, whose row type
   * is what the tag was told.
   *
   * @example
   * db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS name')   // Runnable<{ id: number }, { name: string }>
   */
  <const T extends string | CypherText<unknown>>(
    text: T extends keyof S['statements']
      ? string
      : T extends CypherText<unknown>
        ? T
        : CheckedStatement<S, T & string>[T & string],
  ): [T] extends [never] ? Broken : T extends keyof S['statements'] ? S['statements'][T] : Statement<S, T>
  /** The way out for text that Motif does not understand: row and parameters are stated, not checked. */
  as<Row, Params = {}>(text: string): Runnable<Params, Row>
}
