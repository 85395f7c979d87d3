import { connect, type ConnectOptions } from '@motif/driver'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AnyDatabase, type AnyGraph, portOf } from './neo4j.ts'
import { TappedLine } from './tapped-line.ts'

let line: TappedLine
beforeEach(async () => {
  line = await TappedLine.to(portOf())
})
afterEach(() => line[Symbol.asyncDispose]())

/** As for a cluster: a single server gives a table as well, with the address it was asked at. */
const routed = (options: ConnectOptions = {}): AnyDatabase =>
  connect<AnyGraph>(`neo4j://127.0.0.1:${line.port}`, options)

const one = (db: AnyDatabase): Promise<{ one: number }[]> => db.cypher.as<{ one: number }, {}>('RETURN 1 AS one').run()

test('a table is asked for once, although nobody names the home database', async () => {
  await using db = routed()
  for (let times = 0; times < 5; times++) expect(await one(db)).toEqual([{ one: 1 }])
  await Promise.all(Array.from({ length: 20 }, () => one(db)))
  expect(await db.write((tx) => tx.cypher.as<{ one: number }, {}>('RETURN 1 AS one').run())).toEqual([{ one: 1 }])
  expect(line.count('ROUTE')).toBe(1)
})

test('the home database is named by the server', async () => {
  await using db = routed()
  const query = db.cypher.as<never, {}>('RETURN 1 AS one')
  expect([(await query.execute()).database, (await query.execute()).database]).toEqual(['neo4j', 'neo4j'])
})

test('each database has a table of its own', async () => {
  await using db = routed({ database: 'system' })
  const names = db.cypher.as<{ name: string }, {}>('SHOW DATABASES YIELD name')
  expect((await names.run()).map(({ name }) => name).toSorted()).toEqual(['neo4j', 'system'])
  await names.run()
  expect(line.count('ROUTE')).toBe(1)
  const session = db.session({ database: 'neo4j' })
  expect((await session.cypher.as<never, {}>('RETURN 1 AS one').execute()).database).toBe('neo4j')
  expect(line.count('ROUTE')).toBe(2)
  await session.close()
})

test('a database that there is not is told at once, by the first router that was asked', async () => {
  await using db = routed({ database: 'nowhere' })
  await expect(one(db)).rejects.toMatchObject({
    retryable: false,
    outcome: 'not sent',
    engineCode: 'Neo.ClientError.Database.DatabaseNotFound',
  })
  expect(line.count('ROUTE')).toBe(1)
})
