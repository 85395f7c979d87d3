import type { Clause } from '../ast/clause.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { Scope } from './rewrite-context.ts'

/** What a plugin's rewrite is told beside the statement. */
export interface PluginGiven {
  /** The run-time schema, where there is one. */
  readonly schema: SchemaDescriptor | undefined
  /** Name of the dialect the statement is written in afterwards. */
  readonly dialect: string
  /** The whole statement as it was written, comments included, when it was given as one text. */
  readonly source: string | undefined
  /** A name that the statement does not use, from a prefix; never the same twice. `*` does not let it through. */
  readonly fresh: (prefix: string) => string
  /** The names before each clause of a list, and what each is; the last entry is what is in scope after it. */
  readonly scopes: (clauses: readonly Clause[], outer?: Scope) => readonly Scope[]
}

/** The part of a plugin that sees statements. */
export interface Rewriter {
  readonly name: string
  /**
   * Statement in, statement out, before it is compiled; what is not changed stays the same object. What it makes of a
   * statement is kept for all others that differ in inline values alone, so of a value it may ask the type and whether it
   * is null. Columns keep their names whatever it makes of what is behind them.
   */
  readonly rewrite?: ((clauses: readonly Clause[], given: PluginGiven) => readonly Clause[]) | undefined
  /** The parameters that its rewrite brings: each is asked for its value at every run, and nobody else may give it. */
  readonly parameters?: Readonly<Record<string, () => unknown>> | undefined
}
