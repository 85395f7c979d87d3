import type { SchemaShape } from '@motif/core'
import type { ManagedTransaction } from '@motif/driver'
import { AnsweredError } from './answered-error.ts'
import type { Conversation } from './conversation.ts'
import { OpenTransaction } from './open-transaction.ts'

/** A unit of work whose code is on TestKit's side: it says how each try ended. */
export class UnitOfWork {
  readonly #talk: Conversation
  readonly #access: 'read' | 'write'
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined

  constructor(talk: Conversation, access: 'read' | 'write') {
    this.#talk = talk
    this.#access = access
  }

  readonly run = async (transaction: ManagedTransaction<SchemaShape>): Promise<void> => {
    const open = new OpenTransaction(transaction, this.#access)
    const told = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject }
    })
    this.#talk.answer('RetryableTry', { id: this.#talk.objects.add(open) })
    try {
      await told
    } finally {
      await open.leaveResults()
    }
  }

  succeed(): void {
    this.#settle?.resolve()
  }

  /** With an error of the driver's, which is thrown again, or with one of TestKit's own. */
  fail(error: Error | undefined): void {
    this.#settle?.reject(error ?? new AnsweredError('FrontendError', { msg: 'the code of the unit of work threw' }))
  }

  over(done: Promise<void>): void {
    done.then(
      () => this.#talk.answer('RetryableDone'),
      (error: unknown) => this.#talk.refuse(error),
    )
  }
}
