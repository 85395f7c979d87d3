import { expect, test } from 'vitest'
import type { Answer } from '../../../src/bolt/channel.ts'
import { askRouter } from '../../../src/bolt/routing/ask-router.ts'
import { failure, refused, tableOf } from './support.ts'

const asking = (answer: (answer: Answer) => void, request = {}) => {
  const sent: unknown[] = []
  let flushed = 0
  const channel = {
    send: (tag: number, fields: readonly unknown[], pending: Answer): void => {
      sent.push([tag, fields])
      answer(pending)
    },
    flush: (): void => void flushed++,
  }
  return { sent, flushed: () => flushed, answer: askRouter(channel, { address: 'seed:7687', region: 'x' }, request) }
}

test('ROUTE carries context, bookmarks, database and user, and leaves out what is not given', async () => {
  const table = tableOf()
  const all = { database: 'adb', impersonatedUser: 'ann', bookmarks: ['b1'] }
  const named = asking((answer) => answer.success(table), all)
  expect(await named.answer).toBe(table)
  expect(named.flushed()).toBe(1)
  expect(named.sent).toEqual([[0x66, [{ address: 'seed:7687', region: 'x' }, ['b1'], { db: 'adb', imp_user: 'ann' }]]])
  const home = asking((answer) => answer.success(table))
  await home.answer
  expect(home.sent).toEqual([[0x66, [{ address: 'seed:7687', region: 'x' }, [], {}]]])
})

test('a failure and a lost connection surface as they came', async () => {
  const error = failure('Neo.ClientError.Database.DatabaseNotFound')
  await expect(asking((answer) => answer.failure(error)).answer).rejects.toBe(error)
  const lost = refused('a')
  await expect(asking((answer) => answer.lost(lost)).answer).rejects.toBe(lost)
})
