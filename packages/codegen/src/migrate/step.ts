import type { PropertySpec, SchemaShape } from '@motif/core'
import type { Database, ManagedTransaction } from '@motif/driver'
import type { ConstraintKind, IndexKind } from './definition.ts'

/** A value that a step may write; others are written in Cypher: `cypher: "date('2020-01-02')"`. */
export type StepValue = string | number | boolean | readonly string[] | readonly number[] | readonly boolean[]

/** Where a property is: on the nodes of a label, or the relationships of a type. */
export type Place =
  | { readonly node: string; readonly relationship?: undefined }
  | { readonly relationship: string; readonly node?: undefined }

interface Common {
  /** Says that what the step drops, deletes or overwrites may be lost. */
  readonly destructive?: boolean | undefined
}

interface Batched extends Common {
  /** Nodes or relationships changed by one transaction. @defaultValue that of the run, 5,000 */
  readonly batch?: number | undefined
}

/** All nodes of a label get another in its place. */
export interface RenameLabel extends Batched {
  readonly renameLabel: string
  readonly to: string
}

/** Relationships of a type are made anew with another: same ends, same properties, a new element id. */
export interface RenameType extends Batched {
  readonly renameType: string
  readonly to: string
}

export type RenameProperty = Batched &
  Place & {
    readonly renameProperty: string
    readonly to: string
    /** Which value stays where both names have one and they differ; refused otherwise. The other is lost. */
    readonly prefer?: 'old' | 'new' | undefined
  }

/** Gives a property to those that lack it: one value, or one computed by Cypher from `n`, the node, or `r`, the relationship. */
export type Backfill = Batched &
  Place & { readonly backfill: string } & (
    | { readonly value: StepValue; readonly cypher?: undefined }
    | { readonly cypher: string; readonly value?: undefined }
  )

export type RemoveProperty = Batched & Place & { readonly removeProperty: string }

/** Takes a label off its nodes, which stay. */
export interface RemoveLabel extends Batched {
  readonly removeLabel: string
}

/** Deletes the nodes of a label, with their relationships. */
export interface DeleteNodes extends Batched {
  readonly deleteNodes: string
}

export interface DeleteRelationships extends Batched {
  readonly deleteRelationships: string
}

export type CreateConstraint = Common &
  Place & {
    readonly createConstraint: string
    readonly kind: ConstraintKind
    readonly properties: readonly string[]
    /** For `type`: what its values may be. */
    readonly type?: PropertySpec | undefined
  }

interface CreateIndexCommon extends Common {
  readonly createIndex: string
  readonly kind: IndexKind
  readonly properties: readonly string[]
  /** For `vector`. */
  readonly dimensions?: number | undefined
  readonly similarity?: 'cosine' | 'euclidean' | undefined
  /** For `fulltext`. */
  readonly analyzer?: string | undefined
}

/** A full-text index may be on several labels or types. */
export type CreateIndex = CreateIndexCommon &
  (
    | { readonly node: string | readonly string[]; readonly relationship?: undefined }
    | { readonly relationship: string | readonly string[]; readonly node?: undefined }
  )

interface Drop extends Common {
  /** The constraint or index, made by the same list of steps, that takes its place: then nothing is lost. */
  readonly replacedBy?: string | undefined
}

export interface DropConstraint extends Drop {
  readonly dropConstraint: string
}

export interface DropIndex extends Drop {
  readonly dropIndex: string
}

/**
 * Cypher by hand, in one transaction with the note that it was run. One that is `batched` takes `$batch`, returns how
 * many it changed as `done`, and is repeated until that is 0. What makes constraints or indexes, and
 * `CALL … IN TRANSACTIONS`, is sent on its own: after a kill it may be sent twice.
 */
export interface CypherStep extends Batched {
  readonly cypher: string
  readonly backfill?: undefined
  readonly params?: Readonly<Record<string, StepValue>> | undefined
  readonly batched?: boolean | undefined
  /** What it does, for whoever reads the progress. */
  readonly title?: string | undefined
}

/** What a callback that runs alone is given beside the graph. */
export interface StepHelp {
  readonly signal: AbortSignal | undefined
  /** Says how far it has come. */
  readonly progress: (done: number, total?: number) => void
}

/** A callback, in one transaction with the note that it was run; it may be tried again, so it has no other effects. */
export interface CallbackStep extends Common {
  readonly run: (transaction: ManagedTransaction<SchemaShape>) => Promise<void>
  /** What it does, for whoever reads the progress. */
  readonly title: string
}

/** A callback with the graph itself, in no transaction; it is called again after a kill, and has to bear that. */
export interface LoneCallbackStep extends Common {
  readonly runAlone: (db: Database<SchemaShape>, help: StepHelp) => Promise<void>
  readonly title: string
}

/** One step of a migration, named by its first key. */
export type Step =
  | RenameLabel
  | RenameType
  | RenameProperty
  | Backfill
  | RemoveProperty
  | RemoveLabel
  | DeleteNodes
  | DeleteRelationships
  | CreateConstraint
  | CreateIndex
  | DropConstraint
  | DropIndex
  | CypherStep
  | CallbackStep
  | LoneCallbackStep

/** What a migration file exports. */
export interface Migration {
  readonly up: readonly Step[]
  /** What takes it back, in the order in which it is run; left out where it cannot be. */
  readonly down?: readonly Step[] | undefined
}

/**
 * Gives a migration file its types.
 *
 * @example
 * export default defineMigration({
 *   up: [{ renameLabel: 'Person', to: 'User' }],     // MATCH (n:Person) WITH n LIMIT $batch SET n:User REMOVE n:Person …
 *   down: [{ renameLabel: 'User', to: 'Person' }],
 * })
 */
export const defineMigration = (migration: Migration): Migration => migration
