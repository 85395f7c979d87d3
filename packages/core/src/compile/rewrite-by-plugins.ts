import type { Clause, ProjectionItem } from '../ast/clause.ts'
import { parametersIn } from '../ast/parameters-in.ts'
import { GraphError } from '../error/graph-error.ts'
import { columnName } from './column-name.ts'
import type { PluginGiven, Rewriter } from './rewriter.ts'

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

/** The statement as plugins leave it, one after the other. A clause that none changed is the same object. */
export const rewriteByPlugins = (
  clauses: readonly Clause[],
  plugins: readonly Rewriter[],
  given: PluginGiven,
): readonly Clause[] => {
  for (const plugin of plugins) refuseTaken(clauses, plugin)
  const before = clauses.map(withNames)
  const after = plugins.reduce<readonly Clause[]>((at, plugin) => plugin.rewrite?.(at, given) ?? at, before)
  return after.map((clause) => clauses[before.indexOf(clause)] ?? clause)
}
