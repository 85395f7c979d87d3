import type { ExecuteOptions } from '@motif/core'
import { given } from './given.ts'
import { fromCypherMap } from './from-cypher.ts'
import type { CypherMap, Data } from './protocol.ts'

/** What a transaction is begun with, by whichever call. */
export const transactionOptions = ({ txMeta, timeout }: Data): Pick<ExecuteOptions, 'serverTimeout' | 'metadata'> => ({
  serverTimeout: given(timeout as number | null),
  metadata: txMeta ? fromCypherMap(txMeta as CypherMap) : undefined,
})
