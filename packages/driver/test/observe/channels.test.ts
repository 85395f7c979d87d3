import { inspect } from 'node:util'
import { GraphError } from '@motif/core'
import { afterEach, describe, expect, test } from 'vitest'
import { connect } from '../../src/index.ts'
import { type Events, subscribe } from '../../src/observe/index.ts'
import { databaseOver, lost, remote } from '../remote.ts'
import { database, failureOf, request, rowsOf, testClock } from '../support.ts'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

/** What is told on a channel, as it was when it was told. */
const heard = <N extends keyof Events>(name: N): Events[N][] => {
  const events: Events[N][] = []
  stops.push(subscribe(name, (event) => events.push({ ...event })))
  return events
}

const one = request('RETURN $x AS x', { x: 'secret' })

describe('a query', () => {
  test('is told of when it is sent, at its first row and at its last', async () => {
    const told = { send: heard('motif:send'), first: heard('motif:first-row'), last: heard('motif:last-row') }
    const db = database()
    await rowsOf(db.execute(request('UNWIND range(1, 5) AS i RETURN i'), { fetchSize: 2 }))
    await db.close()
    const query = { text: 'UNWIND range(1, 5) AS i RETURN i', access: 'read', engine: 'grafeo', inTransaction: false }
    expect(told.send).toMatchObject([{ ...query, firstRow: undefined, rows: 0 }])
    expect(told.first).toMatchObject([{ ...query, sent: expect.any(Number), rows: 2 }])
    expect(told.last).toMatchObject([{ ...query, rows: 5, summary: { columns: ['i'] }, error: undefined }])
    const { sent = 0, firstRow = 0, duration = 0 } = told.last[0] ?? {}
    expect(sent).toBeGreaterThan(0)
    expect(firstRow).toBeGreaterThanOrEqual(sent)
    expect(duration).toBeGreaterThanOrEqual(firstRow)
  })

  test('is the same object all along, so that listeners can keep things by it', async () => {
    const seen = new Set<unknown>()
    for (const name of ['motif:send', 'motif:first-row', 'motif:last-row'] as const) {
      stops.push(subscribe(name, (query) => seen.add(query)))
    }
    const db = database()
    await rowsOf(db.execute(one))
    expect(seen.size).toBe(1)
    await db.close()
  })

  test('that fails is told of with its error, also when it was never sent', async () => {
    const errors = heard('motif:error')
    const last = heard('motif:last-row')
    const db = database()
    await failureOf(rowsOf(db.execute(request('RETURN nonsense('))))
    await failureOf(rowsOf(db.execute(one, { database: 'air' })))
    await failureOf(rowsOf(db.execute(one, { signal: AbortSignal.abort() })))
    expect(errors.map(({ error }) => error?.code)).toEqual(['SYNTAX', 'UNSUPPORTED_FEATURE', 'ABORTED'])
    expect(errors.map(({ sent }) => sent === undefined)).toEqual([false, true, true])
    expect(last).toEqual([])
    await db.close()
  })

  test('carries its parameters, and does not print them', async () => {
    const params: unknown[] = []
    const printed: string[] = []
    stops.push(
      subscribe('motif:send', (query) => {
        params.push(query.params)
        printed.push(inspect(query), JSON.stringify(query))
      }),
    )
    const db = database()
    await rowsOf(db.execute(one))
    expect(params).toEqual([{ x: 'secret' }])
    expect(printed.join()).not.toContain('secret')
    await db.close()
  })

  test('says where in the program it was issued', async () => {
    const sent = heard('motif:send')
    const db = connect('grafeo::memory:')
    await db.cypher.as('RETURN 1 AS x').run()
    await db.read((tx) => tx.cypher.as('RETURN 1 AS x').first())
    expect(sent.map(({ callSite }) => callSite)).toEqual([
      expect.stringMatching(/channels\.test\.ts:\d+:\d+$/),
      expect.stringMatching(/channels\.test\.ts:\d+:\d+$/),
    ])
    await db.close()
  })

  test('in a transaction says so, and in which database', async () => {
    const sent = heard('motif:send')
    const db = databaseOver(remote())
    await db.managed('read', (tx) => rowsOf(tx.execute(one)), { database: 'air' })
    expect(sent).toMatchObject([{ inTransaction: true, database: 'air' }])
    await db.close()
  })
})

describe('a transaction', () => {
  test('tells once how it ended', async () => {
    const [commits, rollbacks] = [heard('motif:commit'), heard('motif:rollback')]
    const far = remote()
    const db = databaseOver(far)
    const ended = { engine: 'far', access: 'write', metadata: { by: 'test' } }
    await db.managed('write', async () => 1, { metadata: { by: 'test' } })
    const own = new Error('mine')
    await failureOf(db.managed('write', () => Promise.reject(own), { metadata: { by: 'test' } }))
    far.faults.commit = () => Promise.reject(lost())
    await failureOf(db.managed('write', async () => 1, { metadata: { by: 'test' } }))
    expect(commits).toMatchObject([
      { ...ended, outcome: 'committed', error: undefined },
      { ...ended, outcome: 'unknown', error: { code: 'CONNECTION' } },
    ])
    expect(rollbacks).toMatchObject([{ ...ended, outcome: 'rolled back' }])
    for (const { duration, age } of [...commits, ...rollbacks]) expect(age).toBeGreaterThanOrEqual(duration)
    await db.close()
  })

  test('tells of each further try, and a read of its own of its one', async () => {
    const retries = heard('motif:retry')
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    let tries = 0
    const conflict = new GraphError('CONFLICT', 'lost', { retryable: true })
    await db.managed('write', () => (++tries < 3 ? Promise.reject(conflict) : Promise.resolve()))
    let breaks = 1
    far.faults.run = (real) => (breaks-- > 0 ? Promise.reject(lost()) : real())
    await rowsOf(db.execute(one))
    expect(retries).toMatchObject([
      { engine: 'far', access: 'write', tries: 1, delay: 1_000, error: conflict },
      { engine: 'far', access: 'write', tries: 2, delay: 2_000, error: conflict },
      { engine: 'far', access: 'read', tries: 1, delay: 0, error: { code: 'CONNECTION' } },
    ])
    await db.close()
  })
})

test('a connection that was waited for is told of, had or not', async () => {
  const acquired = heard('motif:acquire')
  const far = remote()
  const db = databaseOver(far, { database: 'air' })
  await rowsOf(db.execute(one))
  far.faults.acquire = () => Promise.reject(lost())
  await failureOf(db.begin())
  expect(acquired).toMatchObject([
    { engine: 'far', access: 'read', database: 'air', error: undefined },
    { engine: 'far', access: 'write', database: 'air', error: { code: 'CONNECTION' } },
  ])
  await db.close()
})

test('a database that is closed is told of, with what close threw', async () => {
  const closed = heard('motif:close')
  const db = database()
  await rowsOf(db.execute(one))
  await db.close()
  const other = database()
  void other.watch(() => Promise.reject(new Error('unseen')))
  await failureOf(other.close())
  expect(closed).toMatchObject([
    { engine: 'grafeo', error: undefined },
    { engine: 'grafeo', error: { message: expect.stringContaining('unseen') } },
  ])
})

test('listening ends', async () => {
  const events: unknown[] = []
  const stop = subscribe('motif:send', (event) => events.push(event))
  const db = database()
  await rowsOf(db.execute(one))
  stop()
  await rowsOf(db.execute(one))
  expect(events).toHaveLength(1)
  await db.close()
})
