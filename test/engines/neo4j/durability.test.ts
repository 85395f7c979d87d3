import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '@motif/driver'
import { afterAll, expect, test } from 'vitest'
import { folders } from '../../../tools/servers/folders.ts'
import { startNeo4j } from '../../../tools/servers/neo4j/start-neo4j.ts'
import type { Server } from '../../../tools/servers/server.ts'

interface Schema {
  nodes: { Done: { properties: { id: number }; in: {}; out: {} } }
  relationships: {}
}

const dataDir = join(folders.data, `durability-${process.pid}`)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Writes pairs until the server is no more, which is killed in the middle; the last that was said to be committed. */
const writeUntilKilled = async (server: Server): Promise<number> => {
  const db = connect<Schema>(server.url, { maxRetryTime: 0 })
  let last = 0
  let killed: Promise<void> | undefined
  const write = async (): Promise<void> => {
    for (let id = 1; ; id += 2) {
      await db.write(async (tx) => {
        await tx.create('(:Done {id: $id})').execute({ id })
        await tx.create('(:Done {id: $id})').execute({ id: id + 1 })
      })
      last = id + 1
      if (last === 100) killed = server.kill()
    }
  }
  await expect(write()).rejects.toMatchObject({ code: 'CONNECTION' })
  await killed
  await db.close()
  return last
}

test('what was said to be committed is there after the server was killed, and nothing by halves', async () => {
  const server = await startNeo4j({ dataDir })
  const last = await writeUntilKilled(server)
  const again = await startNeo4j({ dataDir, port: server.port })
  const db = connect<Schema>(again.url)
  const ids = (await db.match('(n:Done)').return('n.id AS id').orderBy('id').run()).map(({ id }) => id)
  await db.close()
  await again.stop()
  expect(last).toBeGreaterThanOrEqual(100)
  expect(ids.length).toBeGreaterThanOrEqual(last)
  expect(ids.length % 2).toBe(0)
  expect(ids).toEqual(Array.from({ length: ids.length }, (_, at) => at + 1))
})
