import { describe, expect, test } from 'vitest'
import type { DatabaseCore } from '../src/database-core.ts'
import { bookmarkManager, connect } from '../src/index.ts'
import { databaseOver, type Remote, remote } from './remote.ts'
import { failureOf, request, rowsOf, testClock } from './support.ts'
import { GraphError } from '@motif/core'

const create = request('CREATE (:A)')
const read = request('MATCH (n) RETURN n')

/** What each transaction had to see. */
const seen = ({ steps }: Remote): unknown[] =>
  steps.flatMap(({ step, request: given }) => {
    const { bookmarks, autocommit } = (given ?? {}) as Begun & { readonly autocommit?: Begun }
    return step === 'begin' ? [bookmarks] : step === 'run' && autocommit !== undefined ? [autocommit.bookmarks] : []
  })

interface Begun {
  readonly bookmarks?: unknown
}

describe('a bookmark manager', () => {
  test('keeps a set: what a transaction was begun with gives way to what stands for it', async () => {
    const manager = bookmarkManager({ initial: ['a', 'b'] })
    await manager.update(['a'], ['c'])
    expect(await manager.bookmarks()).toEqual(['b', 'c'])
    await manager.update(['never', 'b'], ['c', 'd'])
    expect(await manager.bookmarks()).toEqual(['c', 'd'])
    await manager.update(['c', 'd'], [])
    expect(await manager.bookmarks()).toEqual(['c', 'd'])
  })

  test('asks its supplier each time, and tells its consumer all it knows itself', async () => {
    const consumed: (readonly string[])[] = []
    let more = ['x']
    const manager = bookmarkManager({
      initial: ['a'],
      supplier: async () => more,
      consumer: (all) => void consumed.push(all),
    })
    expect(await manager.bookmarks()).toEqual(['a', 'x'])
    more = ['a', 'y']
    expect(await manager.bookmarks()).toEqual(['a', 'y'])
    await manager.update(['a'], ['b'])
    expect(consumed).toEqual([['b']])
  })

  test('answers at once where nothing has to be waited for', () => {
    expect(bookmarkManager({ initial: ['a'], supplier: () => new Set(['b']) }).bookmarks()).toEqual(['a', 'b'])
  })
})

