import neo4j from 'neo4j-driver'
import type { Client } from './client.ts'
import { texts } from './workloads.ts'

/** The official driver, its integers as numbers, its rows as plain objects. */
export const official = (port: number, poolSize: number): Client => {
  const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, undefined, {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: poolSize,
    telemetryDisabled: true,
  })
  const withSession = async <T>(work: (session: ReturnType<typeof driver.session>) => Promise<T>): Promise<T> => {
    const session = driver.session()
    try {
      return await work(session)
    } finally {
      await session.close()
    }
  }
  return {
    collect: (workload) =>
      withSession(async (session) => {
        const { records } = await session.run(texts[workload])
        return records.map((record) => record.toObject()).length
      }),
    stream: (workload) =>
      withSession(async (session) => {
        let rows = 0
        for await (const record of session.run(texts[workload])) if (record.length > 0) rows++
        return rows
      }),
    point: (id) =>
      withSession(async (session) => (await session.run(texts.point, { id })).records.map((r) => r.toObject())),
    managedPoint: async (id) => (await driver.executeQuery(texts.point, { id })).records.map((r) => r.toObject()),
    bulk: (rows) => withSession((session) => session.run(texts.bulk, { rows })),
    close: () => driver.close(),
  }
}
