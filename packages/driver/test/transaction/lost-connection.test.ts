import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { databaseOver, lost, remote, type Remote } from '../remote.ts'
import { failureOf, request, rowsOf, testClock } from '../support.ts'

const create = request('CREATE (:A)')
const count = request('MATCH (n:A) RETURN count(n) AS n')

/** Breaks the connection under the first commits: before the engine has it, or after. */
const breakCommits = (far: Remote, ...moments: ('before' | 'after')[]): void => {
  far.faults.commit = async (real) => {
    const moment = moments.shift()
    if (moment !== 'before') {
      const reply = await real()
      if (moment === undefined) return reply
    }
    throw lost()
  }
}

describe('a connection that breaks under a commit', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s the engine had it leaves the outcome unknown, and nothing is tried again', async (moment, stays) => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    breakCommits(far, moment)
    let tries = 0
    const error = await failureOf(
      db.managed('write', async (tx) => {
        tries++
        await rowsOf(tx.execute(create))
      }),
    )
    expect(error).toMatchObject({ code: 'CONNECTION', outcome: 'unknown', retryable: false })
    expect(error.message).toMatchInlineSnapshot(
      `"the connection to 10.0.0.1:7687 was lost; it was being committed: whether it is, is not known"`,
    )
    expect(tries).toBe(1)
    expect(await rowsOf(db.execute(count))).toEqual([{ n: stays }])
    await db.close()
  })

  test('is tried again for work that may be applied twice, and may then be applied twice', async () => {
    const far = remote()
    const clock = testClock()
    const db = databaseOver(far, {}, clock)
    breakCommits(far, 'after', 'before', 'after')
    await db.managed('write', (tx) => rowsOf(tx.execute(create)), { idempotent: true })
    expect(clock.pauses).toEqual([1_000, 2_000, 4_000])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 3 }])
    await db.close()
  })

  test('is tried again for work that only reads, which nobody can apply twice', async () => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    breakCommits(far, 'after', 'before')
    expect(await db.managed('read', (tx) => rowsOf(tx.execute(count)))).toEqual([{ n: 0 }])
    await db.close()
  })

  test("leaves a transaction of one's own unknown too", async () => {
    const far = remote()
    const db = databaseOver(far)
    breakCommits(far, 'after')
    const tx = await db.begin()
    await rowsOf(tx.execute(create))
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'CONNECTION', outcome: 'unknown' })
    expect(tx.state).toBe('unknown')
    expect(await failureOf(tx.commit())).toMatchObject({ outcome: 'unknown' })
    await db.close()
  })

  test('is tried again when the commit was never sent', async () => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    let broken = false
    far.faults.commit = (real) => {
      if (broken) return real()
      broken = true
      return Promise.reject(new GraphError('CONNECTION', 'lost before', { retryable: true, outcome: 'rolled back' }))
    }
    await db.managed('write', (tx) => rowsOf(tx.execute(create)))
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })
})

describe('a connection that breaks inside a transaction', () => {
  test('is tried again on one that is sure to be alive, since nothing of it can stay', async () => {
    const far = remote()
    const clock = testClock()
    const db = databaseOver(far, {}, clock)
    let breaks = 2
    far.faults.run = (real) => (breaks-- > 0 ? Promise.reject(lost()) : real())
    await db.managed('write', (tx) => rowsOf(tx.execute(create)))
    expect(clock.pauses).toEqual([1_000, 2_000])
    expect(far.steps.filter(({ step }) => step === 'acquire').map((each) => each.request)).toMatchObject([
      { fresh: false },
      { fresh: true },
      { fresh: true },
    ])
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 1 }])
    await db.close()
  })

  test("fails a transaction of one's own, rolled back", async () => {
    const far = remote()
    const db = databaseOver(far)
    far.faults.run = () => Promise.reject(lost())
    const tx = await db.begin()
    expect(await failureOf(rowsOf(tx.execute(create)))).toMatchObject({ code: 'CONNECTION', outcome: 'rolled back' })
    expect(await failureOf(tx.commit())).toMatchObject({ code: 'CONNECTION', outcome: 'rolled back' })
    await db.close()
  })

  test('or cannot be had is tried again, with the causes of all tries in the end', async () => {
    const far = remote()
    const clock = testClock()
    const db = databaseOver(far, { maxRetryTime: 10_000 }, clock)
    far.faults.acquire = () => Promise.reject(lost())
    const error = (await failureOf(db.managed('read', async () => 1))) as GraphError
    expect(error).toMatchObject({ code: 'CONNECTION', message: `${lost().message} (gave up after 4 tries)` })
    expect(error.attempts).toHaveLength(4)
    expect(clock.pauses).toEqual([1_000, 2_000, 4_000])
    await db.close()
  })
})

