import type { ValueType } from '@motif/core'
import type { PlainValue } from './catalog.ts'
import type { Key } from './key.ts'
import type { Names } from './naming.ts'

/** One property, settled: what was found, after overrides. */
export interface PropertyModel {
  readonly name: string
  readonly type: ValueType
  /** Why it is nullable or not, in words, short enough for brackets: `12 of 3,376 nodes lack it`. */
  readonly reason: string
  /** Its values, where there are few and it was asked for: it is an enum. */
  readonly values: readonly PlainValue[] | undefined
  /** Further sentences for its JSDoc: a mixed type, integers past 2^53, the user's comment. */
  readonly notes: readonly string[]
}

/** Where relationships of one type lead from a label, or come from. */
export interface Adjacency {
  readonly type: string
  readonly labels: readonly string[]
}

export interface NodeModel {
  readonly label: string
  /** What its interfaces and validators are called after, and what they are called. */
  readonly name: string
  readonly names: Names
  readonly count: number
  readonly comment: string | undefined
  /** What tells its nodes apart, where the graph or the user says so. */
  readonly key: Key | undefined
  readonly properties: readonly PropertyModel[]
  readonly out: readonly Adjacency[]
  readonly in: readonly Adjacency[]
}

export interface RelationshipModel {
  readonly type: string
  readonly name: string
  readonly names: Names
  readonly count: number
  readonly comment: string | undefined
  readonly properties: readonly PropertyModel[]
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** Every pair of labels that it joins, and how often. */
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly count: number }[]
}

/** What is generated from: the catalogue after overrides and naming. */
export interface GraphModel {
  readonly nodes: readonly NodeModel[]
  readonly relationships: readonly RelationshipModel[]
  /** The combinations of labels that nodes carry, without those of no label. */
  readonly labelSets: readonly (readonly string[])[]
  /** What the user should know: an override that names nothing, a type that cannot be told. */
  readonly warnings: readonly string[]
}
