import type { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import type { RunReply } from '../src/index.ts'
import { databaseOver, lost, remote, type Remote } from './remote.ts'
import { failureOf, request, rowsOf, slow, testClock } from './support.ts'

const create = request('CREATE (:A)')
const rows = request('UNWIND range(1, 100) AS i CREATE (n:A {i: i}) RETURN n.i AS i')
const count = request('MATCH (n:A) RETURN count(n) AS n')
const never = new Promise<never>(() => {})

/** Runs the statement, and hands over what releases its answer. */
const held = (far: Remote): { readonly reached: Promise<void>; readonly answer: () => void } => {
  let answer = (): void => {}
  let reach = (): void => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  far.faults.run = async (real): Promise<RunReply> => {
    delete far.faults.run
    const reply = await real()
    reach()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return reply
  }
  return { reached, answer: () => answer() }
}

describe('a statement of its own that is out of time', () => {
  test('is stopped, and a read is over at once', async () => {
    const far = remote()
    const db = databaseOver(far)
    await db.open()
    const controller = new AbortController()
    far.faults.run = () => never
    far.faults.interrupt = () => never
    const reading = failureOf(rowsOf(db.execute(count, { signal: controller.signal })))
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    const error = await reading
    expect(error).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(error.message).toBe('the query was aborted; it only reads')
    expect(far.told()).toBe('acquire run interrupt')
  })

  test('was not sent while it waited for a connection', async () => {
    const far = remote()
    const db = databaseOver(far)
    far.faults.acquire = () => never
    expect(await failureOf(rowsOf(db.execute(create, { timeout: 5 })))).toMatchObject({
      code: 'TIMEOUT',
      outcome: 'not sent',
    })
  })

  test('is rolled back when the engine says that it stopped it', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached } = held(far)
    const controller = new AbortController()
    const writing = failureOf(rowsOf(db.execute(request(rows.text), { signal: controller.signal, fetchSize: 10 })))
    await reached
    controller.abort()
    expect(await writing).toMatchObject({
      code: 'ABORTED',
      outcome: 'rolled back',
      message: 'the query was aborted; it was stopped and is rolled back',
    })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('is as if in time when its whole answer came before the interrupt', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached, answer } = held(far)
    const controller = new AbortController()
    far.faults.interrupt = async () => answer()
    const writing = rowsOf(db.execute(create, { signal: controller.signal }))
    await reached
    controller.abort()
    expect(await writing).toEqual([])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test.each([
    ['the connection breaks', () => Promise.reject(lost()), 'the connection broke'],
    ['there is no answer', () => never, 'the engine did not say so within 500 ms'],
  ])('is unknown when %s', async (_, interrupt, why) => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    await db.open()
    const controller = new AbortController()
    far.faults.interrupt = interrupt
    let fail = (_error: GraphError): void => {}
    far.faults.run = () =>
      new Promise((_resolve, reject) => {
        fail = reject
      })
    const writing = failureOf(rowsOf(db.execute(create, { signal: controller.signal })))
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    if (why.includes('broke')) fail(lost())
    expect(await writing).toMatchObject({
      code: 'ABORTED',
      outcome: 'unknown',
      message: `the query was aborted; whether it is committed is not known: ${why}`,
    })
  })

  test('is rolled back while its rows are read, since it is committed with the last', async () => {
    const far = remote()
    const db = databaseOver(far)
    const controller = new AbortController()
    const reader = db.execute(rows, { signal: controller.signal, fetchSize: 10 })[Symbol.asyncIterator]()
    await reader.next()
    controller.abort()
    expect(await failureOf(reader.next())).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('is committed when the engine had come to its last rows, unseen', async () => {
    const far = remote()
    const db = databaseOver(far)
    const controller = new AbortController()
    far.faults.interrupt = async () => {}
    const reader = db.execute(rows, { signal: controller.signal, fetchSize: 10 })[Symbol.asyncIterator]()
    await reader.next()
    controller.abort()
    expect(await failureOf(reader.next())).toMatchObject({ code: 'ABORTED', outcome: 'committed' })
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 100 }])
    await db.close()
  })

  test('gives its connection back though its reader stays away', async () => {
    const far = remote()
    const db = databaseOver(far)
    const controller = new AbortController()
    const reader = db
      .execute(request('UNWIND range(1, 100) AS i RETURN i'), { signal: controller.signal, fetchSize: 10 })
      [Symbol.asyncIterator]()
    await reader.next()
    controller.abort()
    await new Promise((resolve) => setImmediate(resolve))
    expect(far.told()).toBe('acquire run interrupt release')
    expect(await failureOf(reader.next())).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    await db.close()
  })
})

describe('a transaction that is out of time', () => {
  test('stops the statement that runs, and is rolled back', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached } = held(far)
    const controller = new AbortController()
    const work = failureOf(db.managed('write', (tx) => rowsOf(tx.execute(create)), { signal: controller.signal }))
    await reached
    controller.abort()
    expect(await work).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(far.told()).toMatch(/^acquire begin run interrupt/)
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    await db.close()
  })

  test('stops what runs when it is rolled back, and asks for nothing when nothing runs', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached } = held(far)
    const tx = await db.begin()
    const running = failureOf(rowsOf(tx.execute(create)))
    await reached
    await tx.rollback()
    expect(await running).toMatchObject({ outcome: 'rolled back' })
    expect(far.told()).toBe('acquire begin run interrupt rollback release')
    await db.close()
  })

  test('waits a little for the answer to its commit, which counts', async () => {
    const far = remote()
    const db = databaseOver(far)
    const controller = new AbortController()
    far.faults.commit = async (real) => {
      controller.abort()
      await new Promise((resolve) => setImmediate(resolve))
      return real()
    }
    expect(await db.managed('write', (tx) => rowsOf(tx.execute(create)), { signal: controller.signal })).toEqual([])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test('is unknown when the commit is not answered', async () => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    const controller = new AbortController()
    far.faults.commit = () => {
      controller.abort()
      return never
    }
    const error = await failureOf(
      db.managed('write', (tx) => rowsOf(tx.execute(create)), { signal: controller.signal }),
    )
    expect(error).toMatchObject({ code: 'ABORTED', outcome: 'unknown' })
  })
})

describe('close with a time', () => {
  test('stops what runs, and says what became of it', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached } = held(far)
    const writing = failureOf(rowsOf(db.execute(create)))
    await reached
    const tx = await db.begin()
    await rowsOf(tx.execute(create))
    expect(await failureOf(db.close({ timeout: 5 }))).toMatchObject({ code: 'TIMEOUT' })
    expect(await writing).toMatchObject({ outcome: 'rolled back' })
    expect(tx.state).toBe('rolled back')
  })

  test('stops the statement of a transaction, and tells why', async () => {
    const far = remote()
    const db = databaseOver(far)
    const { reached } = held(far)
    const work = failureOf(db.managed('write', (tx) => rowsOf(tx.execute(create))))
    await reached
    expect(await failureOf(db.close({ timeout: 5 }))).toMatchObject({ code: 'TIMEOUT' })
    expect(await work).toMatchObject({
      code: 'TIMEOUT',
      outcome: 'rolled back',
      query: create.text,
      message: 'the database was closed; its transaction is rolled back',
    })
  })
})

test('an engine that cannot be stopped is not asked to', async () => {
  const far = remote({ cancel: false, autocommitAt: 'first rows' })
  const db = databaseOver(far)
  expect(await failureOf(rowsOf(db.execute(request(slow), { timeout: 5 })))).toMatchObject({ outcome: 'rolled back' })
  expect(far.told()).not.toContain('interrupt')
  await db.close()
})
