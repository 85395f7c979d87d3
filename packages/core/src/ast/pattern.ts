import type { Expression } from './expression.ts'

/** `A`, `A|B`, `A&B` (also written `A:B`), `!A`, `%`; the same for relationship types. */
export type LabelExpression =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'any-of'; readonly of: readonly LabelExpression[] }
  | { readonly kind: 'all-of'; readonly of: readonly LabelExpression[] }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'wildcard' }

/** `(u:User {id: $id})` */
export interface NodePattern {
  readonly kind: 'node'
  readonly variable: string | undefined
  readonly labels: LabelExpression | undefined
  /** A map, or a parameter in its place. */
  readonly properties: Expression | undefined
  readonly where: Expression | undefined
}

/** `-[f:FOLLOWS*1..3 {since: $s}]->` */
export interface RelationshipPattern {
  readonly kind: 'relationship'
  readonly variable: string | undefined
  readonly types: LabelExpression | undefined
  readonly direction: 'out' | 'in' | 'both'
  /** Present for variable length; an absent bound is open. */
  readonly length: { readonly min: number | undefined; readonly max: number | undefined } | undefined
  readonly properties: Expression | undefined
  readonly where: Expression | undefined
}

/** One path: nodes and relationships in turn, beginning and ending with a node. */
export interface Pattern {
  readonly variable: string | undefined
  readonly search: 'shortestPath' | 'allShortestPaths' | undefined
  readonly elements: readonly (NodePattern | RelationshipPattern)[]
  readonly source?: string
}
