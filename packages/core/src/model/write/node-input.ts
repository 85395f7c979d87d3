import { type Definition, definitionOf } from '../definition.ts'
import type { ModelSource } from '../model-context.ts'
import { policyOf } from '../policy-of.ts'
import { assign } from './assign.ts'
import { columnsOf } from './columns.ts'
import { Faults, inside, type Place } from './faults.ts'
import type { NodeInput, Reading, RelationInput, Values } from './inputs.ts'
import { fill, recipeOf } from './recipe.ts'
import { relationInputs } from './relation-input.ts'
import { judge, validatorOf } from './validators.ts'

const none: readonly RelationInput[] = []

/** What stands beside the fields of a node that hangs on another. */
const beside: ReadonlySet<string> = new Set(['$relationship', '$label'])

/** Whether something hangs on another node: it stands in a list of a relation, at `WROTE.create`. */
const hangs = ({ path }: Place): boolean => path.length > 1

/** Data of a call: fields and relations apart. */
export const split = (
  definition: Definition,
  data: unknown,
  place: Place,
  faults: Faults,
): { readonly fields: Record<string, unknown>; readonly relations: Record<string, unknown> | undefined } => {
  const fields: Record<string, unknown> = {}
  let relations: Record<string, unknown> | undefined
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    faults.add(place, 'is no object')
    return { fields, relations }
  }
  for (const name of Object.keys(data)) {
    const value = (data as Values)[name]
    if (value === undefined) faults.add(inside(place, name), 'is undefined: give null, or leave it out')
    else if (definition.fields.has(name)) assign(fields, name, value)
    else if (definition.relations.has(name)) assign((relations ??= {}), name, value)
    else if (!beside.has(name) || !hangs(place))
      faults.add(inside(place, name), `is no field or relation of ${definition.name}`)
  }
  return { fields, relations }
}

/** Refuses what is made by itself. */
export const refuseOwn = (definition: Definition, fields: Values, place: Place, faults: Faults): void => {
  for (const name of recipeOf(definition).own)
    if (Object.hasOwn(fields, name)) faults.add(inside(place, name), 'is made by itself, and not accepted')
}

/** Reads the data of a node that is to be created. */
const nodeInput = (definition: Definition, data: unknown, place: Place, reading: Reading): NodeInput => {
  const { faults, policy, pending } = reading
  const { fields, relations } = split(definition, data, place, faults)
  refuseOwn(definition, fields, place, faults)
  fill(definition, fields, 'create')
  const input: NodeInput = {
    definition,
    properties: fields,
    relations:
      relations === undefined ? none : relationInputs(definition, relations, { operation: 'create', place, reading }),
  }
  const columns = columnsOf(definition.fields, policy, definition.supplied)
  const about = { values: fields, place, faults, fields: definition.fields }
  judge(validatorOf(definition, 'create'), about, pending, (values) => {
    input.properties = columns.whole(values, place, faults)
  })
  return input
}

/** Begins to read the data of a call. */
export const reading = (source: ModelSource): Reading => {
  const { given, declarations } = source
  const begun: Reading = {
    faults: new Faults(),
    policy: policyOf(source),
    pending: [],
    definitionOf: (labels) => definitionOf(given.schema, declarations, labels),
    nodeInput: (definition, data, place) => nodeInput(definition, data, place, begun),
  }
  return begun
}

/** Ends reading, once all validators have answered. Throws VALIDATION with every fault. */
export const readAll = async ({ pending, faults }: Reading, what: string): Promise<void> => {
  if (pending.length > 0) await Promise.all(pending)
  faults.check(what)
}