describe('calls of one database', () => {
  test('see what those before them committed, from whichever door', async () => {
    const far = remote()
    const db = databaseOver(far)
    await db.execute(create).summary()
    await db.managed('write', (tx) => rowsOf(tx.execute(create)))
    const tx = await db.begin()
    await rowsOf(tx.execute(create))
    await tx.commit()
    await rowsOf(db.execute(read))
    expect(seen(far)).toEqual([[], ['mark-1'], ['mark-2'], ['mark-3']])
    expect(far.steps.findLast(({ step }) => step === 'begin')).toMatchObject({ request: { bookmarks: ['mark-2'] } })
    expect(far.steps.findLast(({ step }) => step === 'run')).toMatchObject({
      request: { autocommit: { bookmarks: ['mark-3'] } },
    })
    await db.close()
  })

  test('that ran side by side are all seen by the next', async () => {
    const far = remote()
    const db = databaseOver(far)
    await Promise.all([db.execute(create).summary(), db.execute(create).summary()])
    await rowsOf(db.execute(read))
    expect(seen(far).at(-1)).toEqual(['mark-1', 'mark-2'])
    await db.close()
  })

  test('pass nothing on when they failed, and each try asks anew', async () => {
    const far = remote()
    const db = databaseOver(far, {}, testClock())
    let tries = 0
    await db.managed('write', async (tx) => {
      await rowsOf(tx.execute(create))
      if (++tries === 1) {
        await db.outside(() => db.execute(create).summary())
        throw new GraphError('CONFLICT', 'lost', { retryable: true })
      }
    })
    await failureOf(db.managed('write', async (tx) => rowsOf(tx.execute(request('RETURN 1/0 AS x')))))
    await rowsOf(db.execute(read))
    expect(seen(far)).toEqual([[], [], ['mark-1'], ['mark-2'], ['mark-2']])
    await db.close()
  })

  test('are tied to those of another database by a manager in common, and to nothing by `false`', async () => {
    const [one, other, free] = [remote(), remote(), remote()]
    const manager = bookmarkManager()
    const [a, b] = [databaseOver(one, { bookmarkManager: manager }), databaseOver(other, { bookmarkManager: manager })]
    const c = databaseOver(free, { bookmarkManager: false })
    await a.execute(create).summary()
    await rowsOf(b.execute(read))
    await c.execute(create).summary()
    await rowsOf(c.execute(read))
    expect(seen(other)).toEqual([['mark-1']])
    expect(seen(free)).toEqual([undefined, undefined])
    await Promise.all([a.close(), b.close(), c.close()])
  })

  test.each([
    ['a statement', (db: DatabaseCore) => rowsOf(db.execute(read))],
    ['a transaction', (db: DatabaseCore) => db.managed('read', (tx) => rowsOf(tx.execute(read)))],
  ])('of what was committed while %s waited for a connection are seen', async (_, run) => {
    const far = remote()
    const manager = bookmarkManager()
    const db = databaseOver(far, { bookmarkManager: manager })
    far.faults.acquire = async (real) => {
      await manager.update([], ['meanwhile'])
      return real()
    }
    await run(db)
    expect(seen(far)).toEqual([['meanwhile']])
    await db.close()
  })

  test.each([
    ['a statement', (db: DatabaseCore) => rowsOf(db.execute(read))],
    ['a transaction', (db: DatabaseCore) => db.begin()],
  ])('that cannot be had keep %s from being sent, and no connection', async (_, run) => {
    const far = remote()
    const supplier = (): never => {
      throw new GraphError('CONNECTION', 'the store of bookmarks is away')
    }
    const db = databaseOver(far, { bookmarkManager: bookmarkManager({ supplier }) })
    expect(await failureOf(run(db))).toMatchObject({ message: 'the store of bookmarks is away', outcome: 'not sent' })
    expect(far.told()).toBe('acquire release')
    await db.close()
  })

  test('cost an engine without bookmarks nothing', async () => {
    const far = remote({ bookmarks: false })
    let asked = 0
    const manager = { bookmarks: () => [String(++asked)], update: () => {} }
    const db = databaseOver(far, { bookmarkManager: manager })
    await db.execute(create).summary()
    await db.managed('read', (tx) => rowsOf(tx.execute(read)))
    expect([asked, seen(far)]).toEqual([0, [undefined, undefined]])
    await db.close()
  })

  test('wait for a consumer, and say so when it failed though the work is committed', async () => {
    const far = remote()
    const consumed: string[] = []
    let failing = false
    const consumer = async (all: readonly string[]): Promise<void> => {
      await Promise.resolve()
      if (failing) throw new Error('the disk is full')
      consumed.push(all.join())
    }
    const db = databaseOver(far, { bookmarkManager: bookmarkManager({ consumer }) })
    await rowsOf(db.execute(create))
    await db.managed('write', (tx) => rowsOf(tx.execute(create)))
    expect(consumed).toEqual(['mark-1', 'mark-2'])
    failing = true
    const failure = { code: 'USAGE', outcome: 'committed', cause: { message: 'the disk is full' } }
    expect(await failureOf(rowsOf(db.execute(create)))).toMatchObject(failure)
    expect(await failureOf(db.managed('write', (tx) => rowsOf(tx.execute(create))))).toMatchObject(failure)
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN count(n) AS n'))).catch(() => 'failed')).toBe('failed')
    failing = false
    expect(await rowsOf(db.execute(request('MATCH (n:A) RETURN count(n) AS n')))).toEqual([{ n: 4 }])
    await db.close()
  })
})

describe('a session', () => {
  test('is a chain of its own', async () => {
    const far = remote()
    const db = connect(far.engine)
    await db.create('(n:A)').execute()
    const session = db.session({ bookmarks: ['given'] })
    expect(session.lastBookmarks()).toEqual(['given'])
    await session.create('(n:A)').execute()
    expect(session.lastBookmarks()).toEqual(['mark-2'])
    await session.write((tx) => tx.create('(n:A)').execute())
    const next = db.session({ bookmarks: session.lastBookmarks() })
    await next.read((tx) => tx.match('(n:A)').return('n').run())
    await db.match('(n:A)').return('n').run()
    expect(seen(far)).toEqual([[], ['given'], ['mark-2'], ['mark-3'], ['mark-1']])
    await db.close()
  })

  test('joins others by a manager, and adds what it was given until it has committed', async () => {
    const far = remote()
    const manager = bookmarkManager({ supplier: async () => ['far'] })
    const db = connect(far.engine, { bookmarkManager: manager })
    await db.create('(n:A)').execute()
    const session = db.session({ bookmarkManager: manager, bookmarks: ['given'] })
    await session.read((tx) => tx.match('(n:A)').return('n').run())
    await session.read((tx) => tx.match('(n:A)').return('n').run())
    expect(seen(far)).toEqual([['far'], ['mark-1', 'far', 'given'], ['mark-2', 'far']])
    expect(session.lastBookmarks()).toEqual(['mark-3'])
    await db.close()
  })
})
