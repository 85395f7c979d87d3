import { GraphError, type Summary } from '@motif/core'
import { expect, test } from 'vitest'
import { attributesOf, type QueryEvent } from '../../src/observe/index.ts'

const query = (change: Partial<QueryEvent>): QueryEvent => ({
  text: 'RETURN $x AS x',
  params: { x: 'secret' },
  access: 'read',
  engine: 'neo4j',
  database: undefined,
  callSite: undefined,
  inTransaction: false,
  startedAt: 0,
  sent: 1,
  firstRow: 2,
  duration: 3,
  rows: 1,
  summary: undefined,
  error: undefined,
  ...change,
})
const at = (address: string): Summary => ({ server: { address } }) as Summary // all that is read of it

test('a query goes by the names of OpenTelemetry, without its parameters', () => {
  expect(attributesOf(query({ database: 'air', summary: at('db.example.com:7687') }))).toEqual({
    'db.system.name': 'neo4j',
    'db.namespace': 'air',
    'db.query.text': 'RETURN $x AS x',
    'db.response.returned_rows': 1,
    'server.address': 'db.example.com',
    'server.port': 7687,
  })
})

test('the brackets of IPv6 are no part of the address', () => {
  expect(attributesOf(query({ summary: at('[::1]:7687') }))).toMatchObject({
    'server.address': '::1',
    'server.port': 7687,
  })
})

test('a failure gives its code and the engine’s', () => {
  const error = new GraphError('CONFLICT', 'lost', { engineCode: 'Neo.TransientError.Transaction.DeadlockDetected' })
  expect(attributesOf(query({ error }))).toMatchObject({
    'error.type': 'CONFLICT',
    'db.response.status_code': 'Neo.TransientError.Transaction.DeadlockDetected',
  })
})
