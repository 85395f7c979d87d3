import type { SchemaShape } from '@motif/core'
import type { ManagedTransaction } from '@motif/driver'
import { OpenResult } from './open-result.ts'
import type { Data } from './protocol.ts'
import { requestOf } from './request.ts'

/** A transaction with its results. */
export class OpenTransaction<T extends ManagedTransaction<SchemaShape> = ManagedTransaction<SchemaShape>> {
  readonly transaction: T
  readonly #access: 'read' | 'write'
  readonly #results: OpenResult[] = []

  constructor(transaction: T, access: 'read' | 'write') {
    this.transaction = transaction
    this.#access = access
  }

  async run(data: Data): Promise<OpenResult> {
    const request = requestOf(data, this.#access)
    const result = await OpenResult.run(request, (each) => this.transaction.executor.execute(each))
    this.#results.push(result)
    return result
  }

  /** The driver interrupts what runs when it is rolled back: here nothing runs once the answer to RUN was told. */
  async awaitResults(): Promise<void> {
    for (const result of this.#results) await result.arrive()
  }

  /** The driver commits nothing while somebody stands in the middle of a result. */
  async leaveResults(): Promise<void> {
    for (const result of this.#results) if (result.halfRead) await result.leave().catch(() => undefined)
  }
}
