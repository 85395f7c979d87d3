import type { Extension, ExtensionGiven } from '../builder/extension.ts'
import type { Graph } from '../builder/graph-doors.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import { ModelRun } from './model-run.ts'
import { noDeclarations } from './declaration.ts'
import type { Model } from './model.ts'

/** The door to models that `models<Schema>()` adds to a database, its sessions and its transactions. */
export interface ModelDoor<in out S extends SchemaShape> {
  /**
   * The nodes that carry a label, or several at once.
   *
   * @example
   * await db.model('User').find({ where: { age: { gte: 18 } } })   // MATCH (n:User) WHERE n.age >= $p1 RETURN …
   */
  model<const L extends keyof S['nodes'] & string>(...labels: readonly [L, ...L[]]): Model<S, L>
}

/** An extension as it stands, and a function of what the schema cannot tell that gives one. */
export interface Models<in out S extends SchemaShape> {
  (declarations: {}): Extension<S, ModelDoor<S>>
  (graph: Graph<S>, given: ExtensionGiven): ModelDoor<S>
}

const doorOf = (graph: Graph<SchemaShape>, given: ExtensionGiven, declarations: {}): { readonly model: unknown } => {
  const made = new Map<string, ModelRun>()
  return {
    model: (...labels: readonly string[]): ModelRun => {
      const key = labels.join('&')
      const known = made.get(key)
      if (known !== undefined) return known
      const model = new ModelRun({ graph, given, declarations, labels })
      made.set(key, model)
      return model
    },
  }
}

const extension = (first: {}, given?: ExtensionGiven): unknown =>
  given === undefined
    ? (graph: Graph<SchemaShape>, told: ExtensionGiven) => doorOf(graph, told, first)
    : doorOf(first as Graph<SchemaShape>, given, noDeclarations) // with a second argument, the first is the graph

/**
 * Models for a graph, typed by its schema.
 *
 * @example
 * const db = connect(url, { schema, extend: models<Schema>() })
 * await db.model('User').find({ where: { name: 'Ada' } })   // MATCH (n:User) WHERE n.name = $p1 RETURN …
 */
// The cast, and the only one: the run time takes and gives anything, the types say what.
export const models = <S extends SchemaShape>(): Models<S> => extension as Models<S>
