import { GraphError } from '@motif/core'
import { connect } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnyDatabase, clear, neo4j, portOf } from './neo4j.ts'
import { type Cut, TappedLine } from './tapped-line.ts'

let line: TappedLine
let db: AnyDatabase
/** Past the line, to see what became of it. */
let beside: AnyDatabase
beforeEach(async () => {
  line = await TappedLine.to(portOf())
  db = connect(line.url)
  beside = neo4j()
  await clear(beside)
  await db.open()
})
afterEach(async () => {
  await db.close()
  await beside.close()
  await line[Symbol.asyncDispose]()
})

interface Count {
  n: number
}

/** Runs for hours. */
const forever = 'UNWIND range(1, 1000000000) AS i UNWIND range(1, 1000000) AS j'
const longRead = () => db.cypher.as<Count, {}>(`${forever} RETURN count(j) AS n`)
const longWrite = () =>
  db.cypher.as<Count, {}>(`CREATE (:Made) WITH 1 AS one ${forever} WITH count(j) AS n CREATE (:Made) RETURN n`)

const made = async (): Promise<number> =>
  (await beside.cypher.as<Count, {}>('MATCH (m:Made) RETURN count(m) AS n').one()).n

/** The transactions that run on the server, but for the one that asks. */
const running = async (): Promise<string[]> => {
  const rows = await beside.cypher
    .as<{ currentQuery: string; status: string }, {}>('SHOW TRANSACTIONS YIELD currentQuery, status')
    .run()
  return rows.map(({ currentQuery }) => currentQuery).filter((text) => !text.startsWith('SHOW TRANSACTIONS'))
}

const runs = (): Promise<void> => expect.poll(running, { timeout: 20_000 }).toHaveLength(1)
const isGone = (): Promise<void> => expect.poll(running, { timeout: 20_000 }).toEqual([])

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

/** The same connection serves again. */
const servesAgain = async (): Promise<void> => {
  // A caller whose time is up does not wait for the answer to the RESET.
  await expect.poll(() => db.statistics()).toMatchObject([{ inUse: 0 }])
  expect(await db.cypher.as<Count, {}>('RETURN 1 AS n').one()).toEqual({ n: 1 })
  expect(db.statistics()).toMatchObject([{ inUse: 0 }])
  expect(line.connections).toBe(1)
}

describe('a query that runs', () => {
  test('ends when its time is up, on the server too', async () => {
    const failure = await failureOf(longRead().one({}, { timeout: 300, serverTimeout: 0 }))
    expect(failure).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    await isGone()
    await servesAgain()
  })

  test('ends when it is aborted, on the server too', async () => {
    const abort = new AbortController()
    const reading = failureOf(longRead().one({}, { signal: abort.signal }))
    await runs()
    abort.abort()
    expect(await reading).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    await isGone()
    await servesAgain()
  })

  test('that writes is rolled back when it is aborted', async () => {
    const abort = new AbortController()
    const writing = failureOf(longWrite().one({}, { signal: abort.signal }))
    await runs()
    abort.abort()
    expect(await writing).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    await isGone()
    expect(await made()).toBe(0)
    await servesAgain()
  })

  test('that writes, in a transaction, takes it down: nothing of it stays', async () => {
    const writing = db.write(
      async (tx) => {
        await tx.cypher.as<never, {}>('CREATE (:Made)').execute()
        await tx.run(longWrite())
      },
      { timeout: 500 },
    )
    expect(await failureOf(writing)).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    await isGone()
    expect(await made()).toBe(0)
    await servesAgain()
  })

  test('is ended by the server where it was given a time of its own', async () => {
    const failure = await failureOf(longWrite().one({}, { serverTimeout: 500 }))
    expect(failure).toMatchObject({
      code: 'TIMEOUT',
      fault: 'surroundings',
      outcome: 'rolled back',
      engineCode: expect.stringContaining('TransactionTimedOut'),
    })
    expect(await made()).toBe(0)
    await servesAgain()
  })

  test('that ends before its time is not disturbed', async () => {
    const write = db.cypher.as<Count, {}>('CREATE (:Made) RETURN 1 AS n')
    for (let times = 0; times < 20; times++) expect(await write.one({}, { timeout: 20_000 })).toEqual({ n: 1 })
    expect(line.count('RESET')).toBe(0)
    expect(await made()).toBe(20)
  })

  test('aborted at any moment, a write is told as what became of it', async () => {
    const told = { committed: 0, maybe: 0 }
    for (let delay = 0; delay < 40; delay++) {
      const abort = new AbortController()
      const writing = db.cypher.as<never, {}>('CREATE (:Made)').execute({}, { signal: abort.signal })
      for (let turns = 0; turns < delay; turns++) await new Promise((resolve) => setImmediate(resolve))
      abort.abort()
      const failure = await failureOf(writing)
      const outcome = failure instanceof GraphError ? failure.outcome : 'committed'
      if (outcome === 'committed') told.committed++
      else if (outcome === 'unknown') told.maybe++
      else expect(['rolled back', 'not sent']).toContain(outcome)
    }
    const count = await made()
    expect(count).toBeGreaterThanOrEqual(told.committed)
    expect(count).toBeLessThanOrEqual(told.committed + told.maybe)
    await expect.poll(() => db.statistics()).toMatchObject([{ inUse: 0 }])
  })
})

