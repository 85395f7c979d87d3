import { Transaction } from '@motif/driver'
import type { Conversation } from './conversation.ts'
import type { Handlers } from './handlers.ts'
import type { OpenTransaction } from './open-transaction.ts'
import type { Message } from './protocol.ts'
import { resultAnswer } from './result-handlers.ts'

export const transactionHandlers: Handlers = {
  TransactionRun: async (talk, data) => resultAnswer(talk, await transactionOf(talk, data['txId']).run(data)),
  TransactionCommit: async (talk, { txId }) => {
    const open = transactionOf(talk, txId)
    await open.leaveResults()
    const { transaction } = open
    if (!(transaction instanceof Transaction)) throw new TypeError('a managed transaction is not committed by hand')
    await transaction.commit()
    return transactionAnswer(txId)
  },
  TransactionRollback: async (talk, { txId }) => {
    const open = transactionOf(talk, txId)
    await open.awaitResults()
    await open.transaction.rollback()
    return transactionAnswer(txId)
  },
  TransactionClose: async (talk, { txId }) => {
    const { transaction } = transactionOf(talk, txId)
    if (transaction instanceof Transaction) await transaction[Symbol.asyncDispose]()
    return transactionAnswer(txId)
  },
}

const transactionOf = (talk: Conversation, id: unknown): OpenTransaction => talk.objects.get<OpenTransaction>(id)

const transactionAnswer = (id: unknown): Message => ({ name: 'Transaction', data: { id } })
