import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { Field } from '../definition.ts'
import { assign } from './assign.ts'
import { type Faults, inside, type Place } from './faults.ts'
import { type Fit, fitOf } from './fits.ts'
import type { Values } from './inputs.ts'

/** A property may be called `toString`, which every object has. */
const own = (values: Values, name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined)

interface Column {
  readonly field: Field
  readonly fit: Fit
  readonly required: boolean
}

/** What holds for properties that are written: which there are, which must be given, what each may be. */
export class Columns {
  readonly fields: ReadonlyMap<string, Field>
  readonly #columns: readonly Column[]

  constructor(fields: ReadonlyMap<string, Field>, policy: TemporalPolicy, supplied: readonly string[]) {
    this.fields = fields
    this.#columns = Array.from(fields.values(), (field) => ({
      field,
      fit: fitOf(field.type, policy),
      required: !field.type.nullable && !supplied.includes(field.name),
    }))
  }

  /** All of an entity that is created, by property; what is missing is a fault. */
  whole(values: Values, place: Place, faults: Faults): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    for (const { field, fit, required } of this.#columns) {
      const value = own(values, field.name)
      if (value === undefined) {
        if (required) faults.add(inside(place, field.name), 'is missing')
        continue
      }
      if (!fit.fits(value)) faults.add(inside(place, field.name), `is not ${fit.words}`)
      assign(out, field.property, value)
    }
    return out
  }

  /** Some properties of an entity that is there already. */
  some(values: Values, place: Place, faults: Faults): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    for (const { field, fit } of this.#columns) {
      const value = own(values, field.name)
      if (value === undefined) continue
      if (!fit.fits(value)) faults.add(inside(place, field.name), `is not ${fit.words}`)
      assign(out, field.property, value)
    }
    return out
  }
}

const kept = new WeakMap<ReadonlyMap<string, Field>, Columns>()

/** The columns of a definition or a relation, made once: a map of fields belongs to one schema, and so to one policy. */
export const columnsOf = (
  fields: ReadonlyMap<string, Field>,
  policy: TemporalPolicy,
  supplied: readonly string[] = [],
): Columns => {
  let found = kept.get(fields)
  if (found === undefined) kept.set(fields, (found = new Columns(fields, policy, supplied)))
  return found
}
