import type { PropertySpec } from '@motif/core'

/** What a constraint holds: values are unique, they are a key (unique and there), they are there, they are of a type. */
export type ConstraintKind = 'unique' | 'key' | 'exists' | 'type'

export type IndexKind = 'range' | 'text' | 'point' | 'vector' | 'fulltext'

/** One constraint of a label or a relationship type. */
export interface ConstraintDefinition {
  readonly name: string
  readonly kind: ConstraintKind
  readonly on: 'node' | 'relationship'
  readonly target: string
  readonly properties: readonly string[]
  /** For `type`: what its values may be. */
  readonly type?: PropertySpec | undefined
}

/** One index; only a full-text index is on several labels or types. */
export interface IndexDefinition {
  readonly name: string
  readonly kind: IndexKind
  readonly on: 'node' | 'relationship'
  readonly targets: readonly string[]
  readonly properties: readonly string[]
  /** For `vector`: how many numbers a vector has, and how two are compared. */
  readonly dimensions?: number | undefined
  readonly similarity?: 'cosine' | 'euclidean' | undefined
  /** For `fulltext`: how text is taken apart, by the engine's own name. */
  readonly analyzer?: string | undefined
}

const owned = (targets: readonly string[], properties: readonly string[]): string =>
  properties.map((property) => `${targets.join('|')}.${property}`).join(', ')

/** A constraint as a person reads it: `constraint user_id_unique: User.id is unique`. */
export const constraintText = ({ name, kind, target, properties, type }: ConstraintDefinition): string => {
  const words: Readonly<Record<ConstraintKind, string>> = {
    unique: 'is unique',
    key: 'is the key',
    exists: 'exists',
    type: `is of type ${type}`,
  }
  return `constraint ${name}: ${owned([target], properties)} ${words[kind]}`
}

/** An index as a person reads it: `range index user_age_index: User.age`. */
export const indexText = ({ name, kind, targets, properties }: IndexDefinition): string =>
  `${kind} index ${name}: ${owned(targets, properties)}`
