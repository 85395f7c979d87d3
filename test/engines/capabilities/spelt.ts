import { createGraph, type Dialect, type GraphError, neo4j, type SchemaShape } from '@motif/core'
import { recordingExecutor } from '@motif/core/testing'

const db = createGraph<SchemaShape>({ executor: recordingExecutor({ dialect: neo4j }) })

/** What a dialect makes of a text: a text of its own, or why it cannot be said. */
export const spelt = (text: string, dialect: Dialect): string | GraphError => {
  // Texts out of a table all come from one line, which is refused as a line that puts values into its text.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return db.cypher(text as never).compile({ dialect }).text
  } catch (error) {
    return error as GraphError // nothing else is thrown
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
