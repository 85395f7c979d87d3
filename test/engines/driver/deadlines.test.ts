import type { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { type EngineName, engines } from '../engines.ts'
import { has } from '../lacks.ts'

interface Schema {
  nodes: { Made: { properties: { c: number }; in: {}; out: {} } }
  relationships: {}
}

/** Statements that keep an engine busy for longer than the deadlines here. */
const busy = {
  read: (engine: EngineName) =>
    `${again(engine)}UNWIND range(1, 1200) AS x UNWIND range(1, 1200) AS y RETURN sum(x * y % 7) AS c`,
  write: (engine: EngineName) => `${again(engine)}UNWIND range(1, 100000) AS i CREATE (:Made {c: i})`,
}
const again = (engine: EngineName): string => (has(engine, 'interrupts') ? 'UNWIND range(1, 10000) AS again ' : '')

describe.each(engines)('a deadline on %s', (engine) => {
  let db: Database<Schema>
  beforeEach(async () => {
    db = await emptyGraph<Schema>(engine)
    await db.open()
  })
  afterEach(() => db.close())

  const slow = () => db.cypher.as<{ c: number }, {}>(busy.read(engine))
  const slowWrite = () => db.cypher.as<never, {}>(busy.write(engine))
  const made = async (): Promise<number> => (await db.match('(m:Made)').return('count(m) AS n').one()).n
  const failure = async (work: Promise<unknown>): Promise<GraphError> =>
    work.then(
      () => Promise.reject(new Error('it should have failed')),
      (error: GraphError) => error,
    )

  test('ends a read, of which nothing stays', async () => {
    expect(await failure(slow().run({}, { timeout: 50 }))).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(await made()).toBe(0)
  })

  test('ends a write, and knows what became of it where the engine can stop it', async () => {
    const error = await failure(slowWrite().run({}, { signal: AbortSignal.timeout(30) }))
    if (!has(engine, 'interrupts')) {
      expect(error).toMatchObject({ code: 'ABORTED', outcome: 'unknown' })
      return
    }
    expect(error).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
    expect(await made()).toBe(0)
  })

  test('ends a transaction, which is rolled back', async () => {
    const work = db.write(
      async (tx) => {
        await tx.create('(:Made {c: 1})').execute()
        return tx.run(slow())
      },
      { timeout: 100 },
    )
    expect(await failure(work)).toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back' })
    expect(await made()).toBe(0)
  })

  test('frees the connection of a result whose reader stays away', async () => {
    const controller = new AbortController()
    const reader = db.cypher
      .as<{ i: number }, {}>('UNWIND range(1, 1000) AS i RETURN i')
      .stream({}, { signal: controller.signal, fetchSize: 10 })
      [Symbol.asyncIterator]()
    await reader.next()
    controller.abort()
    await expect.poll(() => db.statistics().map(({ inUse }) => inUse)).toEqual(engine === 'grafeo' ? [] : [0])
    const rest = async (): Promise<void> => {
      while ((await reader.next()).done !== true) {
        /* what had come may still be read */
      }
    }
    expect(await failure(rest())).toMatchObject({ code: 'ABORTED', outcome: 'rolled back' })
  })
})
