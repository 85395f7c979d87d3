import type { Counters } from '../execute/executor.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Aggregate, AggregateRow } from './types/aggregate.ts'
import type { Checked, RelationWords } from './types/checked.ts'
import type { Choice, RelationOptions } from './types/choice.ts'
import type { CreateData, FarKey, RelationshipData, UpdateData, UpdateManyData } from './types/data.ts'
import type { FieldNames, FieldsOf } from './types/fields.ts'
import type { KeyOf } from './types/key.ts'
import type { OrderBy } from './types/order.ts'
import type { FarOf, IsOne, RelationNames, TypeOf } from './types/relations.ts'
import type { RelatedRow, RelatedRows, RowOf } from './types/row.ts'
import type { Where } from './types/where.ts'

/** What nodes are looked for. */
interface Filter<S extends SchemaShape, D, L> {
  readonly where?: Where<S, D, L>
}

/** Options of `find`. */
interface FindOptions<S extends SchemaShape, D, L> extends Filter<S, D, L>, Choice<S, D, L> {
  readonly orderBy?: OrderBy<S, D, L>
  readonly limit?: number
  readonly skip?: number
}

/** Options of `get`. */
interface GetOptions<S extends SchemaShape, D, L> extends Choice<S, D, L> {
  /** Reads anew what the transaction has read already. */
  readonly fresh?: boolean
}

/** Options of `page`: how many rows, and from where on, by a cursor of another page of the same order. */
interface PageOptions<S extends SchemaShape, D, L> extends Filter<S, D, L>, Choice<S, D, L> {
  readonly orderBy?: OrderBy<S, D, L>
  readonly size: number
  readonly after?: string | null
  readonly before?: string | null
}

/** Rows of a page, and the cursors of the pages beside it: `null` where there is none. */
export interface Page<Row> {
  readonly rows: Row[]
  readonly after: string | null
  readonly before: string | null
}

/** Options of `findFirst` and `findOrThrow`. */
type FirstOptions<S extends SchemaShape, D, L> = Omit<FindOptions<S, D, L>, 'limit'>
/** Options of `related`. */
type RelatedOptions<S extends SchemaShape, D, L, R> = Omit<RelationOptions<S, D, L, R>, 'count'>

/**
 * The nodes that carry a label, or all of several: reading and writing them without a query of one's own. Each read is one
 * statement, however deep it goes. S is the schema, D what was declared beside it, L the labels.
 */
export interface Model<in out S extends SchemaShape, in out D, in out L extends string> {
  readonly labels: readonly string[]

