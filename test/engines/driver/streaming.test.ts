import { existsSync, readFileSync } from 'node:fs'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'

interface Schema {
  nodes: { P: { properties: { i: number; s: string; f: number; b: boolean }; out: {}; in: {} } }
  relationships: {}
}

/**
 * The longest stretch between two turns of the event loop, in milliseconds of this thread's own processor time, so that
 * other work on the machine does not count; of wall time where the system does not tell.
 */
const longestStall = async (work: () => Promise<void>): Promise<number> => {
  const own = `/proc/self/task/${process.pid}/schedstat`
  const clock = existsSync(own) ? () => Number(readFileSync(own, 'utf8').split(' ')[0]) / 1e6 : () => performance.now()
  let [longest, last, watching] = [0, clock(), true]
  const watch = (): void => {
    const now = clock()
    longest = Math.max(longest, now - last)
    last = now
    if (watching) setImmediate(watch)
  }
  watch()
  await work()
  watching = false
  await new Promise((resolve) => setImmediate(resolve))
  return longest
}

const million = `UNWIND range(1, 1000000) AS i RETURN i AS i, 'name' AS s, i * 0.5 AS f, true AS b`

describe.each(engines)('on %s', (engine) => {
  let db: Database<Schema>
  beforeAll(async () => {
    db = await emptyGraph<Schema>(engine)
  })
  afterAll(() => db.close())

  test('a million rows that are not kept never hold the event loop for 50 ms', async () => {
    const stalls: number[] = []
    // The best of three: garbage collection is slow on a busy machine.
    for (let run = 0; run < 3 && !(Math.min(...stalls) < 50); run++) {
      let rows = 0
      let sum = 0
      const stall = await longestStall(async () => {
        for await (const row of db.cypher.as<{ i: number; s: string; f: number; b: boolean }, {}>(million).stream()) {
          rows++
          sum += row.i
        }
      })
      expect([rows, sum]).toEqual([1_000_000, 500_000_500_000])
      stalls.push(stall)
    }
    expect(Math.min(...stalls)).toBeLessThan(50)
  }, 120_000)

  test('leaving the loop gives the rest up', async () => {
    const seen: number[] = []
    for await (const { i } of db.cypher.as<{ i: number }, {}>('UNWIND range(1, 100000) AS i RETURN i').stream()) {
      seen.push(i)
      if (seen.length === 3) break
    }
    expect(seen).toEqual([1, 2, 3])
  })

  test('streams of several results share the event loop', async () => {
    const count = async (): Promise<number> => {
      let rows = 0
      for await (const _ of db.cypher
        .as<{ i: number }, {}>('UNWIND range(1, 50000) AS i RETURN i, [i, i] AS l')
        .stream())
        rows++
      return rows
    }
    let total = 0
    const stall = await longestStall(async () => {
      total = (await Promise.all(Array.from({ length: 8 }, count))).reduce((sum, rows) => sum + rows, 0)
    })
    expect(total).toBe(400_000)
    expect(stall).toBeLessThan(250)
  })
})
