import type { Clause, ProjectionItem } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import type { Capability } from '../dialect/dialect.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'

/** The names in scope at a place in a statement, and what each is. */
export type Scope = ReadonlyMap<string, ValueType>

/**
 * What a dialect's rewrite may ask of the compiler. Columns and named parameters are taken from the statement before
 * the rewrite, so a rewrite may add helper clauses and names freely as long as the final columns keep their names and
 * order; inline values (`{ kind: 'value' }`) may be added anywhere and become parameters.
 */
export interface RewriteContext {
  /** The run-time schema, where there is one. */
  readonly schema: SchemaDescriptor | undefined
  /** What an expression is, given the names in scope. */
  typeOf(expression: Expression, scope: Scope): ValueType
  /**
   * The scope before each clause of a statement, by index; the last entry is the scope after it. WHERE and ORDER BY
   * after WITH or RETURN see the names before the projection too; `projected` tells which ones it lets through.
   */
  scopes(clauses: readonly Clause[], outer?: Scope): readonly Scope[]
  /** The names that a WITH or RETURN lets through, and what each is; `before` is the scope before it. */
  projected(clause: Clause, before: Scope): Scope
  /** The scope inside a comprehension, quantifier, reduce or pattern: the names around it and those it binds. */
  inside(expression: Expression, scope: Scope): Scope
  /**
   * Rewrites every expression of the clauses from its leaves up, subqueries and patterns included; `scope` are the names
   * in reach of the expression. Nodes and clauses that do not change stay the same objects.
   */
  mapExpressions(
    clauses: readonly Clause[],
    change: (expression: Expression, scope: Scope) => Expression,
    outer?: Scope,
  ): readonly Clause[]
  /** The names an expression may take from around it (a name in a pattern counts, bound or not). */
  namesIn(expression: Expression): ReadonlySet<string>
  /** The name of a column or of a name that WITH carries: its alias, or its text. */
  columnName(item: ProjectionItem): string
  /** Whether an aggregate stands in the expression, outside subqueries. */
  aggregates(expression: Expression): boolean
  /** A name not used in the statement, from a prefix; never the same twice. */
  fresh(prefix: string): string
  /** Throws UNSUPPORTED_FEATURE naming feature, dialect and the nearest way to write it. */
  refuse(capability: Capability, what: string, instead: string): never
}
