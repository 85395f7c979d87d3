import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { Definition, Relation } from '../definition.ts'
import type { Faults, Place } from './faults.ts'

/** By name of a field or a property. */
export type Values = Readonly<Record<string, unknown>>

/** What the data of one call is read with. */
export interface Reading {
  readonly faults: Faults
  readonly policy: TemporalPolicy
  /** Validators that have not answered yet. */
  readonly pending: Promise<void>[]
  definitionOf(labels: readonly string[]): Definition
  /** Reads the data of a node that is to be created. */
  nodeInput(definition: Definition, data: unknown, place: Place): NodeInput
}

/** A node to be created, taken apart; `properties` are there once all validators have answered. */
export interface NodeInput {
  readonly definition: Definition
  properties: Values
  readonly relations: readonly RelationInput[]
}

/** A node at the far end that is there already. */
export interface Reference {
  readonly definition: Definition
  readonly key: Values
  /** Properties of the relationship. */
  readonly relationship: Values
  /** Where it was given, for messages. */
  readonly place: Place
}

/** A node at the far end that is created. */
export interface Creation {
  readonly node: NodeInput
  readonly relationship: Values
}

/** A node at the far end that is found by its key or created. */
export interface Either extends Reference {
  readonly node: NodeInput
}

/** What is to become of the relationships of one relation. */
export interface RelationInput {
  readonly relation: Relation
  readonly create: readonly Creation[]
  readonly connect: readonly Reference[]
  readonly connectOrCreate: readonly Either[]
  /** Relationships to end: those to some nodes, or all. */
  readonly disconnect: readonly Reference[] | 'all'
  /** Relationships to keep; all others end. */
  readonly set: readonly Reference[] | undefined
  readonly delete: readonly Reference[]
  readonly detach: boolean
}
