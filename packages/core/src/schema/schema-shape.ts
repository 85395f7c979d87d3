/**
 * What a user's graph looks like to the compiler: the interface `motif generate` writes.
 *
 * interface Schema {
 *   nodes: {
 *     User: { key: 'id'; properties: { id: number; name: string; age: number | null }; out: { FOLLOWS: 'User'; WROTE: 'Post' }; in: { FOLLOWS: 'User' } }
 *     Post: { properties: { id: number; title: string }; out: {}; in: { WROTE: 'User' } }
 *   }
 *   relationships: {
 *     FOLLOWS: { from: 'User'; to: 'User'; properties: { since: PlainDate } }
 *     WROTE: { from: 'User'; to: 'Post'; properties: {} }
 *   }
 *   functions: { 'shop.price': { arguments: readonly [sku: string]; returns: number | null } }
 *   procedures: { 'shop.orders': { arguments: readonly [since: PlainDate]; yields: { sku: string; amount: number } } }
 * }
 *
 * `key` names the properties that tell nodes apart (`'tenant' | 'id'` where it takes both) and may be left out;
 * `functions` and `procedures` are the server's own and may be left out; so may `temporal: 'date'` or `'string'`, how
 * temporal values are read where they are not Temporal objects; so may `statements`, the types of whole statements that
 * `motif statements` wrote ahead of time, by their text.
 * No index signature: it would make every look-up in a schema of a thousand labels slow, so `any` stands for "some
 * interface of this form".
 */
// oxlint-disable typescript/no-explicit-any -- an index-signature constraint costs a comparison of the whole schema per query
export interface SchemaShape {
  nodes: any
  relationships: any
  functions?: any
  procedures?: any
  temporal?: any
  statements?: {}
}
