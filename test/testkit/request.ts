import type { QueryRequest } from '@motif/core'
import { fromCypherMap } from './from-cypher.ts'
import type { CypherMap, Data } from './protocol.ts'

/** A query as an executor takes it: of nothing is its type known. */
export const requestOf = ({ cypher, params }: Data, access: 'read' | 'write'): QueryRequest => ({
  text: cypher as string,
  params: fromCypherMap(params as CypherMap | null),
  parameters: [],
  columns: undefined,
  access,
})
