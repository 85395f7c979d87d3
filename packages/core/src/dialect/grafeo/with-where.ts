import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import { mapExpression } from '../../ast/rewrite.ts'
import { walkExpression } from '../../ast/walk.ts'
import type { RewriteContext, Scope } from '../../compile/rewrite-context.ts'
import { type Pass, scopeAt } from './block.ts'
import { type Named, putNames } from './put-names.ts'
import { stepsOf } from './steps.ts'

type Projection = Extract<Clause, { kind: 'with' | 'return' }>

const ordering: ReadonlySet<Clause['kind']> = new Set(['order-by', 'skip', 'limit'])

/** The names in an expression that stand before the projection and not after it. */
const lostNames = (node: Expression, before: Scope, after: Scope, context: RewriteContext): readonly string[] =>
  [...context.namesIn(node)].filter((name) => before.has(name) && !after.has(name))

const inPattern = (node: Expression, names: ReadonlySet<string>): boolean => {
  let found = false
  walkExpression(node, {
    pattern: (pattern) => {
      found ||= stepsOf(pattern).some(({ variable }) => variable !== undefined && names.has(variable))
    },
  })
  return found
}

/** A condition on the names after a projection, in terms of the names before it. */
const before = (condition: Expression, named: readonly Named[]): Expression | undefined => {
  const renamed = named.filter(({ expression, name }) => expression.kind !== 'variable' || expression.name !== name)
  if (inPattern(condition, new Set(renamed.map(({ name }) => name)))) return undefined
  return mapExpression(condition, (each) => {
    if (each.kind !== 'variable') return each
    return renamed.find(({ name }) => name === each.name)?.expression ?? each
  })
}

const refuse = (context: RewriteContext, names: readonly string[]): never =>
  context.refuse(
    'unprojected-names',
    `WITH … WHERE on a name that WITH does not carry (${names.join(', ')})`,
    'add the name to the WITH',
  )

interface Before {
  readonly scope: Scope
  /** SKIP or LIMIT stands between the two. */
  readonly cut: boolean
}

/** What a WITH and its WHERE become; `undefined` when they stand as they are. */
const rewritten = (clause: Projection, where: Expression, { scope, cut }: Before, context: RewriteContext) => {
  if (clause.star) return undefined
  const after = context.projected(clause, scope)
  const named = clause.items.map((item): Named => ({ expression: item.expression, name: context.columnName(item) }))
  const lost = lostNames(where, scope, after, context)
  if (lost.length === 0 && !context.aggregates(where)) return undefined
  const condition = putNames(where, named, context)
  const still = lostNames(condition, scope, after, context)
  if (still.length === 0 && !context.aggregates(condition)) return { condition, first: false }
  const grouped = clause.distinct || clause.items.some(({ expression }) => context.aggregates(expression))
  const early = cut || grouped ? undefined : before(where, named)
  return early === undefined ? refuse(context, still) : { condition: early, first: true }
}

/**
 * After WITH the engine's WHERE sees only the names that WITH carries (and takes others in a pattern for new ones): the
 * condition is put in terms of those, or asked before the WITH where that is the same.
 */
export const withWhere: Pass = (clauses, { context, outer }) => {
  let scopes: readonly Scope[] | undefined
  let out: Clause[] | undefined
  clauses.forEach((clause, i) => {
    out?.push(clause)
    if (clause.kind !== 'where') return
    const start = clauses.findLastIndex(({ kind }, at) => at < i && !ordering.has(kind))
    const owner = clauses[start]
    if (owner?.kind !== 'with') return
    const cut = clauses.slice(start + 1, i).some(({ kind }) => kind !== 'order-by')
    const scope = scopeAt((scopes ??= context.scopes(clauses, outer)), start)
    const change = rewritten(owner, clause.condition, { scope, cut }, context)
    if (change === undefined) return
    out ??= clauses.slice(0, i + 1)
    out.pop()
    const where: Clause = { kind: 'where', condition: change.condition }
    if (!change.first) out.push(where)
    else out.splice(out.lastIndexOf(owner), 0, { kind: 'with', distinct: false, star: true, items: [] }, where)
  })
  return out ?? clauses
}
