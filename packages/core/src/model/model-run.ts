import type { Executor } from '../execute/executor.ts'
import type { Declarations } from './declaration.ts'
import { type Definition, definitionOf } from './definition.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

/** What a model is made of: one for each graph, and each set of labels asked of it. */
export interface ModelSource {
  /** The graph that queries are made from: a database, a session or a transaction. */
  readonly graph: object
  readonly given: { readonly executor: Executor; readonly schema: SchemaDescriptor | undefined }
  readonly declarations: Declarations
  readonly labels: readonly string[]
}

/** What each operation of a model gets. */
export interface ModelContext extends ModelSource {
  readonly definition: Definition
}

/** The run time of a model, whose calls take and give anything; `Model` says what. */
export class ModelRun {
  declare readonly context: ModelContext

  constructor(source: ModelSource) {
    const { given, declarations, labels } = source
    this.context = { ...source, definition: definitionOf(given.schema, declarations, labels) }
  }

  get labels(): readonly string[] {
    return this.context.labels
  }
}
