import { amend } from '../../error/amend.ts'
import { type FailedBatch, GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { doors } from './clauses.ts'
import type { NodeInput, Values } from './inputs.ts'
import { countEach } from './lookups.ts'
import type { Lookup } from './plan.ts'
import { send } from './send.ts'
import { withValues, writtenIn } from './violation.ts'

interface Failed {
  readonly nodes: readonly NodeInput[]
  readonly batch: FailedBatch
  /** Whether what was written before stays, and the graph can still be asked. */
  readonly stands: boolean
}

/** The values that a node in the graph has already, of those that were to be unique. */
const taken = async (context: ModelContext, nodes: readonly NodeInput[], properties: readonly string[]) => {
  const { definition } = context
  const key = [...definition.fields.values()].filter(({ property }) => properties.includes(property))
  const keys = nodes
    .map((each) => Object.fromEntries(properties.map((name) => [name, each.properties[name]])))
    .filter((values) => properties.every((name) => values[name] !== undefined && values[name] !== null))
  const lookup: Lookup = { name: 't', definition: { ...definition, key }, keys, places: [] }
  const { rows } = await send(context, countEach(doors(context), lookup, policyOf(context)))
  const [first] = rows
  return first === undefined ? undefined : (keys[Number(first['at'])] as Values | undefined)
}

const withTaken = async (context: ModelContext, error: GraphError, { nodes, stands }: Failed): Promise<GraphError> => {
  const { code, values, properties, label } = error
  if (code !== 'CONSTRAINT' || values !== undefined || properties === undefined || !stands) return error
  if (label !== undefined && !context.definition.labels.includes(label)) return error
  // What went wrong is known: that it cannot be asked for more is not worth another error.
  const found = await taken(context, nodes, properties).catch(() => undefined)
  return found === undefined ? error : amend(error, { values: found })
}

/** The error of a batch, which tells its rows and how many stand. */
export const failedBatch = async (context: ModelContext, error: unknown, failed: Failed): Promise<unknown> => {
  const told = withValues(error, () => failed.nodes.flatMap(writtenIn))
  if (!(told instanceof GraphError)) return told
  const { batch, stands, nodes } = failed
  const known = await withTaken(context, told, failed)
  const before = batch.written === 0 ? 'none is written' : `the ${batch.written} before them are written`
  const rows = nodes.length === 0 ? `rows from ${batch.from} on` : `rows ${batch.from} to ${batch.to - 1}`
  const after = stands ? before : 'none is written once the transaction is rolled back'
  return amend(known, {
    message: `${rows} were not created, and ${after}: ${known.message}`,
    batch,
    cause: error,
  })
}
