import { connect } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AnyDatabase, portOf } from './neo4j.ts'
import { TappedLine } from './tapped-line.ts'

let line: TappedLine
let db: AnyDatabase
beforeEach(async () => {
  line = await TappedLine.to(portOf())
  db = connect(line.url)
})
afterEach(async () => {
  await db.close()
  await line[Symbol.asyncDispose]()
})

interface Row {
  i: number
}

const upTo = (most: number) => db.cypher.as<Row, {}>(`UNWIND range(1, ${most}) AS i RETURN i`)
const one = (): Promise<Row> => db.cypher.as<Row, {}>('RETURN 1 AS i').one()

/** The iterator, to ask for rows one by one. */
const rowsOf = (stream: AsyncIterable<Row>): AsyncIterator<Row> => stream[Symbol.asyncIterator]()

const take = async (rows: AsyncIterator<Row>, count: number): Promise<number> => {
  let last = 0
  for (let taken = 0; taken < count; taken++) last = ((await rows.next()) as IteratorYieldResult<Row>).value.i
  return last
}

/** Once the server has answered whatever is under way on the line, as far as another connection's answer tells. */
const settled = async (): Promise<number> => {
  const before = line.count('PULL')
  await using other = connect(`bolt://127.0.0.1:${portOf()}`)
  for (let times = 0; times < 5; times++) await other.cypher.as<Row, {}>('RETURN 1 AS i').one()
  const after = line.count('PULL')
  return after === before ? after : settled()
}

describe('back-pressure', () => {
  test('the server is asked for one batch ahead of who reads, and no more', async () => {
    const rows = rowsOf(upTo(1_000_000).stream({}, { fetchSize: 10 }))
    expect(await take(rows, 1)).toBe(1)
    expect(await settled()).toBe(2)
    expect(await take(rows, 8)).toBe(9)
    expect(await settled()).toBe(2)
    expect(await take(rows, 2)).toBe(11)
    expect(await settled()).toBe(3)
    await rows.return?.()
  })

  test('and for nothing ahead without prefetch', async () => {
    await using careful = connect(line.url, { prefetch: false, fetchSize: 10 })
    const rows = rowsOf(careful.cypher.as<Row, {}>('UNWIND range(1, 1000000) AS i RETURN i').stream())
    expect(await take(rows, 10)).toBe(10)
    expect(await settled()).toBe(1)
    expect(await take(rows, 1)).toBe(11)
    expect(await settled()).toBe(2)
    await rows.return?.()
  })

  test('memory stays flat, however slowly rows are taken', async () => {
    const text = "UNWIND range(1, 400000) AS i RETURN i, reduce(s = '', x IN range(1, 100) | s + 'abcdefghij') AS text"
    let [rows, highest, base] = [0, 0, 0]
    for await (const { i } of db.cypher.as<Row, {}>(text).stream()) {
      rows = i
      if (i % 5_000 !== 0) continue
      // As a slow reader: the server has time to send all 400 MB, if it were asked to.
      await one()
      const { rss } = process.memoryUsage()
      if (i === 50_000) base = rss
      highest = Math.max(highest, rss)
    }
    expect(rows).toBe(400_000)
    expect(highest - base).toBeLessThan(64 * 1024 * 1024)
  })
})

describe.each([1, 7, 1_000, -1])('with %d rows a batch', (fetchSize) => {
  test('every row comes once and in order', async () => {
    const seen: number[] = []
    for await (const { i } of upTo(2_000).stream({}, { fetchSize })) seen.push(i)
    expect(seen).toEqual(Array.from({ length: 2_000 }, (_, index) => index + 1))
    const whole = Math.ceil(2_000 / fetchSize)
    // Where the last batch is full, some servers say only with an empty one that it was the last.
    expect([Math.max(1, whole), whole + 1]).toContain(line.count('PULL'))
  })
})

