import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { Deadline } from '../../src/stream/deadline.ts'
import { outOfTime } from '../../src/stream/out-of-time.ts'

const shortage = new GraphError('POOL', 'no connection')

test('the pool may be a moment ahead of the deadline', () => {
  const deadline = new Deadline('the query', { timeout: 5 })
  expect(outOfTime(shortage, deadline)).toMatchObject({
    code: 'TIMEOUT',
    message: 'the query took longer than 5 ms; it waited for a connection',
    outcome: 'not sent',
    cause: shortage,
  })
  deadline.dispose()
})

test('a pool that gives up before the time of the call speaks for itself', () => {
  const deadline = new Deadline('the query', { timeout: 10_000 })
  expect(outOfTime(shortage, deadline)).toBe(shortage)
  deadline.dispose()
  expect(outOfTime(shortage, undefined)).toBe(shortage)
})

test('other errors stay as they are', () => {
  const deadline = new Deadline('the query', { timeout: 0 })
  const error = new GraphError('CONNECTION', 'nothing listens there')
  expect(outOfTime(error, deadline)).toBe(error)
})
