import { GraphError } from '../error/graph-error.ts'
import { type CypherFunction, cypherFunction } from './cypher-function.ts'

/** A function of the engine's user, as its type says it is called. */
export type Declared<F> = F extends (...args: infer A) => infer R ? CypherFunction<A, R> : never

/**
 * A function that the engine has by a plugin, by its type; null for null unless an argument may be null by its type.
 *
 * @example
 * const similarity = declareFunction<(a: string, b: string) => number>('apoc.text.levenshteinSimilarity')
 * db.match('(u:User)').return(({ u }) => ({ s: similarity(u.name, $('name')) }))
 * // MATCH (u:User) RETURN apoc.text.levenshteinSimilarity(u.name, $name) AS s
 * @throws GraphError USAGE when the name is not words with dots between them.
 */
export const declareFunction = <F extends (...args: never[]) => unknown>(name: string): Declared<F> => {
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name)) {
    throw new GraphError('USAGE', `'${name}' is no name for a function: use words of letters, digits and _, with dots`)
  }
  return cypherFunction(name)
}
