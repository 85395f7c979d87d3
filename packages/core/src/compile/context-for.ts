import { aggregateNames } from '../ast/aggregates.ts'
import type { Clause } from '../ast/clause.ts'
import type { Expression } from '../ast/expression.ts'
import { namesIn } from '../ast/names.ts'
import { walkExpression } from '../ast/walk.ts'
import { unsupported } from '../dialect/unsupported.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import { Analysis } from './analysis.ts'
import { columnName } from './column-name.ts'
import { inside } from './inside.ts'
import { mapInScope } from './map-in-scope.ts'
import { projected } from './project.ts'
import type { RewriteContext } from './rewrite-context.ts'
import { scopesOf } from './scopes-of.ts'
import { freshIn } from './fresh-in.ts'

const hasAggregate = (node: Expression): boolean => {
  let found = false
  walkExpression(node, {
    expression(each) {
      found ||= each.kind === 'call' && aggregateNames.has(each.name.toLowerCase())
      return !found && each.kind !== 'subquery'
    },
  })
  return found
}

/** What a dialect's rewrite may ask, about one statement. */
export const contextFor = (
  clauses: readonly Clause[],
  dialect: string,
  schema: SchemaDescriptor | undefined,
): RewriteContext => {
  const to = new Analysis(schema)
  const scopes: RewriteContext['scopes'] = (list, outer) => scopesOf(list, outer, to)
  return {
    schema,
    typeOf: (expression, scope) => to.typeOf(expression, scope),
    scopes,
    projected: (clause, before) =>
      clause.kind === 'with' || clause.kind === 'return' ? projected(clause, before, to) : before,
    inside: (expression, scope) => inside(expression, scope, to),
    mapExpressions: (list, change, outer) => mapInScope(list, { change, to, scopes }, outer),
    namesIn,
    columnName,
    aggregates: hasAggregate,
    fresh: freshIn(clauses),
    refuse: (capability, what, instead) => unsupported({ capability, what, instead, dialect }),
  }
}
