import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { database, failureOf, request, rowsOf, slow } from '../support.ts'

const count = request('MATCH (n:A) RETURN count(n) AS n')
const counted = async (db: ReturnType<typeof database>): Promise<unknown> => (await rowsOf(db.execute(count)))[0]?.['n']

describe('a transaction', () => {
  test('keeps its work to itself until it is committed', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    expect(await counted(db)).toBe(0)
    expect(await rowsOf(tx.execute(count))).toEqual([{ n: 1 }])
    await tx.commit()
    expect(await counted(db)).toBe(1)
    expect(tx.state).toBe('committed')
    await db.close()
  })

  test('leaves nothing behind when it is rolled back, and may be rolled back twice', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    await tx.rollback()
    await tx.rollback()
    expect(await counted(db)).toBe(0)
    await db.close()
  })

  test('runs statements in the order they were issued', async () => {
    const db = database()
    const tx = await db.begin()
    const made = Array.from({ length: 50 }, (_, i) =>
      rowsOf(tx.execute(request('MATCH (a:A) WITH count(a) AS n CREATE (:A {at: n, issued: $i}) RETURN n', { i }))),
    )
    expect((await Promise.all(made)).map(([row]) => row?.['n'])).toEqual(Array.from({ length: 50 }, (_, i) => i))
    await tx.commit()
    await db.close()
  })

  test('lets a statement run for each row of one that is still being read', async () => {
    const db = database()
    await db.execute(request('UNWIND range(1, 20) AS i CREATE (:A {i: i})')).summary()
    const tx = await db.begin()
    for await (const batch of tx.execute(request('MATCH (a:A) RETURN a.i AS i'), { fetchSize: 1 })) {
      for (const row of batch.rows as { i: number }[])
        await tx.execute(request('MATCH (a:A {i: $i}) SET a.seen = true', row)).summary()
    }
    await tx.commit()
    expect(await rowsOf(db.execute(request('MATCH (a:A {seen: true}) RETURN count(a) AS n')))).toEqual([{ n: 20 }])
    await db.close()
  })

  test('commits only after every statement issued inside has run', async () => {
    const db = database()
    const tx = await db.begin()
    for (let i = 0; i < 20; i++) void rowsOf(tx.execute(request('CREATE (:A)')))
    await tx.commit()
    expect(await counted(db)).toBe(20)
    await db.close()
  })

  test('gives rows that nobody reads up at the commit', async () => {
    const db = database()
    const tx = await db.begin()
    const unread = tx.execute(request('UNWIND range(1, 100) AS i CREATE (n:A {i: i}) RETURN n.i AS i'), {
      fetchSize: 10,
    })
    await tx.commit()
    expect(await counted(db)).toBe(100)
    expect(await failureOf(rowsOf(unread))).toMatchObject({ code: 'TRANSACTION' })
    await db.close()
  })

  test('does not commit under a loop that is still reading', async () => {
    const db = database()
    await db.execute(request('UNWIND range(1, 20) AS i CREATE (:A {i: i})')).summary()
    const tx = await db.begin()
    const read = async (): Promise<void> => {
      for await (const _ of tx.execute(request('MATCH (a:A) SET a.x = 1 RETURN a.i AS i'), { fetchSize: 1 }))
        await tx.commit()
    }
    const error = await failureOf(read())
    expect(error).toMatchObject({ code: 'TRANSACTION', outcome: 'rolled back' })
    expect(error.message).toContain('still being read')
    expect(await rowsOf(db.execute(request('MATCH (a:A {x: 1}) RETURN count(a) AS n')))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('is rolled back when a statement fails, even if that is caught', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    await failureOf(rowsOf(tx.execute(request('RETURN 1/0 AS x'))))
    expect(await failureOf(rowsOf(tx.execute(count)))).toMatchObject({ code: 'ENGINE', outcome: 'rolled back' })
    const error = await failureOf(tx.commit())
    expect(error.message).toMatchInlineSnapshot(
      `"cannot commit: the transaction failed before: division by zero: … / …"`,
    )
    expect(error.cause).toMatchObject({ code: 'ENGINE', query: 'RETURN 1/0 AS x' })
    await tx.rollback()
    expect(await counted(db)).toBe(0)
    await db.close()
  })

  test('that lost a conflict cannot be committed, and says that trying again may help', async () => {
    const db = database()
    await db.execute(request('CREATE (:A {v: 0})')).summary()
    const [a, b] = [await db.begin(), await db.begin()]
    const raise = request('MATCH (n:A) SET n.v = n.v + 1')
    await a.execute(raise).summary()
    expect(await failureOf(b.execute(raise).summary())).toMatchObject({
      code: 'CONFLICT',
      retryable: true,
      outcome: 'rolled back',
    })
    await a.commit()
    expect(await failureOf(b.commit())).toMatchObject({ code: 'CONFLICT', retryable: true })
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN n.v AS v')))).toEqual([{ v: 1 }])
    await db.close()
  })

  test('that loses at its commit is rolled back', async () => {
    const db = database()
    await db.execute(request('CREATE (:A {v: 0})')).summary()
    const [a, b] = [await db.begin(), await db.begin()]
    for (const tx of [a, b]) await rowsOf(tx.execute(request('MATCH (n:A) RETURN n.v AS v')))
    await a.execute(request('MATCH (n:A) SET n.v = 1')).summary()
    await a.commit()
    await b.execute(request('MATCH (n:A) SET n.v = 2')).summary()
    expect(await failureOf(b.commit())).toMatchObject({ code: 'CONFLICT', outcome: 'rolled back' })
    await b.rollback()
    await db.close()
  })

  test('cannot be used when it is over', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.commit()
    expect(await failureOf(rowsOf(tx.execute(count)))).toMatchObject({ code: 'TRANSACTION', outcome: 'not sent' })
    expect((await failureOf(tx.commit())).message).toMatchInlineSnapshot(
      `"cannot commit: the transaction is committed already"`,
    )
    expect(await failureOf(tx.rollback())).toMatchObject({ code: 'TRANSACTION' })
    await db.close()
  })

  test('refuses writes when it was begun to read', async () => {
    const db = database()
    const tx = await db.begin({ access: 'read' })
    const error = await failureOf(tx.execute(request('CREATE (:A)')).summary())
    expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent', query: 'CREATE (:A)' })
    expect(error.message).toContain('db.write')
    await tx.rollback()
    await db.close()
  })

  test('refuses changes of the schema, which would outlive it, unless they are named', async () => {
    const db = database()
    const index = request('CREATE INDEX i FOR (n:P) ON (n.x)', {}, { access: 'schema' })
    const tx = await db.begin()
    expect((await failureOf(tx.execute(index).summary())).message).toMatchInlineSnapshot(
      `"grafeo does not roll back changes of constraints and indexes: run this outside the transaction, or name allowSchemaChanges"`,
    )
    await tx.rollback()
    expect(await rowsOf(db.execute(request('SHOW INDEXES')))).toEqual([])
    const named = await db.begin({ allowSchemaChanges: true })
    await named.execute(index).summary()
    await named.commit()
    expect(await rowsOf(db.execute(request('SHOW INDEXES')))).toHaveLength(1)
    await db.close()
  })

  test('refuses an isolation level by name, with the reason', async () => {
    const db = database()
    const error = await failureOf(db.begin({ isolation: 'serializable' }))
    expect(error).toMatchObject({ code: 'UNSUPPORTED_FEATURE', outcome: 'not sent' })
    expect(error.message).toMatchInlineSnapshot(
      `"grafeo does not keep serializable isolation: it lets write skew through; have both transactions write one common node; it has read committed, snapshot"`,
    )
    for (const isolation of ['read committed', 'snapshot'] as const) await (await db.begin({ isolation })).commit()
    await db.close()
  })
})

