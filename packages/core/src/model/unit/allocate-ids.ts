import type { ExtensionGiven } from '../../builder/extension.ts'
import type { Graph } from '../../builder/graph-doors.ts'
import type { Runnable } from '../../builder/runnable.ts'
import { runOn } from '../../builder/run-on.ts'
import { GraphError } from '../../error/graph-error.ts'
import type { SchemaShape } from '../../schema/schema-shape.ts'
import type { Executor } from '../../execute/executor.ts'
import { refusal } from '../refuse.ts'
import { later } from './later.ts'

/** Ids that nobody else is given: all from the first to the last. */
export interface IdBlock {
  readonly first: number
  readonly last: number
}

type Taken = { readonly last: number }
type Asked = { readonly name: string; readonly count: number }
type Statements = (text: string) => Runnable<Asked, Taken>

// One statement, which reads what it raises once it has the node's lock, or loses as a whole and is run again.
const raise = 'MATCH (s:_MotifSequence {name: $name}) SET s.last = s.last + $count RETURN s.last AS last'
const begin =
  'MERGE (s:_MotifSequence {name: $name}) ON CREATE SET s.last = $count ON MATCH SET s.last = s.last + $count RETURN s.last AS last'
// Without it two who begin at once would each make a sequence.
const unique = 'CREATE CONSTRAINT _motif_sequence_name IF NOT EXISTS FOR (s:_MotifSequence) REQUIRE s.name IS UNIQUE'

const begun = new WeakMap<Executor, Promise<unknown>>()

/** Makes the constraint once for each database of the process. */
const beUnique = (graph: Graph<SchemaShape>, { executor }: ExtensionGiven): Promise<unknown> => {
  const known = begun.get(executor)
  if (known !== undefined) return known
  const made = graph.cypher.as<never, {}>(unique).execute()
  begun.set(executor, made)
  made.catch(() => begun.delete(executor))
  return made
}

/** Runs a statement as a transaction of its own, again where another won, or in the transaction there is. */
const taken = async (graph: Graph<SchemaShape>, { executor }: ExtensionGiven, text: string, asked: Asked) => {
  // Read by the grammar, so that plugins see what it is; the schema of the user has no such label.
  const query = (graph.cypher as unknown as Statements)(text)
  const rows = await (executor.atomically?.((inner) => runOn(query, inner).run(asked)) ?? query.run(asked))
  return rows[0]?.last
}

/**
 * Takes the next `count` whole numbers of a named sequence, from 1 on, for whoever asks: of two calls, at once or one after
 * the other, none gets a number of the other's. What is rolled back gives its numbers back with it.
 *
 * @throws GraphError USAGE for a count that is none; in a transaction, for a sequence that is not there yet.
 */
export const allocateIds = (
  graph: Graph<SchemaShape>,
  given: ExtensionGiven,
  name: string,
  count: number,
): Promise<IdBlock> =>
  later({ given }, async () => {
    if (typeof name !== 'string' || name === '') throw refusal('allocateIds() takes the name of a sequence')
    if (!Number.isSafeInteger(count) || count < 1) throw refusal('allocateIds() takes a whole number of ids, 1 or more')
    let last = await taken(graph, given, raise, { name, count })
    if (last === undefined && given.transaction)
      throw refusal(`there is no sequence '${name}' yet: it is begun outside a transaction, by db.allocateIds()`)
    if (last === undefined) {
      await beUnique(graph, given)
      // Where another begins it at the same time an engine without locks has one of the two break the constraint.
      last = await taken(graph, given, begin, { name, count }).catch(async (error: unknown) => {
        if (!(error instanceof GraphError) || error.code !== 'CONSTRAINT') throw error
        return taken(graph, given, raise, { name, count })
      })
      last ??= count
    }
    return { first: last - count + 1, last }
  })