test('a token that expired is renewed by another try, when the engine says that helps', async () => {
  const far = remote()
  const db = databaseOver(far, {}, testClock())
  let expired = true
  far.faults.run = (real) => {
    const failure = new GraphError('AUTHENTICATION', 'the token has expired', { retryable: true })
    if (!expired) return real()
    expired = false
    return Promise.reject(failure)
  }
  expect(await db.managed('read', (tx) => rowsOf(tx.execute(count)))).toEqual([{ n: 0 }])
  await db.close()
})

describe('a statement of its own whose connection was dead', () => {
  const breakRuns = (far: Remote, times: number): void => {
    far.faults.run = (real) => (times-- > 0 ? Promise.reject(lost()) : real())
  }

  test('is read once more on one that is sure to be alive', async () => {
    const far = remote()
    const db = databaseOver(far)
    breakRuns(far, 1)
    expect(await rowsOf(db.execute(count))).toEqual([{ n: 0 }])
    expect(far.told()).toBe('acquire run release acquire run release')
    expect(far.steps.filter(({ step }) => step === 'acquire').map((each) => each.request)).toMatchObject([
      { fresh: false },
      { fresh: true },
    ])
    await db.close()
  })

  test('is not read a third time', async () => {
    const far = remote()
    const db = databaseOver(far)
    breakRuns(far, 2)
    expect(await failureOf(rowsOf(db.execute(count)))).toMatchObject({
      code: 'CONNECTION',
      outcome: 'rolled back',
      retryable: true,
    })
    expect(far.told()).toBe('acquire run release acquire run release')
    await db.close()
  })

  test('is never written again', async () => {
    const far = remote()
    const db = databaseOver(far)
    breakRuns(far, 1)
    expect(await failureOf(rowsOf(db.execute(create)))).toMatchObject({
      code: 'CONNECTION',
      outcome: 'unknown',
      retryable: false,
    })
    expect(far.told()).toBe('acquire run release')
    await db.close()
  })

  test('was not sent when none could be had', async () => {
    const far = remote()
    const db = databaseOver(far)
    far.faults.acquire = () => Promise.reject(lost())
    const failure = { code: 'CONNECTION', outcome: 'not sent', retryable: true }
    expect(await failureOf(rowsOf(db.execute(create)))).toMatchObject(failure)
    expect(await failureOf(db.begin())).toMatchObject(failure)
    await db.close()
  })

  test('is not read again for another failure, though trying again might help', async () => {
    const far = remote()
    const db = databaseOver(far)
    far.faults.run = () => Promise.reject(new GraphError('CONFLICT', 'deadlock', { retryable: true }))
    expect(await failureOf(rowsOf(db.execute(count)))).toMatchObject({ code: 'CONFLICT' })
    expect(far.told()).toBe('acquire run release')
    await db.close()
  })
})

test('what is asked of a connection is no more than has to be', async () => {
  const far = remote()
  const db = databaseOver(far)
  await rowsOf(db.execute(count))
  expect(far.told()).toBe('acquire run release')
  far.steps.length = 0
  await db.managed('read', (tx) => rowsOf(tx.execute(count)))
  expect(far.told()).toBe('acquire begin run commit release')
  far.steps.length = 0
  const tx = await db.begin()
  await rowsOf(tx.execute(count))
  await tx.rollback()
  expect(far.told()).toBe('acquire begin run rollback release')
  await db.close()
})
