/**
 * The frozen tree that a query is, for plugins and tools. It follows the grammar and may change in any minor version
 * until 1.0.
 *
 * @module
 */
export type { BinaryOperator, CaseBranch, Expression, MapEntry, ProjectionEntry } from './expression.ts'
export type { Clause, ProjectionItem, RemoveItem, SetItem, SortItem, Transactions } from './clause.ts'
export type {
  DynamicLabel,
  LabelExpression,
  NodePattern,
  PathGroup,
  PathSelector,
  Pattern,
  Quantifier,
  RelationshipPattern,
} from './pattern.ts'
export { mapClauses, mapExpression } from './rewrite.ts'
export { type Visitor, walkClauses, walkExpression } from './walk.ts'
