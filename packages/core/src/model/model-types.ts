import type { Model } from './model.ts'
import type { CreateData, UpdateData } from './types/data.ts'
import type { KeyOf } from './types/key.ts'
import type { RowOf } from './types/row.ts'
import type { Where } from './types/where.ts'

// For programs that name what a model takes and gives.

/**
 * A row of a model, as `select` or `include` of Q asks for it.
 *
 * @example
 * type User = ModelRow<typeof users>
 * type Named = ModelRow<typeof users, { select: { name: true } }>   // { name: string }
 */
export type ModelRow<M, Q = {}> = M extends Model<infer S, infer D, infer L> ? RowOf<S, D, L, Q> : never

/** What `where` of a model takes. */
export type ModelWhere<M> = M extends Model<infer S, infer D, infer L> ? Where<S, D, L> : never

/** What `create` of a model takes. */
export type ModelData<M> = M extends Model<infer S, infer D, infer L> ? CreateData<S, D, L> : never

/** What `update` of a model takes. */
export type ModelChanges<M> = M extends Model<infer S, infer D, infer L> ? UpdateData<S, D, L> : never

/** What `get` of a model takes. */
export type ModelKey<M> = M extends Model<infer S, infer D, infer L> ? KeyOf<S, D, L> : never
