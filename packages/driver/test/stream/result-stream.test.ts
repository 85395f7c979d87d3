import { describe, expect, test } from 'vitest'
import { database, failureOf, request, rowsOf } from '../support.ts'

const numbers = (n: number) => request(`UNWIND range(1, ${n}) AS i RETURN i`)

describe('a result', () => {
  test('comes in batches of the size asked for', async () => {
    const db = database()
    const sizes: number[] = []
    for await (const batch of db.execute(numbers(25), { fetchSize: 10 })) sizes.push(batch.rows.length)
    expect(sizes).toEqual([10, 10, 5])
    await db.close()
  })

  test('without rows has no batch', async () => {
    const db = database()
    const batches: unknown[] = []
    for await (const batch of db.execute(request('UNWIND [] AS i RETURN i'))) batches.push(batch)
    expect(batches).toEqual([])
    await db.close()
  })

  test('answers calls made ahead in their order', async () => {
    const db = database()
    const reader = db.execute(numbers(5), { fetchSize: 1 })[Symbol.asyncIterator]()
    const steps = await Promise.all(Array.from({ length: 7 }, () => reader.next()))
    expect(steps.map(({ done, value }) => (done === true ? 'end' : (value.rows[0] as { i: number }).i))).toEqual([
      1,
      2,
      3,
      4,
      5,
      'end',
      'end',
    ])
    await db.close()
  })

  test('is over after leaving the loop, for good', async () => {
    const db = database()
    const result = db.execute(numbers(100), { fetchSize: 1 })
    for await (const _ of result) break
    expect(await result[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined })
    const { columns, engine } = await result.summary()
    expect([columns, engine]).toEqual([['i'], 'grafeo'])
    await db.close()
  })

  test('tells the same error to everyone who asks', async () => {
    const db = database()
    const result = db.execute(request('RETURN nonsense('))
    const [read, told] = await Promise.all([failureOf(rowsOf(result)), failureOf(result.summary())])
    expect(read).toBe(told)
    expect(await failureOf(rowsOf(result))).toBe(read)
    await db.close()
  })

  test('that nobody asks for is no unhandled rejection', async () => {
    const seen: unknown[] = []
    const listener = (reason: unknown): number => seen.push(reason)
    process.on('unhandledRejection', listener)
    const db = database()
    db.execute(request('RETURN nonsense('))
    const tx = await db.begin()
    tx.execute(request('RETURN nonsense('))
    void tx.savepoint(async () => Promise.reject(new Error('lost')))
    await new Promise((resolve) => setTimeout(resolve, 30))
    await failureOf(db.close())
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.off('unhandledRejection', listener)
    expect(seen).toEqual([])
  })
})

describe('a summary', () => {
  test('gives up the rows of a result that nobody reads', async () => {
    const db = database()
    const result = db.execute(request('UNWIND range(1, 100) AS i CREATE (n:A {i: i}) RETURN n.i AS i'), {
      fetchSize: 1,
    })
    expect((await result.summary()).counters.nodesCreated).toBe(100)
    // The first of them came already: handed out, they would look like all.
    expect(await failureOf(rowsOf(result))).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('given up'),
    })
    expect((await result.summary()).counters.nodesCreated).toBe(100)
    await db.close()
  })

  test('waits for the reader of one that is read', async () => {
    const db = database()
    const result = db.execute(numbers(30), { fetchSize: 10 })
    const [summary, rows] = await Promise.all([result.summary(), rowsOf(result)])
    expect(rows).toHaveLength(30)
    expect(summary.lastRow).toBeGreaterThanOrEqual(summary.firstRow ?? Number.POSITIVE_INFINITY)
    await db.close()
  })

  test('carries the plan', async () => {
    const db = database()
    const explained = await db.execute(request('EXPLAIN MATCH (n:A) RETURN n')).summary()
    expect(explained.plan?.text).toContain('NodeScan')
    const profiled = await db.execute(request('PROFILE MATCH (n:A) RETURN n')).summary()
    expect(profiled.plan).toMatchObject({ operator: expect.any(String), rows: expect.any(Number) })
    await db.close()
  })
})
