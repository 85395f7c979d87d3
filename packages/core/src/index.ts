export { amend, type Amendment } from './error/amend.ts'
export {
  type ErrorCode,
  type ErrorDetails,
  type FailedBatch,
  type Fault,
  GraphError,
  type Issue,
  type Outcome,
} from './error/graph-error.ts'
export type { ScalarName, ValueType } from './value/value-type.ts'
export { isOffsetTime } from './value/is-offset-time.ts'
export type { OffsetTime } from './value/offset-time.ts'
export { isPoint, Point } from './value/point.ts'
export { Float, float, isFloat } from './value/float.ts'
export type { Duration, DurationFields, PlainDate, PlainDateTime, PlainTime, ZonedDateTime } from './value/temporal.ts'
export { GraphNode, isGraphNode } from './value/graph-node.ts'
export { GraphRelationship, isGraphRelationship } from './value/graph-relationship.ts'
export { GraphPath, isGraphPath } from './value/graph-path.ts'
export type { SchemaShape } from './schema/schema-shape.ts'
export { defineSchema, type PropertySpec, type SchemaDescriptor } from './schema/schema-descriptor.ts'
export { parsePropertySpec } from './schema/parse-property-spec.ts'
export type { Access, Column, CompiledQuery, Parameter as QueryParameter } from './compile/compiled-query.ts'
export type {
  Counters,
  ExecuteOptions,
  Executor,
  GqlStatus,
  Notification,
  QueryRequest,
  QueryResult,
  RowBatch,
  ServerInfo,
  Summary,
} from './execute/executor.ts'
export type { Signal } from './execute/signal.ts'
export type { Capability, Dialect, RewriteGiven } from './dialect/dialect.ts'
export { neo4j } from './dialect/neo4j.ts'
export type { Extension, ExtensionGiven } from './builder/extension.ts'
export { createGraph, Graph, type GraphOptions, type GraphSettings } from './graph.ts'
export type { Safety, SafetyLevel, Warning } from './compile/safety.ts'
export type { PluginGiven } from './compile/rewriter.ts'
export type { NeutralRow, Plugin } from './execute/plugin.ts'
export type { Query } from './builder/query.ts'
export { Pending } from './builder/pending.ts'
export { runOn } from './builder/run-on.ts'
export type { Plan } from './execute/plan.ts'
export type { Arguments, CompileOptions, Prepared, RowOfQuery, RowsWithSummary, Runnable } from './builder/runnable.ts'
export type { WrittenQuery } from './builder/written-query.ts'
export { fragment, type Fragment } from './builder/fragment.ts'
export { $ } from './expression/parameter.ts'
export { avg, collect, count, distinct, max, min, sum } from './expression/aggregate.ts'
export { all, any, filter, listOf, none, reduce, single } from './expression/comprehension.ts'
export { at, get, slice } from './expression/access.ts'
export { type CaseOf, caseOf, type CaseWhen, caseWhen } from './expression/case.ts'
export { coalesce } from './expression/coalesce.ts'
export { concat } from './expression/concat.ts'
export type { CypherFunction } from './expression/cypher-function.ts'
export { type Declared, declareFunction } from './expression/declare-function.ts'
export { elementId, id, labels, type } from './expression/functions/graph.ts'
export { head, size } from './expression/functions/list.ts'
export { toLower, toUpper } from './expression/functions/string.ts'
export { list, map } from './expression/literal.ts'
export { and, not, or } from './expression/logic.ts'
export { isNormalized, isType, type TypeName } from './expression/predicate.ts'
export { node, relationship } from './expression/entity.ts'
export { project } from './expression/projection.ts'
export type { Operand } from './expression/operand.ts'
export type { Policies } from './expression/temporal-types.ts'
export type { Parameter, Value } from './expression/value.ts'
export type { PathPattern } from './pattern/path-pattern.ts'
export { CypherText, cypher } from './raw/cypher.ts'
export { label, propertyKey, relationshipType } from './raw/identifier.ts'
export type {
  NodeBinding as Node,
  OptionalNodeBinding as OptionalNode,
  RelationshipBinding as Relationship,
  ValueBinding as ValueOf,
} from './grammar/binding.ts'
