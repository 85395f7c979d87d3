import type { SchemaShape } from '@motif/core'
import type { Session } from '@motif/driver'
import type { OpenResult } from './open-result.ts'
import type { OpenTransaction } from './open-transaction.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** A session with what TestKit does in it. */
export class OpenSession {
  readonly session: Session<SchemaShape>
  readonly access: 'read' | 'write'
  /** The result of the last statement outside of a transaction. */
  last: OpenResult | undefined
  transaction: OpenTransaction | undefined
  work: UnitOfWork | undefined

  constructor(session: Session<SchemaShape>, access: 'read' | 'write') {
    this.session = session
    this.access = access
  }

  readonly take = (result: OpenResult): void => {
    this.last = result
  }

  /** Gives up what is left of the last result, and rolls back what is open. */
  async close(): Promise<void> {
    await this.last?.leave().catch(() => undefined)
    await this.transaction?.leaveResults()
    await this.session.close()
  }
}
