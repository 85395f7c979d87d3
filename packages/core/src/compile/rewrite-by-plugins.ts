import type { Clause, ProjectionItem } from '../ast/clause.ts'
import { parametersIn } from '../ast/parameters-in.ts'
import { GraphError } from '../error/graph-error.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import { Analysis } from './analysis.ts'
import { columnName } from './column-name.ts'
import type { PluginGiven, Rewriter } from './rewriter.ts'
import { scopesOf } from './scopes-of.ts'
import { freshIn } from './fresh-in.ts'
import { withoutNames } from './without-names.ts'

const isNamed = ({ alias, expression }: ProjectionItem): boolean =>
  alias !== undefined || expression.kind === 'variable'

/** A column named by its text keeps that name when a plugin changes the text. */
const withNames = (clause: Clause): Clause =>
  clause.kind === 'return' && !clause.items.every(isNamed)
    ? { ...clause, items: clause.items.map((item) => (isNamed(item) ? item : { ...item, alias: columnName(item) })) }
    : clause

const refuseTaken = (clauses: readonly Clause[], { name, parameters = {} }: Rewriter): void => {
  const taken = parametersIn(clauses).find((each) => Object.hasOwn(parameters, each))
  if (taken !== undefined) throw new GraphError('USAGE', `$${taken} belongs to the plugin '${name}': use another name`)
}

interface Given {
  readonly schema: SchemaDescriptor | undefined
  readonly dialect: string
  readonly source: string | undefined
}

/** The statement as plugins leave it, one after the other. A clause that none changed is the same object. */
export const rewriteByPlugins = (
  clauses: readonly Clause[],
  plugins: readonly Rewriter[],
  { schema, dialect, source }: Given,
): readonly Clause[] => {
  for (const plugin of plugins) refuseTaken(clauses, plugin)
  const before = clauses.map(withNames)
  const written = new Map(before.map((clause, at) => [clause, clauses[at] as Clause])) // one for each
  const free = freshIn(clauses)
  const added = new Set<string>()
  const fresh = (prefix: string): string => {
    const name = free(prefix)
    added.add(name)
    return name
  }
  const scopes: PluginGiven['scopes'] = (list, outer) => scopesOf(list, outer, new Analysis(schema))
  const given = { schema, dialect, source, fresh, scopes }
  const after = plugins.reduce<readonly Clause[]>((at, plugin) => plugin.rewrite?.(at, given) ?? at, before)
  const result = after.map((clause) => written.get(clause) ?? clause)
  return added.size === 0 ? result : withoutNames(result, added, scopes)
}
