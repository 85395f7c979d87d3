import { freshGraph } from '@motif/driver/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { migrator } from '../../src/migrate/migrator.ts'
import { folderOf } from './folder-of.ts'

afterEach(() => {
  vi.useRealTimers()
})

it('a lock is renewed while one step takes long', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  await using db = freshGraph('grafeo')
  const until = async (): Promise<number> => {
    const text = 'MATCH (l:_MotifLock) RETURN l.expires AS expires'
    const [row] = await db.cypher.as<{ expires: number }>(text).run()
    return row?.expires ?? 0
  }
  // The step sets the term to the past, and waits until the lock is good again.
  const long = globalThis as { motifLong?: () => Promise<void> }
  long.motifLong = async () => {
    await db.cypher.as<never>('MATCH (l:_MotifLock) SET l.expires = 1').execute()
    vi.advanceTimersByTime(10_000)
    expect(await until()).toBe(1)
    vi.advanceTimersByTime(40_000)
    while ((await until()) === 1) await Promise.resolve()
  }
  const folder = folderOf({ '0001-long': "up: [{ title: 'long', runAlone: () => globalThis.motifLong() }]" })
  await migrator(db, { directory: `${folder}/migrations` }).up()
  expect(await until()).toBe(0)
})
