import type { ExtensionGiven } from '../builder/extension.ts'
import type { Graph } from '../builder/graph-doors.ts'
import type { SchemaShape } from '../schema/schema-shape.ts'

/** What a model is made of: one for each graph, and each set of labels asked of it. */
export interface ModelSource {
  readonly graph: Graph<SchemaShape>
  readonly given: ExtensionGiven
  /** What was declared beside the schema, by label. */
  readonly declarations: Readonly<Record<string, unknown>>
  readonly labels: readonly string[]
}

/** The run time of a model, whose calls take and give anything; `Model` says what. */
export class LooseModel {
  readonly labels: readonly string[]

  constructor(source: ModelSource) {
    this.labels = source.labels
  }
}
