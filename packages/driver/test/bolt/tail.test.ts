import { expect, test } from 'vitest'
import { tailOf } from '../../src/bolt/tail.ts'

const given = {
  server: { address: 'localhost:7687', agent: 'Neo4j/5.26.0', protocolVersion: '5.8' },
  availableAfter: 3,
  database: undefined,
  columns: ['n'],
  anyRow: true,
}

test('reads counters by their names', () => {
  const { counters } = tailOf({ stats: { 'nodes-created': 2, 'indexes-added': 1 } }, given)
  expect(counters).toMatchObject({ nodesCreated: 2, indexesAdded: 1, nodesDeleted: 0, systemUpdates: 0 })
  expect(counters).not.toHaveProperty('containsUpdates')
})

test('says whether anything was changed where the server does', () => {
  const stats = { 'contains-updates': false, 'contains-system-updates': true, 'nodes-created': 'many' }
  expect(tailOf({ stats }, given).counters).toMatchObject({
    nodesCreated: 0,
    containsUpdates: false,
    containsSystemUpdates: true,
  })
})

test('tells the database, the kind of statement, the bookmark and the times', () => {
  const tail = tailOf({ db: 'air', type: 'rw', bookmark: 'b1', t_last: 5 }, given)
  expect(tail).toMatchObject({
    database: 'air',
    queryType: 'read write',
    bookmark: 'b1',
    availableAfter: 3,
    consumedAfter: 5,
  })
})

test('takes the database that began the transaction where the result names none', () => {
  expect(tailOf({}, { ...given, database: 'home' }).database).toBe('home')
})

const deprecated = {
  gql_status: '01N02',
  status_description: 'warn: feature deprecated.',
  neo4j_code: 'Neo.ClientNotification.Statement.FeatureDeprecationWarning',
  title: 'This feature is deprecated',
  description: 'Use elementId.',
  diagnostic_record: {
    _severity: 'WARNING',
    _classification: 'DEPRECATION',
    _position: { offset: 7, line: 1, column: 8 },
  },
}

test('makes notifications of the statuses that are remarks', () => {
  const { notifications, gqlStatusObjects } = tailOf(
    { statuses: [{ gql_status: '00000', status_description: 'note: successful completion' }, deprecated] },
    given,
  )
  expect(notifications).toEqual([
    {
      code: deprecated.neo4j_code,
      title: deprecated.title,
      description: deprecated.description,
      severity: 'WARNING',
      category: 'DEPRECATION',
      position: { offset: 7, line: 1, column: 8 },
    },
  ])
  expect(gqlStatusObjects).toMatchObject([
    { gqlStatus: '00000', diagnosticRecord: { OPERATION: '', OPERATION_CODE: '0', CURRENT_SCHEMA: '/' } },
    { gqlStatus: '01N02', diagnosticRecord: { _severity: 'WARNING', CURRENT_SCHEMA: '/' } },
  ])
})

test('makes statuses of notifications for servers that know none, the gravest first', () => {
  const { gqlStatusObjects } = tailOf(
    {
      notifications: [
        { code: 'Neo.A', title: 'a', description: 'look', severity: 'INFORMATION' },
        { code: 'Neo.B', title: 'b', description: '', severity: 'WARNING', category: 'HINT' },
      ],
    },
    given,
  )
  expect(gqlStatusObjects?.map((each) => [each.gqlStatus, each.statusDescription])).toEqual([
    ['01N42', 'warn: unknown warning'],
    ['00000', 'note: successful completion'],
    ['03N42', 'look'],
  ])
})

test.each([
  [{ columns: [], anyRow: false }, '00001'],
  [{ columns: ['n'], anyRow: false }, '02000'],
])('ends %o with status %s', (hints, status) => {
  expect(tailOf({}, { ...given, ...hints }).gqlStatusObjects).toMatchObject([{ gqlStatus: status }])
})