  /**
   * The node of a key, or undefined.
   *
   * @example
   * await users.get(7, { include: { WROTE: { orderBy: 'at', limit: 3 } } })
   */
  get<const Q extends GetOptions<S, D, L> & Checked<S, D, L, Q, keyof GetOptions<S, D, L>>>(
    key: KeyOf<S, D, L>,
    options: Q,
  ): Promise<RowOf<S, D, L, Q> | undefined>
  get(key: KeyOf<S, D, L>): Promise<RowOf<S, D, L, {}> | undefined>
  /** The node of a key. @throws GraphError RESULT_SHAPE when there is none. */
  getOrThrow<const Q extends GetOptions<S, D, L> & Checked<S, D, L, Q, keyof GetOptions<S, D, L>>>(
    key: KeyOf<S, D, L>,
    options: Q,
  ): Promise<RowOf<S, D, L, Q>>
  getOrThrow(key: KeyOf<S, D, L>): Promise<RowOf<S, D, L, {}>>
  /** The nodes of some keys, in their order; undefined where there is none. */
  getMany<const Q extends GetOptions<S, D, L> & Checked<S, D, L, Q, keyof GetOptions<S, D, L>>>(
    keys: readonly KeyOf<S, D, L>[],
    options: Q,
  ): Promise<(RowOf<S, D, L, Q> | undefined)[]>
  getMany(keys: readonly KeyOf<S, D, L>[]): Promise<(RowOf<S, D, L, {}> | undefined)[]>
  /**
   * All nodes that are looked for.
   *
   * @example
   * await users.find({ where: { age: { gte: 18 } }, include: { WROTE: { select: { title: true } } }, orderBy: 'name' })
   */
  find<const Q extends FindOptions<S, D, L> & Checked<S, D, L, Q, keyof FindOptions<S, D, L>>>(
    options: Q,
  ): Promise<RowOf<S, D, L, Q>[]>
  find(): Promise<RowOf<S, D, L, {}>[]>
  /** The first of them, or undefined. */
  findFirst<const Q extends FirstOptions<S, D, L> & Checked<S, D, L, Q, keyof FirstOptions<S, D, L>>>(
    options: Q,
  ): Promise<RowOf<S, D, L, Q> | undefined>
  findFirst(): Promise<RowOf<S, D, L, {}> | undefined>
  /** The first of them. @throws GraphError RESULT_SHAPE when there is none. */
  findOrThrow<const Q extends FirstOptions<S, D, L> & Checked<S, D, L, Q, keyof FirstOptions<S, D, L>>>(
    options: Q,
  ): Promise<RowOf<S, D, L, Q>>
  findOrThrow(): Promise<RowOf<S, D, L, {}>>
  /** How many nodes there are. */
  count<const Q extends Filter<S, D, L> & Checked<S, D, L, Q, 'where'>>(options: Q): Promise<number>
  count(): Promise<number>
  /** Whether there is one. */
  exists<const Q extends Filter<S, D, L> & Checked<S, D, L, Q, 'where'>>(options: Q): Promise<boolean>
  exists(): Promise<boolean>
  /**
   * What groups of nodes come to, a row for each.
   *
   * @example
   * await users.aggregate({ by: ['country'], count: true, avg: ['age'] })   // { country: string; count: number; avg: { age: number | null } }[]
   */
  aggregate<const Q extends Aggregate<S, D, L> & Checked<S, D, L, Q, keyof Aggregate<S, D, L>>>(
    options: Q,
  ): Promise<AggregateRow<FieldsOf<S, D, L>, Q>[]>
  /**
   * Some rows and the cursors of the pages beside them. The key is added to the order, so that no row is met twice.
   *
   * @example
   * const { rows, after } = await users.page({ orderBy: 'name', size: 20 })
   * await users.page({ orderBy: 'name', size: 20, after })
   */
  page<const Q extends PageOptions<S, D, L> & Checked<S, D, L, Q, keyof PageOptions<S, D, L>>>(
    options: Q,
  ): Promise<Page<RowOf<S, D, L, Q>>>
  /** Nodes as they come; leaving the loop frees the connection. */
  stream<const Q extends FindOptions<S, D, L> & Checked<S, D, L, Q, keyof FindOptions<S, D, L>>>(
    options: Q,
  ): AsyncIterable<RowOf<S, D, L, Q>>
  stream(): AsyncIterable<RowOf<S, D, L, {}>>
  /** What a relation of one node leads to; asked of many nodes at once, it is one statement. */
  related<
    const N extends RelationNames<S, D, L>,
    const Q extends RelatedOptions<S, D, FarOf<S, D, L, N>, TypeOf<D, L, N>> &
      Checked<S, D, FarOf<S, D, L, N>, Q, Exclude<RelationWords<S>, 'count'>, TypeOf<D, L, N>>,
  >(key: KeyOf<S, D, L>, relation: N, options: Q): Promise<RelatedRows<RelatedRow<S, D, L, N, Q>, IsOne<D, L, N>>>
  related<const N extends RelationNames<S, D, L>>(
    key: KeyOf<S, D, L>,
    relation: N,
  ): Promise<RelatedRows<RelatedRow<S, D, L, N, {}>, IsOne<D, L, N>>>

