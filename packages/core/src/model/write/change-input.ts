import type { Definition, Field, Relation } from '../definition.ts'
import { assign } from './assign.ts'
import { columnsOf } from './columns.ts'
import { inside, type Place } from './faults.ts'
import type { Reading, RelationInput, Values } from './inputs.ts'
import { refuseOwn, split } from './node-input.ts'
import { fill } from './recipe.ts'
import { relationInputs } from './relation-input.ts'
import { judge, validatorOf } from './validators.ts'

/** What is to be changed of nodes that are there; `properties` are there once all validators have answered. */
export interface ChangeInput {
  properties: Values
  /** By property: what is added to the number there, in the graph, so that nothing is lost between two who add at once. */
  readonly increments: Values
  readonly relations: readonly RelationInput[]
  /** Whether the node itself is changed, so that it is of another version. */
  readonly touched: boolean
}

const numbers: ReadonlySet<string> = new Set(['integer', 'bigint', 'float', 'number', 'any'])

const isIncrement = (given: unknown): given is { readonly increment: unknown } =>
  typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype

const isWhole = ({ type }: Field): boolean => type.kind === 'integer' || type.kind === 'bigint'

/** `{ visits: { increment: 1 } }` apart from values that are set; no property is a map, so there is no mistaking one for it. */
const increments = (
  { fields }: Definition,
  values: Record<string, unknown>,
  place: Place,
  { faults }: Reading,
): Values => {
  const out: Record<string, unknown> = {}
  for (const [name, given] of Object.entries(values)) {
    const field = fields.get(name)
    if (!isIncrement(given) || field === undefined) continue
    delete values[name]
    const { increment: by, ...others } = given
    const at = inside(place, name)
    if (!numbers.has(field.type.kind)) faults.add(at, 'is no number, and cannot be incremented')
    else if (Object.keys(others).length > 0) faults.add(at, 'takes a value, or { increment: a number }')
    else if (typeof by !== 'bigint' && (isWhole(field) ? !Number.isSafeInteger(by) : !Number.isFinite(by)))
      faults.add(inside(at, 'increment'), isWhole(field) ? 'is not a whole number' : 'is not a number')
    else assign(out, field.property, by)
  }
  return out
}

/** Reads changes of nodes that are there. */
export const changeInput = (definition: Definition, data: unknown, place: Place, reading: Reading): ChangeInput => {
  const { faults, pending, policy } = reading
  const { fields, relations = {} } = split(definition, data, place, faults)
  refuseOwn(definition, fields, place, faults)
  const input: ChangeInput = {
    properties: {},
    increments: increments(definition, fields, place, reading),
    relations: relationInputs(definition, relations, { operation: 'update', place, reading }),
    touched: true,
  }
  fill(definition, fields, 'update')
  const columns = columnsOf(definition.fields, policy, definition.supplied)
  const about = { values: fields, place, faults, fields: definition.fields }
  judge(validatorOf(definition, 'update'), about, pending, (values) => {
    input.properties = columns.some(values, place, faults)
  })
  return input
}

/** Reads what is to become of one relation, which leaves the node itself as it is. */
export const relationChange = (
  definition: Definition,
  relation: Relation,
  change: object,
  reading: Reading,
): ChangeInput => {
  const place: Place = { index: undefined, path: [] }
  const relations = relationInputs(definition, { [relation.name]: change }, { operation: 'update', place, reading })
  return { properties: {}, increments: {}, relations, touched: false }
}
