import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { kept } from '../unit/kept.ts'
import { thisNode } from './about.ts'
import { doors } from './clauses.ts'
import { mustBeOneOf } from './found.ts'
import { joinAll } from './joins.ts'
import { lookUp } from './lookups.ts'
import { readAll, reading } from './node-input.ts'
import { whyNothing } from './not-found.ts'
import { Plan } from './plan.ts'
import { type Choice, ofRow, returned } from './returned.ts'
import { writing, sendFor } from './send.ts'
import { value } from './trees.ts'
import { siteType } from './typed.ts'
import { withValues, writtenIn } from './violation.ts'

/**
 * Creates one node, with what it is related to, in one statement.
 *
 * @throws GraphError VALIDATION for data that does not fit, with all `issues`; RESULT_SHAPE where a node to be connected is
 * not there; CONSTRAINT with label, properties and `values`. Nothing is written then.
 */
export const create = (context: ModelContext, data: unknown, choice: Choice = {}): Promise<unknown> =>
  writing(context, async () => {
    const { definition } = context
    mustBeOneOf(choice, ofRow, 'create()')
    const read = reading(context)
    const input = read.nodeInput(definition, data, { index: undefined, path: [] })
    await readAll(read, `create of ${definition.name}`)
    const plan = new Plan()
    plan.add(input.relations)
    const policy = policyOf(context)
    const rows = plan.rows(input.relations)
    const begun = lookUp(doors(context), plan.lookups, policy).create(thisNode(context, input.properties))
    const joined = joinAll(begun, plan.sites.values(), {
      name: 'n',
      policy,
      rows: (site) => value(rows[site.name], siteType(site)),
    })
    const query = returned(joined, context, choice, { simple: plan.sites.size === 0 })
    const answer = await sendFor(context, query).catch((error: unknown) => {
      throw withValues(error, () => writtenIn(input))
    })
    const [row] = answer.rows
    if (row === undefined) throw await whyNothing(context, plan)
    return kept(context, choice, [row])[0]
  })
