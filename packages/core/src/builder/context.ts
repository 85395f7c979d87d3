import type { Clause } from '../ast/clause.ts'
import type { CompiledQuery } from '../compile/compiled-query.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Executor } from '../execute/executor.ts'
import type { Plugin } from '../execute/plugin.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'

/** What a text made of clauses is compiled with. */
export interface Source {
  /** The whole statement as it was written, when it was given as one text. */
  readonly source?: string | undefined
  /** The caller has said that a write without any filter is meant. */
  readonly allowUnfiltered?: boolean | undefined
}

/** What the root object gives to every query made from it, so that builder and compiler do not know each other. */
export interface Context {
  readonly executor: Executor
  compile(clauses: readonly Clause[], dialect: Dialect, source: Source): CompiledQuery
  dialectOf(dialect: Dialect | string | undefined): Dialect
  bind(
    compiled: CompiledQuery,
    params: Readonly<Record<string, unknown>> | undefined,
    ignored: ReadonlySet<string> | undefined,
  ): Readonly<Record<string, unknown>>
  readonly schema: SchemaDescriptor | undefined
  readonly plugins: readonly Plugin[]
}