  /**
   * Creates a node, with what it is joined to.
   *
   * @example
   * await users.create({ id: 7, name: 'Ada', WROTE: { create: [{ id: 1, title: 'On engines' }] } })
   */
  create<const Q extends Choice<S, D, L> & Checked<S, D, L, Q, 'select' | 'include'>>(
    data: CreateData<S, D, L>,
    options: Q,
  ): Promise<RowOf<S, D, L, Q>>
  create(data: CreateData<S, D, L>): Promise<RowOf<S, D, L, {}>>
  /** Creates many nodes, in batches. */
  createMany(
    rows: Iterable<CreateData<S, D, L>> | AsyncIterable<CreateData<S, D, L>>,
    options?: CreateManyOptions,
  ): Promise<Created>
  /**
   * Changes the node of a key.
   *
   * @throws GraphError RESULT_SHAPE when there is none, CONFLICT when it has another version than the one that was said.
   */
  update<const Q extends UpdateOptions<S, D, L> & Checked<S, D, L, Q, UpdateWords<S, D, L>>>(
    key: KeyOf<S, D, L>,
    changes: UpdateData<S, D, L>,
    options: Q,
  ): Promise<RowOf<S, D, L, Q>>
  update(key: KeyOf<S, D, L>, changes: UpdateData<S, D, L>): Promise<RowOf<S, D, L, {}>>
  /** Changes all nodes that are looked for; without `where` it has to be said that all are meant. */
  updateMany(options: UpdateMany<S, D, L>): Promise<Updated>
  /** Changes the node with this key, or creates it. */
  upsert<const Q extends Choice<S, D, L> & Checked<S, D, L, Q, 'select' | 'include'>>(
    data: { readonly create: CreateData<S, D, L>; readonly update: UpdateData<S, D, L> },
    options: Q,
  ): Promise<{ readonly row: RowOf<S, D, L, Q>; readonly created: boolean }>
  upsert(data: {
    readonly create: CreateData<S, D, L>
    readonly update: UpdateData<S, D, L>
  }): Promise<{ readonly row: RowOf<S, D, L, {}>; readonly created: boolean }>
  /**
   * Reads the node of a key, computes changes and writes them, as long as nobody else was first; then it is tried again.
   *
   * @example
   * await accounts.modify(7, ({ balance }) => ({ balance: balance - 20 }))
   */
  modify(
    key: KeyOf<S, D, L>,
    change: (row: RowOf<S, D, L, {}>) => UpdateData<S, D, L> | Promise<UpdateData<S, D, L>>,
    options?: { readonly retries?: number },
  ): Promise<RowOf<S, D, L, {}>>
  /** Deletes the node of a key. Fails while it has relationships, unless they are to go with it. */
  delete(key: KeyOf<S, D, L>, options?: { readonly detach?: boolean }): Promise<Deleted>
  /** Deletes all nodes that are looked for. */
  deleteMany(options: DeleteMany<S, D, L>): Promise<Deleted>

  /** Joins a node to others, each by its key. */
  connect<const N extends RelationNames<S, D, L>>(
    key: KeyOf<S, D, L>,
    relation: N,
    to: FarKey<S, D, FarOf<S, D, L, N>> | readonly FarKey<S, D, FarOf<S, D, L, N>>[],
    ...properties: RelationshipArguments<S, TypeOf<D, L, N>>
  ): Promise<Joined>
  /** Ends the relationships to some nodes. */
  disconnect<const N extends RelationNames<S, D, L>>(
    key: KeyOf<S, D, L>,
    relation: N,
    from: FarKey<S, D, FarOf<S, D, L, N>> | readonly FarKey<S, D, FarOf<S, D, L, N>>[],
  ): Promise<Joined>
  /** Has a relation lead to these nodes and no others. */
  set<const N extends RelationNames<S, D, L>>(
    key: KeyOf<S, D, L>,
    relation: N,
    to: readonly FarKey<S, D, FarOf<S, D, L, N>>[],
    ...properties: RelationshipArguments<S, TypeOf<D, L, N>>
  ): Promise<Joined>
}

/** The properties of the relationships that are made, where they must be given or may be. */
type RelationshipArguments<S extends SchemaShape, R> =
  {} extends RelationshipData<S, R> ? [properties?: RelationshipData<S, R>] : [properties: RelationshipData<S, R>]

/** Options of `createMany`. */
export interface CreateManyOptions {
  /** Rows of one statement. Default 1,000. */
  readonly batchSize?: number
  /** After each batch; `total` where the rows are an array. */
  readonly onProgress?: (progress: { readonly created: number; readonly total?: number }) => void
  /** Outside a transaction: one for each batch, as by default, or one for all rows, which are an array then. */
  readonly transactions?: 'one' | 'batch'
}

/** Options of `update`. */
interface UpdateOptions<S extends SchemaShape, D, L> extends Choice<S, D, L> {
  /** The version that was read: another one is a CONFLICT. A row that was read may be spread here as it is. */
  readonly version?: number
}
type UpdateWords<S extends SchemaShape, D, L> = keyof UpdateOptions<S, D, L> | FieldNames<S, D, L>

type UpdateMany<S extends SchemaShape, D, L> = { readonly data: UpdateManyData<S, D, L> } & Meant<S, D, L>
type DeleteMany<S extends SchemaShape, D, L> = { readonly detach?: boolean } & Meant<S, D, L>
/** Which nodes, or that all are meant. */
type Meant<S extends SchemaShape, D, L> =
  | { readonly where: Where<S, D, L>; readonly all?: false }
  | { readonly all: true; readonly where?: never }

/** What a call created. */
export interface Created {
  readonly created: number
  readonly counters: Counters
}

/** What a call changed. */
export interface Updated {
  readonly updated: number
  readonly counters: Counters
}

/** What a call deleted. */
export interface Deleted {
  readonly deleted: number
  readonly counters: Counters
}

/** What a call joined and parted. */
export interface Joined {
  readonly connected: number
  readonly disconnected: number
  readonly counters: Counters
}
