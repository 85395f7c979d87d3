import type { Clause } from '../ast/clause.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { GraphError } from '../error/graph-error.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import { anyType } from '../value/value-types.ts'
import { accessOf } from './access-of.ts'
import { Analysis } from './analysis.ts'
import type { Column, CompiledQuery, Parameter } from './compiled-query.ts'
import { parametersOf } from './parameters-of.ts'
import { type Place, startIn } from './place.ts'
import { printClauses } from './print-clauses.ts'
import { quoteFor } from './quote-for.ts'
import { rewriteByPlugins } from './rewrite-by-plugins.ts'
import type { Rewriter } from './rewriter.ts'
import { type Safety, warningsOf } from './safety.ts'
import { unionColumns } from './union-columns.ts'
import { Writer } from './writer.ts'

/** What a statement is compiled with. */
export interface CompileOptions {
  readonly dialect: Dialect
  readonly schema?: SchemaDescriptor | undefined
  /** The whole statement as it was written: sent as it stands when the dialect changes nothing. */
  readonly source?: string | undefined
  /** What is looked for in `safety` is meant. */
  readonly allowUnfiltered?: boolean | undefined
  readonly safety?: Safety | undefined
  /** What changes statements before they are compiled, in this order. */
  readonly plugins?: readonly Rewriter[] | undefined
}

const columnsOf = (clauses: readonly Clause[], { returned }: Place): readonly Column[] | undefined => {
  if (returned.length > 0) return unionColumns(returned)
  const last = clauses.at(-1)?.kind
  const silent = last !== 'call-procedure' && last !== 'opaque' && last !== 'schema-command' && last !== 'prefix'
  return silent ? [] : undefined
}

const isUntouched = (before: readonly Clause[], after: readonly Clause[]): boolean =>
  before.length === after.length && before.every((clause, i) => clause === after[i])

const bindingsOf = (parameters: readonly Parameter[], writer: Writer, { values }: Analysis): readonly Parameter[] => [
  ...parameters,
  ...Array.from(writer.values, ([node, name]) => ({ name, type: values.get(node) ?? node.type ?? anyType })),
  ...writer.held.map((name) => ({ name, type: anyType })),
]

/**
 * Writes a statement for a dialect: its text, its parameters and the shape of its rows. No value becomes text.
 *
 * @example
 * compile(clauses, { dialect: neo4j })   // { text: 'MATCH (u:User {id: $id}) RETURN u.name AS name', … }
 * @throws GraphError USAGE for an undefined value or what `safety` refuses, UNSUPPORTED_FEATURE for what the
 * dialect lacks.
 */
export const compile = (written: readonly Clause[], options: CompileOptions): CompiledQuery => {
  const { dialect, schema, plugins = [], source } = options
  const warnings = options.allowUnfiltered === true ? [] : warningsOf(written, accessOf(written), options.safety)
  const clauses =
    plugins.length === 0 ? written : rewriteByPlugins(written, plugins, { schema, dialect: dialect.name, source })
  const analysis = new Analysis(schema)
  const place = analysis.clauses(clauses, startIn())
  const parameters = parametersOf(analysis)
  const after = dialect.rewrite?.(clauses, options) ?? clauses
  const taken = new Set(parameters.map(({ name }) => name))
  if (taken.has('__proto__')) throw new GraphError('USAGE', 'a parameter cannot be named __proto__')
  const writer = new Writer(quoteFor(dialect), taken)
  const printed = printClauses(after, writer)
  const asWritten = source !== undefined && writer.values.size === 0 && isUntouched(written, after)
  const text = asWritten ? source : printed
  const isSupplied = ({ name }: Parameter): boolean =>
    plugins.some((each) => Object.hasOwn(each.parameters ?? {}, name))
  return {
    text: `${dialect.prefix?.(after, text) ?? ''}${text}`,
    params: writer.params,
    parameters: plugins.length === 0 ? parameters : parameters.filter((each) => !isSupplied(each)),
    bindings: bindingsOf(parameters, writer, analysis),
    columns: columnsOf(clauses, place),
    access: accessOf(clauses),
    dialect: dialect.name,
    ...(warnings.length === 0 ? undefined : { warnings }),
  }
}
