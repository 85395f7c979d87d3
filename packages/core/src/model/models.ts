import type { Extension, ExtensionGiven } from '../builder/extension.ts'
import type { Graph } from '../builder/graph-doors.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import { type Declarations as Given, noDeclarations } from './declaration.ts'
import type { ModelSource } from './model-context.ts'
import { modelOf } from './model-of.ts'
import type { ModelRun } from './model-run.ts'
import type { Model } from './model.ts'
import type { CheckedDeclarations, Declarations } from './types/declarations.ts'
import { allocateIds, type IdBlock } from './unit/allocate-ids.ts'
import { UnitOfWork } from './unit/unit-of-work.ts'

/** `User`; of several labels `User&Admin`, nodes that carry them all. */
type Labels<L extends readonly string[]> = L extends readonly [infer A extends string, ...infer B extends string[]]
  ? B extends []
    ? A
    : `${A}&${Labels<B>}`
  : never

/** The door to models that `models<Schema>()` adds to a database, its sessions and its transactions. */
export interface ModelDoor<in out S extends SchemaShape, in out D> {
  /**
   * The nodes that carry a label, or several at once.
   *
   * @example
   * await db.model('User').find({ where: { age: { gte: 18 } } })   // MATCH (n:User) WHERE n.age >= $p1 RETURN …
   */
  model<const L extends keyof S['nodes'] & string, const M extends readonly (keyof S['nodes'] & string)[]>(
    label: L,
    ...more: M
  ): Model<S, D, Labels<[L, ...M]>>
  /**
   * The next `count` whole numbers of a named sequence, from 1 on, which nobody else is given.
   *
   * @example
   * const { first, last } = await db.allocateIds('order', 100)   // MATCH (s:_MotifSequence {name: $name}) SET s.last = s.last + $count …
   * @throws GraphError USAGE for a count that is none; in a transaction, for a sequence that is not there yet.
   */
  allocateIds(name: string, count: number): Promise<IdBlock>
}

/** An extension as it stands, and a function of what the schema cannot tell that gives one. */
export interface Models<in out S extends SchemaShape> {
  <const D extends Declarations<S> & CheckedDeclarations<S, D>>(declarations: D): Extension<S, ModelDoor<S, D>>
  (graph: Graph<S>, given: ExtensionGiven): ModelDoor<S, {}>
}

/** The models of one graph, made when one is asked for first: most transactions ask for none. */
class MadeModels {
  readonly #unit: UnitOfWork
  readonly #made: Map<string, ModelRun> = new Map()

  constructor(transaction: boolean) {
    this.#unit = new UnitOfWork(transaction)
  }

  of(source: ModelSource): ModelRun {
    const key = source.labels.join('\0') // which no label may hold
    let model = this.#made.get(key)
    if (model === undefined) this.#made.set(key, (model = modelOf({ ...source, unit: this.#unit })))
    return model
  }
}

const doorOf = (graph: Graph<SchemaShape>, given: ExtensionGiven, declarations: Given): object => {
  let made: MadeModels | undefined
  return {
    model: (...labels: readonly string[]): ModelRun => {
      made ??= new MadeModels(given.transaction)
      return made.of({ graph, given, declarations, labels })
    },
    allocateIds: (name: string, count: number): Promise<IdBlock> => allocateIds(graph, given, name, count),
  }
}

const extension = (first: Given, given?: ExtensionGiven): unknown =>
  given === undefined
    ? (graph: Graph<SchemaShape>, told: ExtensionGiven) => doorOf(graph, told, first)
    : doorOf(first as never, given, noDeclarations) // with a second argument, the first is the graph

/**
 * Models for a graph, typed by its schema: an extension as it is, and a function of what the schema cannot tell.
 *
 * @example
 * const db = connect(url, { schema, extend: models<Schema>() })
 * const declared = connect(url, { schema, extend: models<Schema>()({ User: { version: 'version' } }) })
 * await db.model('User').find({ where: { name: 'Ada' } })   // MATCH (n:User) WHERE n.name = $p1 RETURN …
 */
// The cast, and the only one: run time takes and gives anything, the types say what.
export const models = <S extends SchemaShape>(): Models<S> => extension as Models<S>
