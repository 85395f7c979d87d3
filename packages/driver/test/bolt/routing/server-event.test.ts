import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { serverEvent } from '../../../src/bolt/routing/server-event.ts'
import { failure, refused } from './support.ts'

test.each([
  ['Neo.ClientError.Cluster.NotALeader', 'not a leader'],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', 'read only'],
  ['Neo.TransientError.General.DatabaseUnavailable', 'unavailable'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'database gone'],
  ['Neo.ClientError.Statement.SyntaxError', undefined],
  ['Neo.TransientError.Transaction.DeadlockDetected', undefined],
])('%s means: %s', (code, event) => {
  expect(serverEvent(failure(code))).toBe(event)
  expect(serverEvent(new GraphError('ENGINE', 'as told', { engineCode: code }))).toBe(event)
})

test('a lost connection means that the server cannot be reached', () => {
  expect(serverEvent(refused('a'))).toBe('unreachable')
})

test('other errors say nothing of the server', () => {
  expect(serverEvent(new GraphError('TIMEOUT', 'too late'))).toBeUndefined()
  expect(serverEvent(new TypeError('a fault of our own'))).toBeUndefined()
})
