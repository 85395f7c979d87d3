import { GraphError, type Outcome } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { thisNode } from './about.ts'
import { doors } from './clauses.ts'
import { inside, shownPlace } from './faults.ts'
import type { Values } from './inputs.ts'
import { countEach } from './lookups.ts'
import type { Lookup } from './plan.ts'
import { countOthers, othersOf, type Removal } from './removals.ts'
import { send } from './send.ts'
import { variable } from '../read/tree.ts'
import { property, put } from './trees.ts'

/** What a statement looked for before it would write. */
export interface Sought {
  readonly lookups: readonly Lookup[]
  /** The node that it was about, by its key. */
  readonly key?: Values | undefined
  /** The version it was to have; `undefined` where any would do. */
  readonly version?: unknown
  readonly removals?: readonly Removal[] | undefined
}

const nothing = (message: string, outcome: Outcome = 'not sent'): GraphError =>
  new GraphError('RESULT_SHAPE', `${message}: nothing was written`, { outcome })

const keyWords = ({ definition }: ModelContext): string => definition.key.map(({ name }) => name).join(' and ')

/** Of the node itself: whether it is there, once, and in the version that was asked for. */
const ofNode = async (context: ModelContext, { key, version }: Sought): Promise<GraphError | undefined> => {
  if (key === undefined) return undefined
  const { definition } = context
  const { rows } = await send(
    context,
    doors(context)
      .match(thisNode(context, key))
      .return(() => ({
        version: put(
          definition.version === undefined
            ? { kind: 'literal', value: null }
            : property(variable('n'), definition.version.property),
        ),
      })),
  )
  const [row] = rows
  if (row === undefined) return nothing(`there is no ${definition.name} with this ${keyWords(context)}`)
  const actual = row['version']
  if (version === undefined || actual === version) return undefined
  return new GraphError('CONFLICT', `this ${definition.name} was changed by another: it has another version by now`, {
    label: definition.name,
    expected: version,
    actual,
    fault: 'surroundings',
    outcome: 'rolled back',
  })
}

/** Of nodes that were to be connected: the first that is missing, or more than one. */
const ofLookup = async (context: ModelContext, lookup: Lookup): Promise<GraphError | undefined> => {
  const { rows } = await send(context, countEach(doors(context), lookup, policyOf(context)))
  const counts = new Map(rows.map(({ at, count }) => [Number(at), Number(count)]))
  const { name, key } = lookup.definition
  const words = key.map((field) => field.name).join(' and ')
  for (const [index, place] of lookup.places.entries()) {
    const count = counts.get(index) ?? 0
    if (count === 1) continue
    const where = shownPlace(place)
    return nothing(
      count === 0
        ? `${where} names a ${name} that is not there`
        : `${where} names ${count} nodes: ${words} is not unique among ${name}`,
    )
  }
  return undefined
}

const ofRemoval = async (context: ModelContext, key: Values, removal: Removal): Promise<GraphError | undefined> => {
  if (removal.nodes !== 'delete') return undefined
  const found = doors(context).match(thisNode(context, key))
  const column = othersOf(removal)
  const query = countOthers(found, 'n', removal, policyOf(context)).return(() => ({ [column]: put(variable(column)) }))
  const { rows } = await send(context, query)
  const { relation } = removal
  const labels = relation.far.join(' or ')
  if (Number(rows[0]?.[column] ?? 0) === 0) return undefined
  return new GraphError(
    'CONSTRAINT',
    `${inside({ index: undefined, path: [relation.name] }, 'delete').path.join('.')}: a ${labels} still has other ` +
      'relationships; say detach: true to delete them too',
    { label: relation.far.length === 1 ? relation.far[0] : undefined, outcome: 'rolled back' },
  )
}

/** Finds out why a statement wrote nothing: it asks for what it looked for, which is asked again only now. */
export const whyNothing = async (context: ModelContext, sought: Sought): Promise<GraphError> => {
  const own = await ofNode(context, sought)
  if (own !== undefined) return own
  for (const lookup of sought.lookups) {
    const found = await ofLookup(context, lookup)
    if (found !== undefined) return found
  }
  for (const removal of sought.key === undefined ? [] : (sought.removals ?? [])) {
    const found = await ofRemoval(context, sought.key ?? {}, removal)
    if (found !== undefined) return found
  }
  return new GraphError('CONFLICT', 'what this write needs was not there at first, and is by now', {
    fault: 'surroundings',
    retryable: true,
    outcome: 'rolled back',
  })
}
