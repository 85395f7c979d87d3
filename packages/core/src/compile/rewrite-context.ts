import type { Expression } from '../ast/expression.ts'
import type { Capability } from '../dialect/dialect.ts'
import type { ValueType } from '../value/value-type.ts'

/** The names in scope at a place in a statement, and what each is. */
export type Scope = ReadonlyMap<string, ValueType>

/** What a dialect's rewrite may ask of the compiler. */
export interface RewriteContext {
  /** What an expression is, given the names in scope. */
  typeOf(expression: Expression, scope: Scope): ValueType
  /** The scope before each clause of a statement, by index; the last entry is the scope after it. */
  scopes(clauses: readonly import('../ast/clause.ts').Clause[], outer?: Scope): readonly Scope[]
  /** A name not used in the statement, from a prefix. */
  fresh(prefix: string): string
  /** Throws UNSUPPORTED_FEATURE naming feature, dialect and the nearest way to write it. */
  refuse(capability: Capability, what: string, instead: string): never
}
