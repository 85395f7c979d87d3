import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { database, failureOf, request, rowsOf, slow } from './support.ts'

const errorOf = async (work: Promise<unknown>): Promise<GraphError> => {
  const error = await failureOf(work)
  expect(error).toBeInstanceOf(GraphError)
  return error as GraphError
}

describe('an autocommit statement', () => {
  test('runs when it is issued, not when it is read', async () => {
    const db = database()
    const result = db.execute(request('CREATE (:A)'))
    await expect.poll(() => rowsOf(db.execute(request('MATCH (n:A) RETURN count(n) AS n')))).toEqual([{ n: 1 }])
    await result.summary()
    await db.close()
  })

  test('tells what it changed', async () => {
    const db = database()
    const { counters } = await db.execute(request('CREATE (:A {x: 1})-[:R]->(:B)')).summary()
    expect(counters).toMatchObject({ nodesCreated: 2, relationshipsCreated: 1, propertiesSet: 1, labelsAdded: 2 })
    await db.close()
  })

  test('throws nothing when it is called, also for wrong options', async () => {
    const db = database()
    const error = await errorOf(rowsOf(db.execute(request('RETURN 1 AS x'), { timeout: Number.NaN })))
    expect(error).toMatchObject({ code: 'USAGE', query: 'RETURN 1 AS x' })
    await db.close()
  })

  test('carries query, call site and engine in its error, and no value in its message', async () => {
    const db = database()
    await db
      .execute(request('CREATE CONSTRAINT u FOR (n:U) REQUIRE n.email IS UNIQUE', {}, { access: 'schema' }))
      .summary()
    const create = { ...request('CREATE (:U {email: $email})', { email: 'secret@x' }), callSite: 'a.ts:1:2' }
    await db.execute(create).summary()
    const error = await errorOf(db.execute(create).summary())
    expect(error).toMatchObject({
      code: 'CONSTRAINT',
      label: 'U',
      properties: ['email'],
      query: create.text,
      callSite: 'a.ts:1:2',
      engine: 'grafeo 0.6.0',
      engineCode: 'G2000',
      retryable: false,
      outcome: 'rolled back',
    })
    expect(error.message).not.toContain('secret')
    expect(error.params).toEqual({ email: 'secret@x' })
    expect(Object.keys(error)).not.toContain('params')
    expect(error.cause).toBeInstanceOf(Error)
    await db.close()
  })

  test('is refused inside work of the same database, and not inside that of another', async () => {
    const db = database()
    const other = database()
    const error = await errorOf(db.managed('write', async () => rowsOf(db.execute(request('RETURN 1 AS x')))))
    expect(error.code).toBe('TRANSACTION')
    expect(error.message).toContain('use tx.run(query)')
    expect(await db.managed('write', async () => rowsOf(other.execute(request('RETURN 1 AS x'))))).toEqual([{ x: 1 }])
    expect(
      await db.managed('write', async () => db.outside(() => rowsOf(db.execute(request('RETURN 1 AS x'))))),
    ).toEqual([{ x: 1 }])
    await db.close()
    await other.close()
  })

  test('is allowed again once the transaction around it has ended', async () => {
    const db = database()
    let later: Promise<unknown> | undefined
    await db.managed('write', async () => {
      later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => rowsOf(db.execute(request('RETURN 1 AS x'))))
    })
    expect(await later).toEqual([{ x: 1 }])
    await db.close()
  })
})

describe('a deadline', () => {
  test('ends the wait for a query that cannot be stopped, and says what becomes of a read', async () => {
    const db = database()
    const started = performance.now()
    const error = await errorOf(rowsOf(db.execute(request(slow), { timeout: 20 })))
    expect(performance.now() - started).toBeLessThan(150)
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back', retryable: false })
    expect(error.message).toMatchInlineSnapshot(
      `"the query took longer than 20 ms; grafeo cannot stop a running query, so it works on in the background; it only reads"`,
    )
    await db.close()
  })

  test('leaves the outcome of a write under way unknown', async () => {
    const db = database()
    const error = await errorOf(
      db.execute(request('UNWIND range(1, 100000) AS i CREATE (:A {i: i})'), { timeout: 10 }).summary(),
    )
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' })
    await db.close()
  })

  test('counts what was written as committed while its rows were still being read', async () => {
    const db = database()
    const controller = new AbortController()
    const write = request('UNWIND range(1, 100) AS i CREATE (n:A {i: i}) RETURN n.i AS i')
    const result = db.execute(write, { signal: controller.signal, fetchSize: 1 })
    const reader = result[Symbol.asyncIterator]()
    await reader.next()
    controller.abort()
    expect(await errorOf(reader.next())).toMatchObject({ code: 'ABORTED', outcome: 'committed' })
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN count(n) AS n')))).toEqual([{ n: 100 }])
    await db.close()
  })

  test('that has passed already keeps the query from being sent', async () => {
    const db = database()
    const create = db.execute(request('CREATE (:A)'), { signal: AbortSignal.abort() })
    expect(await errorOf(create.summary())).toMatchObject({ code: 'ABORTED', outcome: 'not sent' })
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN count(n) AS n')))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('obeys a signal while rows are read', async () => {
    const db = database()
    const controller = new AbortController()
    const result = db.execute(request('UNWIND range(1, 1000) AS i RETURN i'), {
      signal: controller.signal,
      fetchSize: 10,
    })
    const read = async (): Promise<number> => {
      let rows = 0
      for await (const batch of result) {
        rows += batch.rows.length
        if (rows === 50) controller.abort(new Error('enough'))
      }
      return rows
    }
    const error = await errorOf(read())
    expect(error).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(error.cause).toMatchObject({ message: 'enough' })
    await db.close()
  })

  test('is waited out by close, so that nothing runs on a closed engine', async () => {
    const db = database()
    await failureOf(rowsOf(db.execute(request(slow), { timeout: 10 })))
    const started = performance.now()
    await db.close()
    expect(performance.now() - started).toBeGreaterThan(20)
  })
})

