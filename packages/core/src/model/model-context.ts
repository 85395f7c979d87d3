import type { ExtensionGiven } from '../builder/extension.ts'
import type { Graph } from '../builder/graph-doors.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'
import type { Declarations } from './declaration.ts'
import type { Definition } from './definition.ts'
import type { UnitOfWork } from './unit/unit-of-work.ts'

/** What a model is made of: one for each graph, and each set of labels asked of it. */
export interface ModelSource {
  /** The graph that queries are made from: a database, a session or a transaction. */
  readonly graph: Graph<SchemaShape>
  readonly given: ExtensionGiven
  /** What was declared beside the schema, by label. */
  readonly declarations: Declarations
  readonly labels: readonly string[]
  /** What it shares with other models of its graph. Default: nothing. */
  readonly unit?: UnitOfWork | undefined
}

/** What each operation of a model gets. */
export interface ModelContext extends ModelSource {
  readonly definition: Definition
  readonly unit: UnitOfWork
}
