import type { Executor } from '@motif/core'
import type { Constraint } from '../../catalog/catalog.ts'
import type { ConstraintDefinition, IndexDefinition } from '../definition.ts'

/** What differs from engine to engine in constraints and indexes. */
export interface SchemaEngine {
  /** As a person calls it, with its edition where that matters. */
  readonly name: string
  /** Why it cannot have this; undefined when it can. */
  readonly lacks: (wanted: ConstraintDefinition | IndexDefinition) => string | undefined
  readonly create: (wanted: ConstraintDefinition | IndexDefinition) => string
  readonly drop: (what: 'constraint' | 'index', name: string) => string
  readonly constraints: () => Promise<readonly Constraint[]>
  readonly indexes: () => Promise<readonly IndexDefinition[]>
  /** Whether it keeps the order of an index's properties. */
  readonly ordered: boolean
  /** Whether it looks at what is there when a constraint is made. */
  readonly verifies: boolean
  /** Cypher that returns when index `$name` holds what was there before it, where that takes a while. */
  readonly awaitIndex?: string | undefined
}

/** Asks what is needed to know an engine's edition. */
export type SchemaEngineOf = (executor: Executor) => Promise<SchemaEngine>

/** A constraint rather than an index. */
export const isConstraint = (each: ConstraintDefinition | IndexDefinition): each is ConstraintDefinition =>
  'target' in each
