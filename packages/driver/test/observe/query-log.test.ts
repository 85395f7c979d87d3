import { afterEach, expect, test } from 'vitest'
import { queryLog, type QueryLogEntry, type QueryLogOptions } from '../../src/observe/index.ts'
import { databaseOver, remote } from '../remote.ts'
import { database, failureOf, request, rowsOf } from '../support.ts'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

const logged = (options: Omit<QueryLogOptions, 'write'> = {}): QueryLogEntry[] => {
  const entries: QueryLogEntry[] = []
  stops.push(queryLog({ ...options, write: (entry) => entries.push(entry) }))
  return entries
}

const named = request('UNWIND range(1, 3) AS i RETURN i, $name AS name', { name: 'Ada', age: 36 })

test('every query is one plain entry, its parameters left out', async () => {
  const log = logged()
  const db = databaseOver(remote(), { database: 'air' })
  await rowsOf(db.execute({ ...named, callSite: 'a.ts:1:2' }))
  const [entry] = log
  expect(JSON.parse(JSON.stringify(entry))).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    text: named.text,
    params: { name: '‹redacted›', age: '‹redacted›' },
    access: 'read',
    inTransaction: false,
    duration: expect.any(Number),
    sent: expect.any(Number),
    firstRow: expect.any(Number),
    rows: 3,
    engine: 'far',
    database: 'air',
    callSite: 'a.ts:1:2',
    outcome: 'done',
  })
  await db.close()
})

test('one that failed says of what, and what became of it', async () => {
  const log = logged()
  const db = database()
  await failureOf(rowsOf(db.execute(request('RETURN $x / 0 AS x', { x: 5 }))))
  expect(log).toMatchObject([{ outcome: 'rolled back', error: 'ENGINE', rows: 0, params: { x: '‹redacted›' } }])
  expect(log[0]?.message).not.toContain('5')
  await db.close()
})

test('what is written for a parameter can be said', async () => {
  const open = logged({ redact: false })
  const some = logged({ redact: (name, value) => (name === 'name' ? '***' : value) })
  const db = database()
  await rowsOf(db.execute(named))
  expect(open[0]?.params).toEqual({ name: 'Ada', age: 36 })
  expect(some[0]?.params).toEqual({ name: '***', age: 36 })
  await db.close()
})

test('only the slow ones are written when that is asked for, and those that failed', async () => {
  const never = logged({ slow: 60_000 })
  const always = logged({ slow: 0 })
  const db = database()
  await rowsOf(db.execute(named))
  await failureOf(rowsOf(db.execute(request('RETURN nonsense('))))
  expect(never.map(({ error }) => error)).toEqual(['SYNTAX'])
  expect(always).toHaveLength(2)
  await db.close()
})

test('a log can be ended', async () => {
  const entries: QueryLogEntry[] = []
  const stop = queryLog({ write: (entry) => entries.push(entry) })
  stop()
  const db = database()
  await rowsOf(db.execute(named))
  expect(entries).toEqual([])
  await db.close()
})
