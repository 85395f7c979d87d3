import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Query } from './query.ts'

/**
 * Some clauses made for any query that has at least the names it needs. `Adds` is the scope after them. A fragment
 * neither narrows the scope nor returns: `with` and `return` are refused by type.
 */
export interface Fragment<in out S extends SchemaShape, in out Needs, in out Adds, in out P> {
  (query: Query<S, Needs, {}, never, {}>): Query<S, Adds, P, never, {}>
}

/**
 * Makes a fragment; curried, since TypeScript infers all type arguments or none.
 *
 * @example
 * const withPosts = fragment<Schema, { p: Node<'User'> }>()((query) => query.optionalMatch('(p)-[:WROTE]->(post:Post)'))
 * db.match('(p:User {id: $id})').use(withPosts).return('p.name, count(post) AS posts')
 * // MATCH (p:User {id: $id})
 * // OPTIONAL MATCH (p)-[:WROTE]->(post:Post)
 * // RETURN p.name, count(post) AS posts
 */
export const fragment =
  <S extends SchemaShape, Needs>() =>
  <Adds, P>(
    build: (query: Query<S, Needs, {}, never, {}>) => Query<S, Adds, P, never, {}>,
  ): Fragment<S, Needs, Adds, P> =>
    build
