import type { Conversation } from './conversation.ts'
import type { Handlers } from './handlers.ts'
import type { OpenResult } from './open-result.ts'
import type { Data, Message } from './protocol.ts'
import { summaryOf } from './summary.ts'
import { toCypher } from './to-cypher.ts'

export const resultHandlers: Handlers = {
  ResultNext: async (talk, { resultId }) => recordAnswer(await resultOf(talk, resultId).next()),
  ResultPeek: async (talk, { resultId }) => recordAnswer(await resultOf(talk, resultId).peek()),
  ResultSingle: async (talk, { resultId }) => recordAnswer(await resultOf(talk, resultId).single()),
  ResultList: async (talk, { resultId }) => {
    const rows = await resultOf(talk, resultId).list()
    return { name: 'RecordList', data: { records: rows.map(recordOf) } }
  },
  ResultConsume: async (talk, { resultId }) => {
    const result = resultOf(talk, resultId)
    return { name: 'Summary', data: summaryOf(await result.summary(), result.request) }
  },
}

export const resultAnswer = (talk: Conversation, result: OpenResult): Message => ({
  name: 'Result',
  data: { id: talk.objects.add(result), keys: result.columns },
})

const resultOf = (talk: Conversation, id: unknown): OpenResult => talk.objects.get<OpenResult>(id)

const recordOf = (row: readonly unknown[]): Data => ({ values: row.map(toCypher) })

const recordAnswer = (row: readonly unknown[] | undefined): Message =>
  row === undefined ? { name: 'NullRecord', data: {} } : { name: 'Record', data: recordOf(row) }
