import type { Query, Runnable, SchemaShape } from '@motif/core'

/** A query as it is at run time, where clauses are text. */
interface Clauses<P> {
  set(text: string): Clauses<P>
  remove(text: string): Clauses<P>
  return(text: string): Runnable<P, { readonly locked: number }>
}

/**
 * The query that locks what another finds. A property is written and removed again: that takes the lock of servers that
 * lock what is written, counts as a write for engines that look for conflicts, and leaves nothing behind.
 */
export const lockingQuery = <S extends SchemaShape, Scope, P, Order>(
  found: Query<S, Scope, P, never, Order>,
  name: string,
): Runnable<P, { readonly locked: number }> => {
  const quoted = /^\w+$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``
  // The cast: the property is in no schema.
  return (found as unknown as Clauses<P>)
    .set(`${quoted}._lock = true`)
    .remove(`${quoted}._lock`)
    .return(`count(DISTINCT ${quoted}) AS locked`)
}
