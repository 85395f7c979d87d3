import type { Definition } from '../definition.ts'
import { isPlain } from '../read/plain.ts'
import { type Faults, inside, type Place } from './faults.ts'
import type { Values } from './inputs.ts'
import type { StandardIssue, StandardResult, StandardSchema } from './standard-schema.ts'

/** A validator, and whether it is for whole nodes although some fields alone are given to it. */
interface Validator {
  readonly schema: StandardSchema
  readonly partial: boolean
}

const isSchema = (value: unknown): value is StandardSchema =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && '~standard' in value

/** What is declared for an operation. One validator alone is for whole nodes: of an update it judges the fields that are given. */
export const validatorOf = ({ validate }: Definition, operation: 'create' | 'update'): Validator | undefined => {
  if (isSchema(validate)) return { schema: validate, partial: operation === 'update' }
  const schema = (validate as Readonly<Record<string, unknown>> | undefined)?.[operation]
  return isSchema(schema) ? { schema, partial: false } : undefined
}

const stepsOf = ({ path = [] }: StandardIssue): readonly (string | number)[] =>
  path.map((step) => {
    const key = typeof step === 'object' ? step.key : step
    return typeof key === 'number' ? key : String(key)
  })

/** What a validator made of the values, or the values themselves where it found faults. */
const judged = (
  { partial }: Validator,
  result: StandardResult<unknown>,
  { values, place, faults, fields }: Judged,
): Values => {
  for (const issue of result.issues ?? []) {
    const steps = stepsOf(issue)
    const [first] = steps
    if (!partial || (first !== undefined && Object.hasOwn(values, first)))
      faults.add(inside(place, ...steps), 'is refused by its validator', issue.message)
  }
  if (result.issues !== undefined || partial) return values
  if (!isPlain(result.value)) {
    faults.add(place, 'is no object: it is its validator that gave it')
    return values
  }
  const made = result.value
  for (const name of Object.keys(made))
    if (!fields.has(name)) faults.add(inside(place, name), 'is no field: it is its validator that gave it')
  return made
}

interface Judged {
  readonly values: Values
  readonly place: Place
  readonly faults: Faults
  readonly fields: ReadonlyMap<string, unknown>
}

/**
 * Puts values to what is declared to judge them; calls `then` at once where nothing is, or it answers at once, otherwise when
 * it has answered, which `pending` is told of.
 */
export const judge = (
  validator: Validator | undefined,
  about: Judged,
  pending: Promise<void>[],
  then: (values: Values) => void,
): void => {
  if (validator === undefined) {
    then(about.values)
    return
  }
  const result = validator.schema['~standard'].validate({ ...about.values })
  if (result instanceof Promise) pending.push(result.then((found) => then(judged(validator, found, about))))
  else then(judged(validator, result, about))
}