describe('the deadline of a transaction', () => {
  test('ends a query under way, and rolls back once the engine is done', async () => {
    const db = database()
    const tx = await db.begin({ timeout: 40 })
    await tx.execute(request('CREATE (:A)')).summary()
    const started = performance.now()
    const error = await failureOf(rowsOf(tx.execute(request(slow))))
    expect(performance.now() - started).toBeLessThan(200)
    expect(error).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(error.message).toContain('the transaction took longer than 40 ms')
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    await tx.rollback()
    expect(await counted(db)).toBe(0)
    await db.close()
  })

  test('ends an idle one', async () => {
    const db = database()
    const tx = await db.begin({ timeout: 10 })
    await tx.execute(request('CREATE (:A)')).summary()
    await new Promise((resolve) => setTimeout(resolve, 40))
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(await counted(db)).toBe(0)
    await db.close()
  })

  test('of one query takes the transaction with it', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A)')).summary()
    expect(await failureOf(rowsOf(tx.execute(request(slow), { timeout: 10 })))).toMatchObject({
      code: 'TIMEOUT',
      outcome: 'rolled back',
    })
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'TIMEOUT' })
    await db.close()
  })

  test('may be a signal', async () => {
    const db = database()
    const controller = new AbortController()
    const tx = await db.begin({ signal: controller.signal })
    await tx.execute(request('CREATE (:A)')).summary()
    controller.abort()
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(await counted(db)).toBe(0)
    await db.close()
  })
})