describe('a loop that is left', () => {
  test('frees the connection, by break and by throw', async () => {
    for await (const { i } of upTo(1_000_000).stream()) if (i === 1_500) break
    const failing = async (): Promise<void> => {
      for await (const { i } of upTo(1_000_000).stream()) if (i === 1_500) throw new Error('enough')
    }
    await expect(failing()).rejects.toThrow('enough')
    expect(await one()).toEqual({ i: 1 })
    expect(db.statistics()).toMatchObject([{ inUse: 0, idle: 1, created: 1 }])
    expect(line.count('DISCARD')).toBe(2)
    expect(line.count('RESET')).toBe(0)
  })

  test('before the first row was asked for, gives the result up', async () => {
    const rows = rowsOf(upTo(1_000_000).stream())
    await rows.return?.()
    expect(await one()).toEqual({ i: 1 })
    expect(db.statistics()).toMatchObject([{ inUse: 0 }])
  })
})

describe('an abort', () => {
  test('in the middle of a stream ends it with what is known, and the connection goes on', async () => {
    const abort = new AbortController()
    const reading = async (): Promise<void> => {
      for await (const { i } of upTo(1_000_000).stream({}, { signal: abort.signal })) if (i === 2_500) abort.abort()
    }
    await expect(reading()).rejects.toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(await one()).toEqual({ i: 1 })
    // Who aborts does not wait for the answer to the RESET.
    await expect.poll(() => db.statistics()).toMatchObject([{ inUse: 0 }])
  })

  test('of a stream in a transaction takes the transaction with it', async () => {
    const abort = new AbortController()
    const work = db.write(
      async (tx) => {
        await tx.cypher.as<never, {}>('CREATE (:Streamed)').execute()
        for await (const { i } of tx.stream(upTo(1_000_000))) if (i === 2_500) abort.abort()
      },
      { signal: abort.signal },
    )
    await expect(work).rejects.toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(await db.cypher.as<Row, {}>('MATCH (s:Streamed) RETURN count(s) AS i').one()).toEqual({ i: 0 })
  })
})

describe('results in one transaction', () => {
  test('are read in turns, each to its own end', async () => {
    const read = await db.read(async (tx) => {
      const count = (from: number, to: number) => tx.cypher.as<Row, {}>(`UNWIND range(${from}, ${to}) AS i RETURN i`)
      const [a, b, c] = [
        rowsOf(count(1, 50).stream({}, { fetchSize: 7 })),
        rowsOf(count(101, 150).stream({}, { fetchSize: 11 })),
        rowsOf(count(201, 250).stream({}, { fetchSize: 3 })),
      ]
      const seen: number[] = []
      for (let times = 0; times < 50; times++) for (const each of [a, b, c]) seen.push(await take(each, 1))
      for (const each of [a, b, c]) expect(await each.next()).toMatchObject({ done: true })
      return seen
    })
    expect(read).toEqual(Array.from({ length: 50 }, (_, index) => [index + 1, index + 101, index + 201]).flat())
  })

  test('may be left open one by one: what is left is given up, and the commit holds', async () => {
    await db.cypher.as<never, {}>('MATCH (n:Streamed) DELETE n').execute()
    await db.write(async (tx) => {
      for await (const { i } of tx.stream(upTo(100_000))) {
        await tx.cypher.as<never, { i: number }>('CREATE (:Streamed {i: $i})').execute({ i })
        if (i === 5) break
      }
      for await (const { i } of tx.stream(upTo(100_000))) if (i === 1_100) break
    })
    expect(await db.cypher.as<Row, {}>('MATCH (s:Streamed) RETURN count(s) AS i').one()).toEqual({ i: 5 })
    await db.cypher.as<never, {}>('MATCH (n:Streamed) DELETE n').execute()
  })

  test('an error in the middle of a stream is told where the stream is read', async () => {
    const seen: number[] = []
    const reading = async (): Promise<void> => {
      const failing = db.cypher.as<Row, {}>('UNWIND range(1, 3000) AS i RETURN 10000 / (2500 - i) AS i')
      for await (const { i } of failing.stream()) seen.push(i)
    }
    await expect(reading()).rejects.toMatchObject({ code: 'ENGINE', engineCode: expect.stringContaining('Arithmetic') })
    expect(seen.length).toBeGreaterThanOrEqual(1_000)
    expect(await one()).toEqual({ i: 1 })
  })
})
