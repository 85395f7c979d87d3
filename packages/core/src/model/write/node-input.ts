import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import { type Definition, definitionOf } from '../definition.ts'
import type { ModelSource } from '../model-context.ts'
import { columnsOf } from './columns.ts'
import { Faults, inside, type Place } from './faults.ts'
import type { NodeInput, Reading, RelationInput, Values } from './inputs.ts'
import { relationInputs } from './relation-input.ts'
import { judge, validatorOf } from './validators.ts'

const none: readonly RelationInput[] = []

/** Data of a call: fields and relations apart. Words that begin with `$` belong to the relationship it hangs on. */
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
    else if (definition.fields.has(name)) fields[name] = value
    else if (definition.relations.has(name)) (relations ??= {})[name] = value
    else if (!name.startsWith('$')) faults.add(inside(place, name), `is no field or relation of ${definition.name}`)
  }
  return { fields, relations }
}

const made = (value: unknown): unknown => (typeof value === 'function' ? (value as () => unknown)() : value)

/** The name of the field that a declaration speaks of, by its own name or its property's. */
const fieldNamed = ({ fields }: Definition, name: string): string =>
  fields.has(name) ? name : (Array.from(fields.values()).find(({ property }) => property === name)?.name ?? name)

/** The fields that nobody may give, since they are made. */
export const ownFields = (definition: Definition): ReadonlySet<string> => {
  let found = known.get(definition)
  if (found === undefined) {
    const { generated, updated, version } = definition
    const names = [...Object.keys(generated), ...Object.keys(updated)].map((name) => fieldNamed(definition, name))
    known.set(definition, (found = new Set(version === undefined ? names : [...names, version.name])))
  }
  return found
}
const known = new WeakMap<Definition, ReadonlySet<string>>()

/** Refuses what is made by itself. */
export const refuseOwn = (definition: Definition, fields: Values, place: Place, faults: Faults): void => {
  for (const name of ownFields(definition))
    if (Object.hasOwn(fields, name)) faults.add(inside(place, name), 'is made by itself, and not accepted')
}

/** Adds what is declared to be made. */
export const fill = (definition: Definition, fields: Record<string, unknown>, operation: 'create' | 'update'): void => {
  const { defaults, generated, updated, version } = definition
  if (operation === 'create') {
    for (const [name, value] of Object.entries(defaults)) {
      const field = fieldNamed(definition, name)
      if (fields[field] === undefined) fields[field] = made(value)
    }
    for (const [name, value] of Object.entries(generated)) fields[fieldNamed(definition, name)] = made(value)
    if (version !== undefined) fields[version.name] = 1
  }
  for (const [name, value] of Object.entries(updated)) fields[fieldNamed(definition, name)] = made(value)
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
  const columns = columnsOf(definition.fields, policy)
  judge(
    validatorOf(definition, 'create'),
    { values: fields, place, faults, fields: definition.fields },
    pending,
    (values) => {
      input.properties = columns.whole(values, place, faults)
    },
  )
  return input
}

/** Begins to read the data of a call. */
export const reading = ({ given: { schema }, declarations }: ModelSource): Reading => {
  const policy: TemporalPolicy = schema?.temporal ?? 'temporal'
  const begun: Reading = {
    faults: new Faults(),
    policy,
    pending: [],
    definitionOf: (labels) => definitionOf(schema, declarations, labels),
    nodeInput: (definition, data, place) => nodeInput(definition, data, place, begun),
  }
  return begun
}

/** Ends reading, once all validators have answered. Throws VALIDATION with every fault. */
export const readAll = async ({ pending, faults }: Reading, what: string): Promise<void> => {
  if (pending.length > 0) await Promise.all(pending)
  faults.check(what)
}
