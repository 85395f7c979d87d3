import { GraphError } from '../error/graph-error.ts'
import { type Parameter, tree } from './value.ts'

/**
 * A named parameter, given when the query runs; its type comes from what it stands against.
 *
 * @example
 * db.match('(p:User)').where(({ p }) => p.age.gte($('minAge')))
 * // MATCH (p:User) WHERE p.age >= $minAge
 * @throws GraphError USAGE when the name is not a plain word.
 */
export const $ = <const Name extends string>(name: Name): Parameter<Name> => {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new GraphError('USAGE', `'${name}' is no name for a parameter: use letters, digits and _`)
  }
  return { parameter: name, [tree]: { kind: 'parameter', name } }
}
