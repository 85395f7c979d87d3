import type { Definition } from '../definition.ts'
import { refusal } from '../refuse.ts'
import { inside, type Place } from './faults.ts'
import { fitOf } from './fits.ts'
import type { Reading, Values } from './inputs.ts'

/** Throws USAGE where nothing tells the nodes of a model apart. */
export const mustHaveKey = ({ key, name }: Definition): void => {
  if (key.length === 0)
    throw refusal(`${name} has no key: give it a uniqueness constraint, or declare one, models<S>()({ … key: 'id' })`)
}

/** What stands beside a key that names the far end of a relationship. */
const beside: ReadonlySet<string> = new Set(['$relationship', '$label'])

/** A key as its properties: of one property the value itself, or an object of all. */
export const keyInput = (definition: Definition, given: unknown, place: Place, { faults, policy }: Reading): Values => {
  const { key, name } = definition
  const only = key.length === 1 ? key[0] : undefined
  const values = valuesOf(given, only?.name)
  const out: Record<string, unknown> = {}
  for (const { name: field, property, type } of key) {
    const value = values[field]
    const fit = fitOf(type, policy)
    if (value === undefined || value === null)
      faults.add(inside(place, field), `is missing: it is of the key of ${name}`)
    else if (!fit.fits(value)) faults.add(inside(place, field), `is not ${fit.words}`)
    out[property] = value
  }
  for (const field of Object.keys(values))
    if (!beside.has(field) && !key.some((each) => each.name === field))
      faults.add(inside(place, field), `is not of the key of ${name}`)
  return out
}

/** By field; of a value alone, that of the only field. `$key` is such a value with something beside it. */
const valuesOf = (given: unknown, only: string | undefined): Values => {
  if (typeof given !== 'object' || given === null || !isPlain(given)) return only === undefined ? {} : { [only]: given }
  const { $key, ...values } = given as Values
  return $key === undefined ? values : valuesOf($key, only)
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
