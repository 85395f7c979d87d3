import type { SchemaShape } from '../../schema/schema-shape.ts'

/** What a hook returns in place of what it was given; nothing keeps that. */
type Instead = object | undefined | void
type Changed = Instead | Promise<Instead>
type Properties<S extends SchemaShape, L extends keyof S['nodes']> = Readonly<Partial<S['nodes'][L]['properties']>>

/**
 * What is called around the operations of a model. One that goes before may return what is to be done instead; what one
 * throws ends the operation, before anything is sent or, in a transaction, with the transaction.
 */
export interface Hooks<S extends SchemaShape, L extends keyof S['nodes']> {
  /** Before every read, also one by key, with its options: `where`, `orderBy` and the others. */
  readonly beforeFind?: (options: { readonly where?: object }) => Changed
  /** After a read that gives rows. */
  readonly afterFind?: (rows: readonly Properties<S, L>[]) => void | Promise<void>
  /** Before a node is created, by create, createMany or upsert. */
  readonly beforeCreate?: (data: Properties<S, L>) => Changed
  /** After create, or an upsert that created. */
  readonly afterCreate?: (row: Properties<S, L>) => void | Promise<void>
  /** Before nodes are changed, by update, updateMany, modify or upsert. */
  readonly beforeUpdate?: (changes: { readonly [K in keyof Properties<S, L>]?: unknown }) => Changed
  /** After update, modify, or an upsert that changed. */
  readonly afterUpdate?: (row: Properties<S, L>) => void | Promise<void>
  /** Before nodes are deleted, with the condition they meet; changes that it returns are made instead. */
  readonly beforeDelete?: (where: object) => Changed
  readonly afterDelete?: (result: { readonly deleted: number }) => void | Promise<void>
}
