import type { Expression } from '../../ast/expression.ts'
import type { ValueType } from '../../value/value-type.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { toSet } from './about.ts'
import type { ChangeInput } from './change-input.ts'
import type { Clauses } from './clauses.ts'
import { Faults } from './faults.ts'
import { joinAll } from './joins.ts'
import { Plan } from './plan.ts'
import { countOthers, othersOf, type Removal, removalsOf, removeAll } from './removals.ts'
import { siteType, typesOf } from './typed.ts'
import { binary, call, joined, literal, variable } from '../read/tree.ts'
import { property, put, value } from './trees.ts'

/** What a change asks of a statement. */
export interface Changes {
  readonly input: ChangeInput
  readonly plan: Plan
  readonly removals: readonly Removal[]
}

/** Throws VALIDATION where a node is to be deleted and connected. */
export const changesOf = (input: ChangeInput, what: string): Changes => {
  const plan = new Plan()
  plan.add(input.relations)
  const faults = new Faults()
  for (const reference of input.relations.flatMap((each) => each.delete))
    if (plan.connects(reference)) faults.add(reference.place, 'is connected by the same call')
  faults.check(what)
  return { input, plan, removals: removalsOf(input.relations) }
}

/** `coalesce(n.visits, 0) + $p1`: null counts as 0, and the sum of a float property is a float. */
const added = (name: string, by: Expression, type?: ValueType): Expression => {
  const nothing: Expression = type?.kind === 'float' ? { kind: 'literal', value: 0, float: true } : literal(0)
  return binary(call('coalesce', property(variable('n'), name), nothing), '+', by)
}

/** What SET of `n` is given: values, sums, and the next version. */
export const assignments = (
  context: ModelContext,
  { properties, increments, touched }: ChangeInput,
): Record<string, object> => {
  const { fields, version } = context.definition
  const types = typesOf(fields)
  const out = toSet(context, properties)
  for (const [name, by] of Object.entries(increments))
    out[name] = put(added(name, value(by, types.get(name)), types.get(name)))
  if (version !== undefined && touched) out[version.property] = put(added(version.property, literal(1)))
  return out
}

/** Leaves no row where a node that is to go alone has relationships besides. */
const checked = (query: Clauses, context: ModelContext, removals: readonly Removal[]): Clauses => {
  const alone = removals.filter(({ nodes }) => nodes === 'delete')
  let made = query
  for (const removal of alone) made = countOthers(made, 'n', removal, policyOf(context))
  const none = joined(
    'AND',
    alone.map((removal) => binary(variable(othersOf(removal)), '=', literal(0))),
  )
  return none === undefined ? made : made.with('*').where(() => put(none))
}

/** Whether nothing but the node itself is changed, so that it can be returned as it is. */
export const isSimple = ({ plan, removals }: Changes): boolean => plan.sites.size + removals.length === 0

/** Changes `n`, which the statement has found, and what it is related to. */
export const applyChanges = (query: Clauses, context: ModelContext, changes: Changes): Clauses => {
  const { input, plan, removals } = changes
  const policy = policyOf(context)
  const set = assignments(context, input)
  let made = checked(query, context, removals)
  if (Object.keys(set).length > 0) made = made.set('n', set)
  if (isSimple(changes)) return made
  made = removeAll(made.with('*'), 'n', removals, policy)
  const rows = plan.rows(input.relations)
  return joinAll(made, plan.sites.values(), {
    name: 'n',
    policy,
    rows: (site) => value(rows[site.name], siteType(site)),
  })
}
