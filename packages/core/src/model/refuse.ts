import { GraphError } from '../error/graph-error.ts'

/** Names shown of those there are: a schema may have thousands. */
const most = 20

/** Names for a message: the first of them, and how many more there are. */
export const listed = (names: Iterable<string>): string => {
  const all = Array.from(names)
  if (all.length === 0) return 'none'
  return `${all.slice(0, most).join(', ')}${all.length > most ? ` and ${all.length - most} more` : ''}`
}

/** What is wrong with a call to a model, which sends nothing then. */
export const refusal = (message: string): GraphError => new GraphError('USAGE', message, { outcome: 'not sent' })
