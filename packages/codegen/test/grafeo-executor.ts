import grafeo from '@grafeo-db/js'
import type { Executor, QueryRequest, QueryResult, Summary } from '@motif/core'
import { reader } from '@motif/core/rows'

export type Graph = ReturnType<typeof grafeo.GrafeoDB.create>

/** A fresh graph in memory. */
export const freshGraph = async (...statements: readonly string[]): Promise<Graph> => {
  const graph = grafeo.GrafeoDB.create()
  for (const statement of statements) await graph.executeCypher(statement)
  return graph
}

const summary: Summary = {
  columns: [],
  counters: {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationshipsCreated: 0,
    relationshipsDeleted: 0,
    propertiesSet: 0,
    labelsAdded: 0,
    labelsRemoved: 0,
  },
  notifications: [],
  engine: 'grafeo',
}

/** Core's Executor straight over the engine: what introspection needs and no more, so that its tests stand alone. */
export const executorOf = (graph: Graph): Executor & { readonly asked: QueryRequest[] } => {
  const asked: QueryRequest[] = []
  return {
    asked,
    reader,
    dialect: { name: 'grafeo' },
    execute: (request): QueryResult => {
      asked.push(request)
      return {
        async *[Symbol.asyncIterator]() {
          const result = await graph.executeCypher(request.text, request.params)
          yield { layout: 'records' as const, rows: result.toArray() }
        },
        summary: async () => summary,
      }
    },
  }
}
