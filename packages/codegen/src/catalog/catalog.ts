import type { TypeCounts, TypeWord } from './type-word.ts'

/** How much of the graph was read: all of it, or about `size` nodes or relationships of each label or type. */
export type Scan = { readonly mode: 'full' } | { readonly mode: 'sample'; readonly size: number }

/** One property of a label or a relationship type, as counted. */
export interface PropertyEntry {
  readonly name: string
  /** How many of those read have it. */
  readonly count: number
  readonly types: TypeCounts
  /** For lists: what their elements are. */
  readonly elements?: TypeCounts | undefined
  /** Where it was asked for and there are few: every value there is, in the whole graph. */
  readonly values?: readonly PlainValue[] | undefined
  /** Where it was asked for: some values, as text. */
  readonly samples?: readonly string[] | undefined
}

/** A value that a type can name. */
export type PlainValue = string | number

/** What carries properties: a label or a relationship type. */
export interface ElementEntry {
  readonly name: string
  /** How many there are, and how many of them were read. */
  readonly count: number
  readonly scanned: number
  readonly properties: readonly PropertyEntry[]
}

/** One pair of ends met: the label sets of both nodes, and how many relationships join such a pair. */
export interface EndPair {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly count: number
}

export interface RelationshipEntry extends ElementEntry {
  /** Always read in full: an end that was missed would refuse a right query. */
  readonly ends: readonly EndPair[]
}

/** A combination of labels that nodes carry together. */
export interface LabelSet {
  readonly labels: readonly string[]
  readonly count: number
}

export interface Constraint {
  readonly name: string
  readonly kind: 'unique' | 'exists' | 'key' | 'type' | 'other'
  readonly on: 'node' | 'relationship'
  /** The label or relationship type it is on. */
  readonly target: string
  readonly properties: readonly string[]
  /** For `type`: what its values may be, and the elements of its lists. */
  readonly types?: readonly TypeWord[] | undefined
  readonly elements?: readonly TypeWord[] | undefined
}

export interface Index {
  readonly name: string
  /** The engine's own word: `Hash`, `RANGE` … */
  readonly kind: string
  readonly target: string
  readonly properties: readonly string[]
}

/**
 * What a graph holds, neutral of engine and language: plain JSON, every list sorted by name, the same from run to run.
 * `motif generate` keeps it beside the types as the snapshot.
 */
export interface Catalog {
  /** The form of this description; a snapshot of another form is refused. */
  readonly format: 1
  readonly engine: string
  readonly scan: Scan
  readonly labels: readonly ElementEntry[]
  /** The combinations of labels met; nodes without a label are one with none. */
  readonly labelSets: readonly LabelSet[]
  readonly relationships: readonly RelationshipEntry[]
  readonly constraints: readonly Constraint[]
  readonly indexes: readonly Index[]
}
