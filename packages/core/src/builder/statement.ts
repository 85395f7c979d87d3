import type { State } from '../grammar/clause.ts'
import type { CheckedStatement, ParseStatement } from '../grammar/statement.ts'
import type { CypherText } from '../raw/cypher.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Broken } from './broken.ts'
import type { Runnable } from './runnable.ts'

/** A whole statement: parameters and rows read off its text. */
export type Statement<S extends SchemaShape, T extends string> =
  ParseStatement<S, T> extends State<unknown, infer P, infer Row, unknown> ? Runnable<P, Row> : Broken

/** `db.cypher`: whole statements as text. */
export interface CypherDoor<in out S extends SchemaShape> {
  /**
   * A statement in Cypher's own words, checked against the schema; or dynamic text from the `cypher` tag, whose row type
   * is what the tag was told.
   *
   * @example
   * db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS name')   // Runnable<{ id: number }, { name: string }>
   */
  <const T extends string, Row>(
    text: CheckedStatement<S, T>[T] | CypherText<Row>,
  ): string extends T ? Runnable<{}, Row> : Statement<S, T>
  /** The way out for text that Motif does not understand: row and parameters are stated, not checked. */
  as<Row, Params = {}>(text: string): Runnable<Params, Row>
}
