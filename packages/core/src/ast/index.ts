/**
 * The frozen tree that a query is, for plugins and tools. It follows the grammar and may change in any minor version
 * until 1.0.
 *
 * @module
 */
export type { BinaryOperator, Expression, MapEntry, ProjectionEntry } from './expression.ts'
export type { Clause, ProjectionItem, RemoveItem, SetItem, SortItem } from './clause.ts'
export type { LabelExpression, NodePattern, Pattern, RelationshipPattern } from './pattern.ts'
export { mapClauses, mapExpression } from './rewrite.ts'
export { type Visitor, walkClauses, walkExpression } from './walk.ts'
