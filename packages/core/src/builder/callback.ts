import type { Names } from '../expression/names.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Subqueries } from './subqueries.ts'

/**
 * A clause by a callback: it is given the names in scope, and what it may ask of the graph beside them. It has a name,
 * since older compilers cut a longer type off, and the message that stands beside it in a complaint.
 */
export type Callback<in out S extends SchemaShape, in out Scope, out Result> = (
  names: Names<S, Scope>,
  graph: Subqueries<S, Scope>,
) => Result
