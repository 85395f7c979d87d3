import type { Expression } from './expression.ts'

/** `A`, `A|B`, `A&B` (also written `A:B`), `!A`, `%`, `$($names)`; the same for relationship types. */
export type LabelExpression =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'any-of'; readonly of: readonly LabelExpression[] }
  | { readonly kind: 'all-of'; readonly of: readonly LabelExpression[] }
  | { readonly kind: 'not'; readonly of: LabelExpression }
  | { readonly kind: 'wildcard' }
  | DynamicLabel

/** `$(…)`, `$all(…)`, `$any(…)`: a label, or a list of them, that an expression gives. */
export interface DynamicLabel {
  readonly kind: 'dynamic'
  readonly all: boolean
  readonly of: Expression
}

/** How often something is walked: `+` and `*` have no upper bound, `{2}` has the same twice. */
export interface Quantifier {
  readonly min: number | undefined
  readonly max: number | undefined
}

/** `(u:User {id: $id})` */
export interface NodePattern {
  readonly kind: 'node'
  readonly variable: string | undefined
  readonly labels: LabelExpression | undefined
  /** A map, or a parameter in its place. */
  readonly properties: Expression | undefined
  readonly where: Expression | undefined
}

/** `-[f:FOLLOWS*1..3 {since: $s}]->`, `-[f:FOLLOWS]->{1,3}` */
export interface RelationshipPattern {
  readonly kind: 'relationship'
  readonly variable: string | undefined
  readonly types: LabelExpression | undefined
  readonly direction: 'out' | 'in' | 'both'
  /** Present for variable length, `*1..3`; an absent bound is open. */
  readonly length: Quantifier | undefined
  /** Present after the arrow: `->+`, `->{1,3}`. */
  readonly quantifier?: Quantifier | undefined
  readonly properties: Expression | undefined
  readonly where: Expression | undefined
}

/** `((a)-[:FOLLOWS]->(b) WHERE a.age < b.age){1,3}`: a path in a path. */
export interface PathGroup {
  readonly kind: 'group'
  readonly pattern: Pattern
  readonly where: Expression | undefined
  readonly quantifier: Quantifier | undefined
}

/** `SHORTEST 2 GROUPS`, `ANY 3`, `ALL SHORTEST` before a path. */
export interface PathSelector {
  readonly kind: 'all' | 'any' | 'shortest' | 'all shortest' | 'any shortest'
  /** A whole number or a parameter. */
  readonly count?: Expression | undefined
  readonly groups?: boolean | undefined
}

/** One path: nodes and relationships in turn, with groups beside them. */
export interface Pattern {
  readonly variable: string | undefined
  readonly search: 'shortestPath' | 'allShortestPaths' | undefined
  readonly selector?: PathSelector | undefined
  readonly mode?: 'WALK' | 'TRAIL' | 'ACYCLIC' | undefined
  readonly elements: readonly (NodePattern | RelationshipPattern | PathGroup)[]
  readonly source?: string
}