describe('a query that waits', () => {
  test('for a connection longer than the pool lets it is told who holds them', async () => {
    await using small = connect(line.url, { pool: { max: 1, acquireTimeout: 100 } })
    await small.open()
    const holding = await small.begin()
    await holding.cypher.as<Count, {}>('RETURN 1 AS n').one()
    const create = small.cypher.as<never, {}>('CREATE (:Made)')
    expect(await failureOf(create.execute())).toMatchObject({
      code: 'POOL',
      outcome: 'not sent',
      message: expect.stringMatching(/all 1 are in use.*held the longest for \d+ ms by .*deadlines\.test\.ts:\d+/),
    })
    // The caller's own time says the same where it is the shorter; whether of the pool or of the call, is all one.
    const failure = await failureOf(create.execute({}, { timeout: 20 }))
    expect(failure).toMatchObject({ outcome: 'not sent', code: expect.stringMatching(/^(?:POOL|TIMEOUT)$/) })
    await holding.rollback()
    expect(await made()).toBe(0)
  })

  test('for a lock is given up when it is aborted', async () => {
    await beside.cypher.as<never, {}>('CREATE (:Made {value: 0})').execute()
    const holding = await beside.begin()
    await holding.cypher.as<never, {}>('MATCH (m:Made) SET m.value = 1').execute()
    const abort = new AbortController()
    const waiting = failureOf(
      db.cypher.as<never, {}>('MATCH (m:Made) SET m.value = 2').execute({}, { signal: abort.signal }),
    )
    await expect.poll(running).toContainEqual('MATCH (m:Made) SET m.value = 2')
    abort.abort()
    expect(await waiting).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    await holding.commit()
    expect(await beside.cypher.as<Count, {}>('MATCH (m:Made) RETURN m.value AS n').one()).toEqual({ n: 1 })
    await servesAgain()
  })
})

describe('a line that breaks at', () => {
  /** Cuts the line there so many times. */
  const breakAt = (name: string, cut: Cut, times: number): void => {
    let left = times
    line.onRequest = (each) => (each === name && left-- > 0 ? cut : undefined)
  }
  const write = (options: { idempotent?: boolean } = {}): Promise<unknown> =>
    failureOf(db.write((tx) => tx.cypher.as<never, {}>('CREATE (:Made)').execute(), options))

  const unknown = { code: 'CONNECTION', outcome: 'unknown', retryable: false }

  test('COMMIT, which never arrives: unknown, and not tried again', async () => {
    breakAt('COMMIT', 'request', 1)
    expect(await write()).toMatchObject(unknown)
    await isGone()
    expect(await made()).toBe(0)
    expect(line.count('COMMIT')).toBe(1)
  })

  test('COMMIT, of which the answer never comes: unknown, not tried again, and it was applied once', async () => {
    breakAt('COMMIT', 'answer', 1)
    expect(await write()).toMatchObject(unknown)
    expect(await made()).toBe(1)
    expect(line.count('COMMIT')).toBe(1)
  })

  test('COMMIT is tried again for work that may be applied twice', async () => {
    breakAt('COMMIT', 'answer', 2)
    expect(await write({ idempotent: true })).toBeUndefined()
    expect(line.count('COMMIT')).toBe(3)
    expect(await made()).toBe(3)
  })

  test.each(['request', 'answer'] as const)('COMMIT of what only reads (%s): it is tried again', async (cut) => {
    breakAt('COMMIT', cut, 1)
    const count = db.cypher.as<Count, {}>('MATCH (m:Made) RETURN count(m) AS n')
    expect(await db.read((tx) => tx.one(count))).toEqual({ n: 0 })
    expect(line.count('COMMIT')).toBe(2)
  })

  test.each(['request', 'answer'] as const)('the first query of a transaction (%s): it is tried again', async (cut) => {
    breakAt('BEGIN', cut, 2)
    expect(await write()).toBeUndefined()
    expect(await made()).toBe(1)
  })

  test('RUN, of which the answer never comes: a write of its own is unknown, and sent once', async () => {
    breakAt('RUN', 'answer', 1)
    const writing = failureOf(db.cypher.as<never, {}>('CREATE (:Made)').execute())
    expect(await writing).toMatchObject({ code: 'CONNECTION', outcome: 'unknown' })
    await isGone()
    expect([0, 1]).toContain(await made())
    expect(line.count('RUN')).toBe(1)
  })

  test('RUN of a read: it is sent once more, and the caller sees nothing of it', async () => {
    breakAt('RUN', 'answer', 1)
    expect(await db.cypher.as<Count, {}>('RETURN 1 AS n').one()).toEqual({ n: 1 })
    expect(line.connections).toBe(2)
  })

  test('the rows of a read that were begun to be read: the reader is told', async () => {
    let pulls = 0
    line.onRequest = (name) => (name === 'PULL' && ++pulls === 4 ? 'answer' : undefined)
    const seen: number[] = []
    const reading = async (): Promise<void> => {
      for await (const { n } of db.cypher.as<Count, {}>('UNWIND range(1, 100000) AS n RETURN n').stream()) seen.push(n)
    }
    expect(await failureOf(reading())).toMatchObject({ code: 'CONNECTION', outcome: 'rolled back' })
    expect(seen).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1))
  })

  test('ROLLBACK is no harm: it was rolled back', async () => {
    breakAt('ROLLBACK', 'request', 1)
    const tx = await db.begin()
    await tx.cypher.as<never, {}>('CREATE (:Made)').execute()
    expect(await failureOf(tx.rollback())).toBeUndefined()
    await isGone()
    expect(await made()).toBe(0)
  })
})
