import type { Catalog } from '../catalog/catalog.ts'
import type { IndexDefinition } from './definition.ts'
import type { Step } from './step.ts'

/** One step on the way from a graph as it is to the graph as it should be. */
export interface PlannedStep {
  readonly step: Step
  /** What takes it back; undefined when nothing can, none when nothing need. */
  readonly undo: readonly Step[] | undefined
  /** A line for a person: `~ label Person → User (3,376 nodes)`. */
  readonly text: string
  /** The name under which its loss is allowed; absent when nothing is lost. */
  readonly destructive?: string | undefined
}

/** Something wanted that the engine cannot have. */
export interface Lacking {
  readonly name: string
  readonly text: string
  readonly reason: string
}

/** The difference between a wanted schema and a graph. */
export interface Plan {
  /** True when nothing differs; what the engine lacks does not count. */
  readonly ok: boolean
  readonly steps: readonly PlannedStep[]
  /** What differs and takes a step that a person writes. */
  readonly findings: readonly string[]
  /** What is wanted and the engine lacks. */
  readonly lacking: readonly Lacking[]
}

/** A graph as it is: what it holds, and its constraints and indexes in full. */
export interface LiveGraph {
  readonly catalog: Catalog
  readonly indexes: readonly IndexDefinition[]
}
