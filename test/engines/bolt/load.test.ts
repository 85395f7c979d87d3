import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { GraphError } from '@motif/core'
import { connect } from '@motif/driver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { folders } from '../../../tools/servers/folders.ts'
import { freePort } from '../../../tools/servers/free-port.ts'
import { startNeo4j } from '../../../tools/servers/neo4j/start-neo4j.ts'
import type { Server } from '../../../tools/servers/server.ts'
import type { AnyDatabase } from './neo4j.ts'

const folder = join(folders.data, `load-${process.pid}`)
const queries = 10_000
const max = 10
const megabyte = 1024 * 1024

let port: number
let server: Server
const start = async (): Promise<void> => {
  server = await startNeo4j({ port, dataDir: folder })
}
beforeAll(async () => {
  port = await freePort()
  await start()
}, 120_000)
afterAll(async () => {
  await server.kill()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const open = (): AnyDatabase =>
  connect(`bolt://127.0.0.1:${port}`, { pool: { max, acquireTimeout: 120_000 }, maxRetryTime: 120_000 })

const echo = (db: Pick<AnyDatabase, 'cypher'>, i: number): Promise<{ i: number }> =>
  db.cypher.as<{ i: number }, { i: number }>('RETURN $i AS i').one({ i })

setFlagsFromString('--expose-gc')
// The cast: what the flag brings is in no types.
const collectGarbage = runInNewContext('gc') as () => void

/** Bytes that are used by what is reachable. */
const usedNow = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const idle = { inUse: 0, waiting: 0, creating: 0, timedOut: 0, max }

test('10,000 queries at a time over 10 connections: all come back, each with its own row', async () => {
  await using db = open()
  await echo(db, 0)
  const before = process.memoryUsage.rss()
  let highest = before
  const kept: number[] = []
  for (let round = 0; round < 3; round++) {
    const rows = await Promise.all(
      Array.from({ length: queries }, async (_, i) => {
        const row = await echo(db, i)
        if (i % 100 === 0) highest = Math.max(highest, process.memoryUsage.rss())
        return row.i
      }),
    )
    expect(rows).toEqual(Array.from({ length: queries }, (_, i) => i))
    kept.push(usedNow())
  }
  // Each query that waits takes some 10 kB, and none of it stays.
  expect(highest - before).toBeLessThan(256 * megabyte)
  expect(Math.max(...kept) - Math.min(...kept)).toBeLessThan(8 * megabyte)
  const [pool] = db.statistics()
  expect(pool).toMatchObject({ ...idle, createFailed: 0, destroyed: 0 })
  expect(pool?.created).toBeLessThanOrEqual(max)
}, 120_000)

/** What became of work that ran while the server was killed and came back. */
const throughARestart = async <T>(work: (db: AnyDatabase, i: number) => Promise<T>) => {
  await using db = open()
  await echo(db, 0)
  let done = 0
  let reached = (): void => undefined
  const half = new Promise<void>((resolve) => (reached = resolve))
  const settling = Promise.allSettled(
    Array.from({ length: queries }, async (_, i) => {
      try {
        return await work(db, i)
      } finally {
        if (++done === queries / 4) reached()
      }
    }),
  )
  await half
  await server.kill()
  await start()
  const settled = await settling
  const [pool] = db.statistics()
  // Once it is back, everything is as before.
  expect(await echo(db, -1)).toEqual({ i: -1 })
  expect(pool).toMatchObject(idle)
  return settled
}

test('the same with the server killed and started again in the middle: they succeed, or fail and say why', async () => {
  const settled = await throughARestart(async (db, i) => {
    await db.cypher.as<never, { i: number }>('CREATE (:Loaded {i: $i})').execute({ i })
    return i
  })
  const outcomes = { committed: new Set<number>(), unknown: new Set<number>(), failed: 0 }
  settled.forEach((each, i) => {
    if (each.status === 'fulfilled') outcomes.committed.add(i)
    else {
      const error: unknown = each.reason
      expect(error).toBeInstanceOf(GraphError)
      expect(error).toMatchObject({ code: expect.stringMatching(/^(?:CONNECTION|POOL|TRANSACTION|ENGINE)$/) })
      if ((error as GraphError).outcome === 'unknown') outcomes.unknown.add(i)
      else outcomes.failed++
    }
  })
  expect(outcomes.committed.size).toBeGreaterThanOrEqual(queries / 4)
  // A connection has one query under way, so that no more than these can be in doubt.
  expect(outcomes.unknown.size).toBeLessThanOrEqual(max)
  await using db = open()
  const found = await db.cypher.as<{ i: number }, {}>('MATCH (l:Loaded) RETURN l.i AS i').run()
  const written = new Set(found.map(({ i }) => i))
  // None twice, none of those that were acknowledged lost, none there that was said to have failed.
  expect(written.size).toBe(found.length)
  expect([...outcomes.committed].filter((i) => !written.has(i))).toEqual([])
  expect([...written].filter((i) => !outcomes.committed.has(i) && !outcomes.unknown.has(i))).toEqual([])
}, 180_000)

test('reads by db.read are tried again until the server is back: all succeed', async () => {
  const settled = await throughARestart((db, i) => db.read(async (tx) => (await echo(tx, i)).i))
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
  expect(failures).toEqual([])
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined))).toEqual(
    Array.from({ length: queries }, (_, i) => i),
  )
}, 180_000)
