import { GraphError } from '../../error/graph-error.ts'
import { Operation } from '../operation.ts'

/** A word of Cypher among the arguments of a function, as NFC or EUCLIDEAN are: it is no value and stands in the text. */
export const word = (given: string): Operation => {
  if (!/^[A-Z][A-Z0-9_]*$/.test(given)) throw new GraphError('USAGE', `'${given}' is no word that a function takes`)
  return new Operation({ kind: 'opaque', source: given, parameters: [] })
}
