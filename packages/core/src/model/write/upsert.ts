import type { Expression } from '../../ast/expression.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { refusal } from '../refuse.ts'
import { kept } from '../unit/kept.ts'
import { thisNode, toSet } from './about.ts'
import { assignments, changesOf } from './apply-changes.ts'
import { type ChangeInput, changeInput } from './change-input.ts'
import { type Clauses, doors } from './clauses.ts'
import type { Place } from './faults.ts'
import type { NodeInput, RelationInput, Values } from './inputs.ts'
import { mustBeOneOf } from './found.ts'
import { joinAll } from './joins.ts'
import { mustHaveKey } from './key-input.ts'
import { lookUp } from './lookups.ts'
import { readAll, reading } from './node-input.ts'
import { whyNothing } from './not-found.ts'
import { Plan, type Site } from './plan.ts'
import { type Removal, removeAll } from './removals.ts'
import { type Choice, createdColumn, ofRow, returned } from './returned.ts'
import { type Answer, writing, sendFor } from './send.ts'
import { siteType } from './typed.ts'
import { mustBeOne } from './update.ts'
import { not, variable } from '../read/tree.ts'
import { choose, list, property, put, value } from './trees.ts'
import { withValues, writtenIn } from './violation.ts'

/** What an upsert is given. */
export interface UpsertData {
  readonly create?: unknown
  readonly update?: unknown
}

/** Written while a statement runs, to tell a node that it created from one that was there. */
const mark = '_created'

interface Upsert {
  readonly key: Values
  readonly create: NodeInput
  readonly update: ChangeInput
  readonly removals: readonly Removal[]
}

const root: Place = { index: undefined, path: [] }

const read = async (context: ModelContext, data: UpsertData): Promise<Upsert> => {
  const { definition } = context
  mustHaveKey(definition)
  const begun = reading(context)
  const create = begun.nodeInput(definition, data.create, { ...root, path: ['create'] })
  const update = changeInput(definition, data.update ?? {}, { ...root, path: ['update'] }, begun)
  for (const input of update.relations)
    if (input.delete.length > 0 && !input.detach)
      begun.faults.add(
        { ...root, path: ['update', input.relation.name, 'delete'] },
        'needs detach: true in an upsert, which cannot be taken back when a node is still related',
      )
  await readAll(begun, `upsert of ${definition.name}`)
  const { removals } = changesOf(update, `upsert of ${definition.name}`)
  const key = Object.fromEntries(definition.key.map((field) => [field.property, create.properties[field.property]]))
  const missing = definition.key.find((field) => key[field.property] === undefined || key[field.property] === null)
  if (missing !== undefined) throw refusal(`upsert of ${definition.name} needs ${missing.name}, which is of its key`)
  return { key, create, update, removals }
}

const without = (values: Values, names: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(names, name)))

/** `MERGE (n:User {id: $p1}) ON CREATE SET … ON MATCH SET …` */
const merged = (query: Clauses, context: ModelContext, { key, create, update }: Upsert, marked: boolean): Clauses => {
  const onCreate = toSet(context, without(create.properties, key))
  if (marked) onCreate[mark] = put({ kind: 'literal', value: true })
  const onMatch = assignments(context, update)
  let made = query.merge(thisNode(context, key))
  if (Object.keys(onCreate).length > 0) made = made.onCreateSet('n', onCreate)
  return Object.keys(onMatch).length > 0 ? made.onMatchSet('n', onMatch) : made
}

/** What is made where the node was created, or where it was not. */
interface Branch {
  readonly relations: readonly RelationInput[]
  readonly sites: Map<string, Site>
  readonly taken: Expression
}

/** What the node is related to, by whether it was created. */
const joined = (
  query: Clauses,
  context: ModelContext,
  {
    plan,
    branches,
    removals,
  }: { readonly plan: Plan; readonly branches: readonly Branch[]; readonly removals: readonly Removal[] },
): Clauses => {
  const policy = policyOf(context)
  const created: Expression = { kind: 'null-test', negated: true, operand: property(variable('n'), mark) }
  const names = Object.fromEntries(
    ['n', ...plan.lookups.map(({ name }) => name)].map((name) => [name, put(variable(name))]),
  )
  let made = query.with(() => ({ ...names, created: put(created) })).remove('n', [mark])
  made = removeAll(made.with('*'), 'n', removals, policy)
  for (const { relations, sites, taken } of branches) {
    const rows = plan.rows(relations, sites)
    made = joinAll(made, sites.values(), {
      name: 'n',
      policy,
      rows: (site) => choose(taken, value(rows[site.name], siteType(site)), list()),
    })
  }
  return made
}

const write = async (context: ModelContext, upsert: Upsert, choice: Choice): Promise<Answer> => {
  const { create, update, removals } = upsert
  const plan = new Plan()
  const created = variable('created')
  const branches: readonly Branch[] = [
    { relations: create.relations, sites: new Map(), taken: created },
    { relations: update.relations, sites: new Map(), taken: not(created) },
  ]
  for (const { relations, sites } of branches) plan.add(relations, sites)
  const related = create.relations.length + update.relations.length > 0
  const begun = merged(lookUp(doors(context), plan.lookups, policyOf(context)), context, upsert, related)
  const query = related ? joined(begun, context, { plan, branches, removals }) : begun
  const answer = await sendFor(context, returned(query, context, choice, { simple: !related, marked: related }))
  if (answer.rows.length === 0) throw await whyNothing(context, plan)
  mustBeOne(context, answer)
  return answer
}

/**
 * Finds one node by its key and changes it, or creates it, in one statement; tells which it was.
 *
 * @throws GraphError VALIDATION; RESULT_SHAPE where a node to be connected is not there, whether it is needed or not.
 */
export const upsert = (
  context: ModelContext,
  data: UpsertData,
  choice: Choice = {},
): Promise<{ readonly row: unknown; readonly created: boolean }> =>
  writing(context, async () => {
    mustBeOneOf(data, ['create', 'update'], 'upsert()')
    mustBeOneOf(choice, ofRow, 'upsert()')
    const ready = await read(context, data)
    const { rows, counters } = await write(context, ready, choice).catch((error: unknown) => {
      throw withValues(error, () => writtenIn(ready.create))
    })
    const { [createdColumn]: created = counters.nodesCreated > 0, ...row } = rows[0] ?? {}
    return { row: kept(context, choice, [row])[0], created: created === true }
  })
