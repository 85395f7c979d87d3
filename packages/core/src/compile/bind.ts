import { GraphError } from '../error/graph-error.ts'
import { checkValue } from './check-value.ts'
import type { CompiledQuery } from './compiled-query.ts'

type Params = Readonly<Record<string, unknown>>

const none: Params = {}

const listed = (names: readonly string[]): string => names.map((name) => `$${name}`).join(', ')

/** Says at once everything that is wrong with the names. */
const refuseNames = (
  { parameters, text }: CompiledQuery,
  params: Params,
  ignored: ReadonlySet<string> | undefined,
): void => {
  const missing = parameters
    .filter(({ name }) => !Object.hasOwn(params, name) || params[name] === undefined)
    .map(({ name }) => name)
  const known = new Set(parameters.map(({ name }) => name))
  const unknown = Object.keys(params).filter((name) => !known.has(name) && ignored?.has(name) !== true)
  if (missing.length === 0 && unknown.length === 0) return
  const parts = [
    missing.length === 0 ? '' : `missing: ${listed(missing)}`,
    unknown.length === 0 ? '' : `not in the query: ${listed(unknown)}`,
  ]
  const hint = missing.some((name) => Object.hasOwn(params, name)) ? ' (undefined is no value: give null)' : ''
  throw new GraphError('PARAMETER', `parameters do not fit the query: ${parts.filter(Boolean).join('; ')}${hint}`, {
    query: text,
  })
}

/**
 * The parameters as they are sent: the named ones given here and the inline ones of the query. `ignored` are names that
 * may be given although this form of the query does not use them.
 *
 * @throws GraphError PARAMETER when a name is missing or unknown, or a value is of a kind that engines would lose.
 */
export const bind = (compiled: CompiledQuery, params: Params = none, ignored?: ReadonlySet<string>): Params => {
  const { parameters } = compiled
  const out: Record<string, unknown> = { ...compiled.params }
  let met = 0
  for (let i = 0; i < parameters.length; i++) {
    const name = (parameters[i] as { readonly name: string }).name // in bounds
    const value = params[name]
    if (value === undefined || !Object.hasOwn(params, name)) refuseNames(compiled, params, ignored)
    checkValue(value, name)
    out[name] = value
    met++
  }
  let given = 0
  for (const _ in params) given++
  if (given !== met) refuseNames(compiled, params, ignored)
  return out
}
