import { GraphError, type ExecuteOptions, type QueryRequest } from '@motif/core'
import type { Loaded } from '../engine-slot.ts'

interface Rules {
  readonly access: 'read' | 'write'
  readonly loaded: Loaded
  readonly allowSchemaChanges: boolean
}

/** Throws for a statement that does not belong in this transaction. */
export const mustBelong = (
  { access: needs }: QueryRequest,
  { database, impersonatedUser }: ExecuteOptions,
  { access, loaded, allowSchemaChanges }: Rules,
): void => {
  if (database !== undefined || impersonatedUser !== undefined) {
    const message = 'a statement runs where its transaction does: name database and impersonatedUser when it is begun'
    throw new GraphError('USAGE', message, { outcome: 'not sent' })
  }
  if (access === 'read' && needs !== 'read') {
    throw new GraphError('USAGE', 'a read transaction cannot write: use db.write', { outcome: 'not sent' })
  }
  const { name, capabilities } = loaded.engine
  if (needs === 'schema' && !capabilities.transactionalSchema && !allowSchemaChanges) {
    throw new GraphError(
      'USAGE',
      `${name} does not roll back changes of constraints and indexes: run this outside the transaction, or name allowSchemaChanges`,
      { outcome: 'not sent' },
    )
  }
}
