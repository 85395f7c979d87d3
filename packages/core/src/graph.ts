import { bind } from './compile/bind.ts'
import { bindSupplied } from './compile/bind-supplied.ts'
import type { CompiledQuery } from './compile/compiled-query.ts'
import { Compiling } from './compile/compiling.ts'
import type { Safety, Warning } from './compile/safety.ts'
import { dialectNamed } from './dialect/dialects.ts'
import type { Dialect } from './dialect/dialect.ts'
import type { Executor } from './execute/executor.ts'
import type { Plugin } from './execute/plugin.ts'
import type { Context } from './builder/context.ts'
import { Chain } from './builder/chain.ts'
import type { Extension } from './builder/extension.ts'
import { type Graph as Doors, starts } from './builder/graph-doors.ts'
import { StatementQuery } from './builder/statement-query.ts'
import { startNode } from './builder/path.ts'
import { CypherText, opaqueClause } from './raw/cypher.ts'
import type { SchemaDescriptor } from './schema/schema-descriptor.ts'
import type { SchemaShape } from './schema/schema-shape.ts'

/** What holds for all queries of a graph. */
export interface GraphSettings<S extends SchemaShape, X = {}> {
  /** The run-time descriptor that `motif generate` writes; engines that lose types read values by it. */
  readonly schema?: SchemaDescriptor<S> | undefined
  /** What changes queries and rows of every door, in this order. */
  readonly plugins?: readonly Plugin[] | undefined
  /** What is refused or pointed out as most often a mistake. */
  readonly safety?: Safety | undefined
  /** Told of each statement in which something was found, when it is compiled first; a summary's notifications say it too. */
  readonly onWarning?: ((warning: Warning, query: CompiledQuery) => void) | undefined
  /** What the graph can do besides, as do its sessions and transactions: `models<Schema>()` of `@motif/core/model`. */
  readonly extend?: Extension<S, X> | undefined
}

/** What a graph is made of. */
export interface GraphOptions<S extends SchemaShape, X = {}> extends GraphSettings<S, X> {
  readonly executor: Executor
  /** Whether it is a transaction; extensions are told. */
  readonly transaction?: boolean | undefined
}

/** Texts remembered: far above what a program writes. */
const mostTold = 1_000

/** The root of all queries: each clause that may begin one, whole statements, patterns put together at run time. */
export type Graph<S extends SchemaShape> = Doors<S>

/** What was compiled is shared by all graphs of the same settings: a transaction is a graph of its own. */
const all = new Compiling()

const tell = (compiled: CompiledQuery, told: Set<string>, { onWarning }: GraphSettings<SchemaShape>): CompiledQuery => {
  if (compiled.warnings === undefined || onWarning === undefined || told.has(compiled.text)) return compiled
  if (told.size >= mostTold) told.clear()
  told.add(compiled.text)
  for (const warning of compiled.warnings) onWarning(warning, compiled)
  return compiled
}

const contextOf = (options: GraphOptions<SchemaShape>): Context => {
  const { executor, schema, plugins = [], safety } = options
  const { shapes, told } = all.of(schema).of(options.plugins).of(safety)
  return {
    executor,
    compile: (clauses, dialect, { source, allowUnfiltered }) =>
      tell(
        shapes.compile(clauses, { dialect, schema, source, allowUnfiltered, plugins: options.plugins, safety }),
        told,
        options,
      ),
    dialectOf: (dialect: Dialect | string | undefined) =>
      dialect === undefined
        ? executor.dialect
        : typeof dialect === 'string'
          ? dialectNamed(dialect, executor.dialect)
          : dialect,
    bind: plugins.length === 0 ? bind : bindSupplied(plugins),
    schema,
    plugins,
  }
}

class GraphRoot {
  readonly #chain: Chain
  readonly cypher: object
  readonly node: typeof startNode = startNode

  constructor(options: GraphOptions<SchemaShape>) {
    const context = contextOf(options)
    this.#chain = new Chain(context)
    const known = StatementQuery.of(context)
    const statement = (given: unknown): StatementQuery =>
      given instanceof CypherText ? new StatementQuery(context, [opaqueClause(given.text, given.values)]) : known(given)
    this.cypher = Object.assign(statement, { as: (text: string) => new StatementQuery(context, [opaqueClause(text)]) })
    const { executor, schema, plugins } = context
    // The cast: run time carries trees, the types what they are.
    const graph = this as never
    Object.assign(
      this,
      options.extend?.(graph, { executor, schema, plugins, transaction: options.transaction === true }),
    )
  }

  static {
    for (const name of starts) {
      const start = function (this: GraphRoot, ...given: unknown[]): unknown {
        // Each takes what its type says.
        return (this.#chain[name] as (...given: unknown[]) => unknown).apply(this.#chain, given)
      }
      Object.defineProperty(this.prototype, name, { value: start })
    }
  }
}

/** The class behind `createGraph`, for drivers that add to it. The cast: run time carries trees, the types what they are. */
export const Graph: new <S extends SchemaShape>(options: GraphOptions<S, unknown>) => Graph<S> = GraphRoot as never

/**
 * A graph over an executor: what `connect` of the driver calls; here for executors of one's own and for tests.
 *
 * @example
 * const db = createGraph<Schema>({ executor, schema })
 * await db.match('(u:User {id: $id})').return('u.name AS name').run({ id: 1 })   // MATCH (u:User {id: $id}) RETURN u.name AS name
 */
export const createGraph = <S extends SchemaShape, X = {}>(options: GraphOptions<S, X>): Graph<S> & X =>
  new Graph<S>(options) as Graph<S> & X // the constructor adds what the extension returns