describe('close', () => {
  test('waits for outstanding work', async () => {
    const db = database()
    const result = rowsOf(db.execute(request(slow)))
    await db.close()
    expect(await result).toHaveLength(1)
  })

  test('can be called twice, and refuses work afterwards, reads too', async () => {
    const db = database()
    await db.execute(request('CREATE (:A)')).summary()
    await Promise.all([db.close(), db.close()])
    expect(await errorOf(rowsOf(db.execute(request('MATCH (n) RETURN n'))))).toMatchObject({
      code: 'USAGE',
      outcome: 'not sent',
    })
    expect(await errorOf(db.managed('read', async () => 1))).toMatchObject({ code: 'USAGE' })
    expect(await errorOf(db.begin())).toMatchObject({ code: 'USAGE' })
    expect(await errorOf(db.sync())).toMatchObject({ code: 'USAGE' })
  })

  test('surfaces errors of queries that nobody awaited', async () => {
    const db = database()
    db.execute(request('RETURN nonsense('))
    db.execute(request('RETURN nothing AS x'))
    const seen = db.execute(request('RETURN $missing AS x'))
    await failureOf(rowsOf(seen))
    const error = await errorOf(db.close())
    expect(error.code).toBe('SYNTAX')
    expect((error.cause as AggregateError).errors).toHaveLength(2)
  })

  test('rolls back a transaction that was left open', async () => {
    const db = database()
    const tx = await db.begin()
    await rowsOf(tx.execute(request('CREATE (:A)')))
    await db.close()
    expect(await errorOf(tx.commit())).toMatchObject({ code: 'TRANSACTION' })
  })

  test('lets managed work finish', async () => {
    const db = database()
    const work = db.managed('write', async (tx) => {
      await rowsOf(tx.execute(request('CREATE (:A)')))
      await new Promise((resolve) => setTimeout(resolve, 30))
      return rowsOf(tx.execute(request('MATCH (n:A) RETURN count(n) AS n')))
    })
    await new Promise((resolve) => setTimeout(resolve, 10))
    await db.close()
    expect(await work).toEqual([{ n: 1 }])
  })

  test('cuts off what still runs after the time it is given, and says what becomes of it', async () => {
    const db = database()
    await db.open()
    const result = failureOf(rowsOf(db.execute(request(slow))))
    const work = failureOf(db.managed('write', async (tx) => rowsOf(tx.execute(request(slow)))))
    const error = await errorOf(db.close({ timeout: 10 }))
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' })
    expect(error.message).toMatchInlineSnapshot(`"work still ran 10 ms after close was called: it was cut off"`)
    expect((await result).message).toMatchInlineSnapshot(
      `"the database was closed; grafeo cannot stop a running query, so it works on in the background; it only reads"`,
    )
    expect(await work).toMatchObject({
      code: 'TIMEOUT',
      outcome: 'rolled back',
      message: 'the database was closed; its transaction is rolled back',
    })
  })

  test('begins nothing any more after that time, not even for work that is under way', async () => {
    const db = database()
    let closing: Promise<unknown> | undefined
    const seen: unknown[] = []
    const work = db.managed('write', async (tx) => {
      seen.push(tx.state)
      if (seen.length === 2) return
      closing = db.outside(() => failureOf(db.close({ timeout: 5 })))
      await closing
      throw new GraphError('CONFLICT', 'lost', { retryable: true })
    })
    expect(await failureOf(work)).toBeInstanceOf(GraphError)
    expect(seen).toEqual(['open'])
    expect(await closing).toMatchObject({ code: 'TIMEOUT' })
  })

  test('cuts off a reader that stays away, and tells it why', async () => {
    const db = database()
    const reader = db.execute(request('UNWIND range(1, 100) AS i RETURN i'), { fetchSize: 1 })[Symbol.asyncIterator]()
    await reader.next()
    await db.close()
    expect(await errorOf(reader.next())).toMatchObject({ code: 'USAGE' })
  })
})

test('an engine that cannot be opened says so at the first use, and is tried again at the next', async () => {
  const db = database({ path: '/nonexistent/folder/a.db' })
  expect(await errorOf(rowsOf(db.execute(request('RETURN 1 AS x'))))).toMatchObject({ code: 'CONNECTION' })
  expect(await errorOf(db.open())).toMatchObject({ code: 'CONNECTION' })
  await db.close()
})
