import { describe, expect, test } from 'vitest'
import { connect } from '../src/index.ts'
import { databaseOver, remote } from './remote.ts'
import { database, failureOf, request, rowsOf } from './support.ts'

const one = request('RETURN 1 AS x')
const ada = { scheme: 'basic', principal: 'ada', credentials: 'secret' }

describe('an engine that knows no databases and no users', () => {
  test.each([
    [{ database: 'air' }, 'grafeo knows no databases: leave the option database out'],
    [{ impersonatedUser: 'ada' }, 'grafeo knows no users: leave the option impersonatedUser out'],
  ])('refuses %j by name before anything is sent', async (options, message) => {
    const db = database()
    const refused = { code: 'UNSUPPORTED_FEATURE', outcome: 'not sent', message }
    expect(await failureOf(rowsOf(db.execute(request('CREATE (:A)'), options)))).toMatchObject(refused)
    expect(await failureOf(db.managed('write', async () => 1, options))).toMatchObject(refused)
    expect(await failureOf(db.begin(options))).toMatchObject(refused)
    expect(await rowsOf(db.execute(request('MATCH (n) RETURN count(n) AS n')))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('refuses who asks, and to verify who asks', async () => {
    const db = connect('grafeo::memory:')
    const refused = { code: 'UNSUPPORTED_FEATURE', message: 'grafeo knows no users: leave the option auth out' }
    expect(await failureOf(db.session({ auth: ada }).begin())).toMatchObject(refused)
    expect(await failureOf(db.verifyAuthentication(ada))).toMatchObject(refused)
    expect(db.statistics()).toEqual([])
    await db.close()
  })

  test('refuses to be told which notifications are wanted', async () => {
    const db = connect('grafeo::memory:')
    const refused = {
      code: 'UNSUPPORTED_FEATURE',
      message: 'grafeo knows no filter: leave the option notifications out',
    }
    const session = db.session({ notifications: { minimumSeverity: 'OFF' } })
    expect(await failureOf(session.begin())).toMatchObject(refused)
    expect(await failureOf(session.match('(n)').return('n').run())).toMatchObject(refused)
    await db.close()
  })

  test('refuses a default too, at the first use', async () => {
    const db = connect('grafeo::memory:', { database: 'air' })
    expect(await failureOf(db.match('(n)').return('n').run())).toMatchObject({ code: 'UNSUPPORTED_FEATURE' })
    await db.close()
  })
})

describe('an engine that knows both', () => {
  const at = { database: 'air', impersonatedUser: 'bob' }

  test('is told with the connection and with the transaction, from every door', async () => {
    const far = remote()
    const db = databaseOver(far)
    await rowsOf(db.execute(one, at))
    await db.managed('read', (tx) => rowsOf(tx.execute(one)), { ...at, auth: ada })
    await (await db.begin({ ...at, access: 'read' })).commit()
    const told = (step: string): unknown[] => far.steps.filter((each) => each.step === step).map((each) => each.request)
    expect(told('acquire')).toMatchObject([at, { ...at, auth: ada }, at])
    expect(told('run')).toMatchObject([{ autocommit: { ...at, access: 'read', door: 'autocommit' } }, {}])
    expect(told('begin')).toMatchObject([
      { ...at, door: 'managed' },
      { ...at, door: 'unmanaged' },
    ])
    await db.close()
  })

  test("takes the call's word before the session's, and the session's before the database's", async () => {
    const far = remote()
    const db = connect(far.engine, { database: 'home', fetchSize: 7 })
    const session = db.session({ database: 'air', impersonatedUser: 'bob', auth: ada, fetchSize: 8 })
    await db.cypher.as('RETURN 1 AS x').run()
    await session.cypher.as('RETURN 1 AS x').run()
    await session.cypher.as('RETURN 1 AS x').run({}, { database: 'rail', fetchSize: 9 })
    await session.read((tx) => tx.cypher.as('RETURN 1 AS x').run(), { impersonatedUser: 'eve' })
    expect(far.steps.filter(({ step }) => step === 'acquire').map(({ request: given }) => given)).toMatchObject([
      { database: 'home', auth: undefined },
      { database: 'air', impersonatedUser: 'bob', auth: ada },
      { database: 'rail', impersonatedUser: 'bob', auth: ada },
      { database: 'air', impersonatedUser: 'eve', auth: ada },
    ])
    expect(far.steps.filter(({ step }) => step === 'run').map(({ request: given }) => given)).toMatchObject([
      { fetch: 7 },
      { fetch: 8 },
      { fetch: 9 },
      { fetch: 8 },
    ])
    await db.close()
  })

  test('is not asked to run a statement elsewhere than its transaction', async () => {
    const db = databaseOver(remote())
    const tx = await db.begin()
    expect(await failureOf(rowsOf(tx.execute(one, { database: 'air' })))).toMatchObject({
      code: 'USAGE',
      outcome: 'not sent',
    })
    await db.close()
  })
})

describe('what a connection is waited for with', () => {
  test('is the time that is left, the signal, and where the transaction was begun', async () => {
    const far = remote()
    const db = databaseOver(far)
    await db.open()
    const { signal } = new AbortController()
    await rowsOf(db.execute({ ...one, callSite: 'a.ts:1:2' }, { timeout: 5_000, signal }))
    await db.managed('read', (tx) => rowsOf(tx.execute(one)), { timeout: 5_000, signal })
    const [query, transaction] = far.steps.filter(({ step }) => step === 'acquire').map(({ request: given }) => given)
    expect(query).toMatchObject({ callSite: 'a.ts:1:2', signal })
    expect(transaction).toMatchObject({ callSite: expect.stringMatching(/target\.test\.ts:\d+:\d+$/), signal })
    for (const { timeout } of [query, transaction] as { timeout: number }[]) {
      expect(timeout).toBeGreaterThan(0)
      expect(timeout).toBeLessThanOrEqual(5_000)
    }
    await db.close()
  })

  test("tells the server the caller's own limit, or the one that is meant for the server", async () => {
    const far = remote()
    const db = databaseOver(far)
    await db.managed('read', (tx) => rowsOf(tx.execute(one)), { timeout: 5_000 })
    await db.managed('read', (tx) => rowsOf(tx.execute(one)), { timeout: 5_000, serverTimeout: 17 })
    await rowsOf(db.execute(one, { serverTimeout: 0 }))
    expect(far.steps.filter(({ step }) => step === 'begin').map((each) => each.request)).toMatchObject([
      { timeout: 5_000 },
      { timeout: 17 },
    ])
    expect(far.steps.findLast(({ step }) => step === 'run')).toMatchObject({ request: { autocommit: { timeout: 0 } } })
    await db.close()
  })
})