describe('a savepoint', () => {
  test('undoes its own part when it fails, and the rest goes on', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A {part: 1})')).summary()
    const lost = tx.savepoint(async () => {
      await tx.execute(request('CREATE (:A {part: 2})')).summary()
      throw new Error('changed my mind')
    })
    expect((await failureOf(lost)).message).toBe('changed my mind')
    await tx.savepoint(() => tx.execute(request('CREATE (:A {part: 3})')).summary())
    await tx.commit()
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN n.part AS part ORDER BY part')))).toEqual([
      { part: 1 },
      { part: 3 },
    ])
    await db.close()
  })

  test('saves the transaction from a statement that fails inside', async () => {
    const db = database()
    await db
      .execute(request('CREATE CONSTRAINT u FOR (n:A) REQUIRE n.id IS UNIQUE', {}, { access: 'schema' }))
      .summary()
    const tx = await db.begin()
    await tx.execute(request('CREATE (:A {id: 1})')).summary()
    const twice = tx.savepoint(async () => {
      await tx.execute(request('CREATE (:A {id: 2})')).summary()
      await failureOf(tx.execute(request('CREATE (:A {id: 1})')).summary())
    })
    expect(await failureOf(twice)).toMatchObject({ code: 'CONSTRAINT' })
    await tx.commit()
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN n.id AS id')))).toEqual([{ id: 1 }])
    await db.close()
  })

  test('does not save it from a lost conflict', async () => {
    const db = database()
    await db.execute(request('CREATE (:A {v: 0})')).summary()
    const [a, b] = [await db.begin(), await db.begin()]
    await a.execute(request('MATCH (n:A) SET n.v = 1')).summary()
    expect(await failureOf(b.savepoint(() => b.execute(request('MATCH (n:A) SET n.v = 2')).summary()))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await failureOf(b.commit())).toMatchObject({ code: 'CONFLICT' })
    await a.commit()
    await db.close()
  })

  test('nests', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.savepoint(async () => {
      await tx.execute(request('CREATE (:A {part: 1})')).summary()
      await tx
        .savepoint(async () => {
          await tx.execute(request('CREATE (:A {part: 2})')).summary()
          throw new Error('inner')
        })
        .catch(() => undefined)
      await tx.savepoint(() => tx.execute(request('CREATE (:A {part: 3})')).summary())
    })
    await tx.commit()
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN n.part AS part ORDER BY part')))).toEqual([
      { part: 1 },
      { part: 3 },
    ])
    await db.close()
  })

  test('lets nothing be run beside it, which its roll-back would take along', async () => {
    const db = database()
    const tx = await db.begin()
    const inside = tx.savepoint(() => new Promise((resolve) => setTimeout(resolve, 30)))
    const error = await failureOf(tx.execute(request('CREATE (:A)')).summary())
    expect(error).toMatchObject({ code: 'TRANSACTION', outcome: 'not sent' })
    expect(error.message).toContain('a savepoint is open')
    await failureOf(inside)
    await tx.rollback()
    await db.close()
  })

  test('waits for statements that were started inside and not awaited', async () => {
    const db = database()
    const tx = await db.begin()
    await tx.savepoint(async () => {
      void rowsOf(tx.execute(request('CREATE (:A)')))
    })
    await tx.commit()
    expect(await counted(db)).toBe(1)
    await db.close()
  })
})

test('errors of a transaction are of the one family', async () => {
  const db = database()
  const tx = await db.begin()
  expect(await failureOf(rowsOf(tx.execute(request('RETURN $p AS p', { p: Symbol('x') }))))).toBeInstanceOf(GraphError)
  expect(await failureOf(tx.commit())).toMatchObject({ code: 'PARAMETER' })
  await db.close()
})
