import { describe, expect, test } from 'vitest'
import type { Connection, RunRequest } from '../../src/connection.ts'
import { DatabaseCore } from '../../src/database-core.ts'
import type { Engine } from '../../src/engine.ts'
import { GrafeoConnection } from '../../src/grafeo/connection.ts'
import { GrafeoEngine } from '../../src/grafeo/engine.ts'
import { loadNative } from '../../src/grafeo/native.ts'
import { TurnClock } from '../../src/grafeo/turn-clock.ts'
import { GraphNode } from '@motif/core'
import { failureOf, request, rowsOf } from '../support.ts'

/** Every request and reply goes through the algorithm that carries messages between processes. */
const overBoundary = (connection: Connection): Connection => ({
  begin: (message) => connection.begin(structuredClone(message)),
  run: async (message) => structuredClone(await connection.run(structuredClone(message))),
  pull: async (message) => structuredClone(await connection.pull(structuredClone(message))),
  discard: async (cursor) => structuredClone(await connection.discard(cursor)),
  commit: async () => structuredClone(await connection.commit()),
  rollback: () => connection.rollback(),
  savepoint: (message) => connection.savepoint(structuredClone(message)),
  interrupt: () => connection.interrupt(),
  release: () => connection.release(),
})

const engineOverBoundary = (): Engine => {
  const engine = new GrafeoEngine({})
  return {
    name: engine.name,
    version: undefined,
    dialect: engine.dialect,
    capabilities: engine.capabilities,
    retryDelay: engine.retryDelay,
    retryJitter: engine.retryJitter,
    codec: (schema) => engine.codec(schema),
    open: () => engine.open(),
    acquire: async () => overBoundary(await engine.acquire()),
    classify: (error) => engine.classify(error),
    close: () => engine.close(),
  }
}

test('requests and replies are plain data that could cross a process boundary', async () => {
  const engine = engineOverBoundary()
  const db = new DatabaseCore({ name: engine.name, dialect: engine.dialect, load: async () => engine })
  const params = { id: 2n ** 60n, at: new Date(0), tags: ['a', null], bytes: new Uint8Array([1]) }
  const made = await db.managed('write', async (tx) => {
    await tx.savepoint(() =>
      tx.execute(request('CREATE (:A {id: $id, at: $at, tags: $tags, bytes: $bytes})', params)).summary(),
    )
    return rowsOf(
      tx.execute(
        request(
          'MATCH (n:A) UNWIND range(1, 50) AS i RETURN n, n.id AS id',
          {},
          { columns: { n: 'node', id: 'integer' } },
        ),
        { fetchSize: 7 },
      ),
    )
  })
  expect(made).toHaveLength(50)
  expect(made[49]).toEqual({ id: 2n ** 60n, n: expect.any(GraphNode) })
  expect(await failureOf(rowsOf(db.execute(request('RETURN nonsense('))))).toMatchObject({ code: 'SYNTAX' })
  await db.close()
})

describe('a connection', () => {
  const run: RunRequest = {
    text: 'UNWIND range(1, 40000) AS i RETURN i, [i, i, i] AS l',
    params: {},
    access: 'read',
    fetch: undefined,
  }

  test('hands rows over in batches that fit into a turn of the event loop', async () => {
    const engine = new GrafeoEngine({})
    const connection = await engine.acquire()
    const { cursor, page } = await connection.run(run)
    let [rows, pulls, tail] = [page.rows.length, 1, page.tail]
    while (tail === undefined) {
      const next = await connection.pull({ cursor, fetch: undefined })
      rows += next.rows.length
      pulls++
      tail = next.tail
    }
    expect(rows).toBe(40_000)
    expect(pulls).toBeGreaterThan(10)
    await engine.close()
  })

  test('lets other work run as soon as the budget of a turn is spent', async () => {
    const connection = new GrafeoConnection((await loadNative()).GrafeoDB.create(), new TurnClock(0))
    const { cursor } = await connection.run(run)
    let turns = 0
    const count = (): void => {
      turns++
      handle = setImmediate(count)
    }
    let handle = setImmediate(count)
    let pulls = 1
    while ((await connection.pull({ cursor, fetch: undefined })).tail === undefined) pulls++
    clearImmediate(handle)
    expect(pulls).toBeGreaterThan(1000)
    expect(turns).toBeGreaterThanOrEqual(pulls - 1)
  })

  test('hands over what the engine exports in the same batches', async () => {
    const engine = new GrafeoEngine({})
    const connection = await engine.acquire()
    const columns = [
      { name: 'i', type: { kind: 'integer', nullable: false } },
      { name: 's', type: { kind: 'string', nullable: false } },
    ] as const
    const text = "UNWIND range(1, 1300) AS i RETURN i, 'row ' + toString(i) AS s"
    const { cursor, columns: names, page } = await connection.run({ ...run, text, columns })
    const pages = [page]
    for (let last = page; last.tail === undefined; pages.push(last)) last = await connection.pull({ cursor, fetch: 7 })
    expect(names).toEqual(['i', 's'])
    expect(pages.map(({ rows }) => rows.length).slice(0, 3)).toEqual([500, 7, 7])
    expect(pages.flatMap(({ rows }) => rows)).toEqual(
      Array.from({ length: 1300 }, (_, i) => ({ i: i + 1, s: `row ${i + 1}` })),
    )
    await engine.close()
  })

  test('knows no rows of a result that is over', async () => {
    const engine = new GrafeoEngine({})
    const connection = await engine.acquire()
    const { cursor } = await connection.run(run)
    await connection.discard(cursor)
    expect(await failureOf(connection.pull({ cursor, fetch: 1 }))).toMatchObject({ code: 'PROTOCOL' })
    await engine.close()
  })

  test('says that it cannot interrupt', async () => {
    const engine = new GrafeoEngine({})
    const connection = await engine.acquire()
    expect(await failureOf(connection.interrupt())).toMatchObject({ code: 'UNSUPPORTED_FEATURE' })
    await engine.close()
  })

  test('left with a transaction rolls it back', async () => {
    const engine = new GrafeoEngine({})
    const connection = await engine.acquire()
    await connection.begin({ access: 'write' })
    await connection.run({ ...run, text: 'CREATE (:A)', access: 'write' })
    await connection.release()
    const { page } = await (await engine.acquire()).run({ ...run, text: 'MATCH (n:A) RETURN count(n) AS n' })
    expect(page.rows).toEqual([{ n: 0 }])
    await engine.close()
  })
})
