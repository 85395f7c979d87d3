import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '@motif/driver'
import { type AnyDatabase, portOf } from './neo4j.ts'
import { TappedLine } from './tapped-line.ts'

let line: TappedLine
let db: AnyDatabase
beforeEach(async () => {
  line = await TappedLine.to(portOf())
  db = connect(line.url, { fetchSize: 10 })
  await db.open()
  line.forget()
})
afterEach(async () => {
  await db.close()
  await line[Symbol.asyncDispose]()
})

const one = () => db.cypher.as<{ one: number }, {}>('RETURN 1 AS one')
const rows = (count: number) => db.cypher.as<{ i: number }, {}>(`UNWIND range(1, ${count}) AS i RETURN i`)

/** What went over the line since it was asked last. */
const sent = (): { flights: number; requests: readonly string[] } => {
  const { flights, requests } = line
  line.forget()
  return { flights, requests }
}

test('a connection is opened in two flights: the handshake, then who asks', async () => {
  await using second = connect(line.url)
  await second.open()
  expect(sent()).toEqual({ flights: 2, requests: ['HELLO', 'LOGON'] })
})

test('a query of its own is one flight, and the connection is handed back without a word', async () => {
  expect(await one().run()).toEqual([{ one: 1 }])
  expect(sent()).toEqual({ flights: 1, requests: ['RUN', 'PULL'] })
  expect(await one().first()).toEqual({ one: 1 })
  expect(await one().one()).toEqual({ one: 1 })
  await one().execute()
  expect(sent()).toEqual({ flights: 3, requests: ['RUN', 'PULL', 'RUN', 'PULL', 'RUN', 'PULL'] })
  expect(line.connections).toBe(1)
})

test('a transaction in which nothing was asked costs no flight at all', async () => {
  await (await db.begin()).rollback()
  await (await db.begin()).commit()
  await db.read(() => 7)
  expect(sent()).toEqual({ flights: 0, requests: [] })
})

describe('two flights', () => {
  test.each(['read', 'write'] as const)('for db.%s of one query', async (access) => {
    expect(await db[access]((tx) => tx.run(one()))).toEqual([{ one: 1 }])
    expect(sent()).toEqual({ flights: 2, requests: ['BEGIN', 'RUN', 'PULL', 'COMMIT'] })
  })
  test('for a transaction of one query that is rolled back', async () => {
    const tx = await db.begin()
    await tx.run(one())
    await tx.rollback()
    expect(sent()).toEqual({ flights: 2, requests: ['BEGIN', 'RUN', 'PULL', 'ROLLBACK'] })
  })
})

test('a transaction takes one flight for each query and one for its end', async () => {
  await db.write(async (tx) => {
    for (let times = 0; times < 3; times++) await tx.run(one())
  })
  expect(sent()).toEqual({
    flights: 4,
    requests: ['BEGIN', 'RUN', 'PULL', 'RUN', 'PULL', 'RUN', 'PULL', 'COMMIT'],
  })
})

test('a query that failed costs a RESET, behind which the connection is used again', async () => {
  await expect(db.cypher.as<never, {}>('RETURN 1/0 AS never').run()).rejects.toMatchObject({ code: 'ENGINE' })
  // The caller is told at once, and need not wait for the answer to the RESET as this test does.
  await expect.poll(() => db.statistics()).toMatchObject([{ inUse: 0, idle: 1 }])
  expect(await one().run()).toEqual([{ one: 1 }])
  expect(sent()).toEqual({ flights: 3, requests: ['RUN', 'PULL', 'RESET', 'RUN', 'PULL'] })
  expect(line.connections).toBe(1)
})

test('another user of a session costs no flight of its own', async () => {
  const session = db.session({ auth: { scheme: 'none', principal: 'somebody' } })
  await session.cypher.as<{ one: number }, {}>('RETURN 1 AS one').run()
  await session.close()
  expect(sent()).toEqual({ flights: 1, requests: ['LOGOFF', 'LOGON', 'RUN', 'PULL'] })
})

describe('a result of more than one batch', () => {
  test('is asked for batch by batch, each one ahead of who reads', async () => {
    expect(await rows(35).run()).toHaveLength(35)
    expect(sent()).toEqual({ flights: 4, requests: ['RUN', 'PULL', 'PULL', 'PULL', 'PULL'] })
  })
  test('that is left early is given up, and the connection used again', async () => {
    for await (const { i } of rows(1000).stream()) if (i === 15) break
    expect(await one().run()).toEqual([{ one: 1 }])
    const { requests } = sent()
    expect(requests).toEqual(['RUN', 'PULL', 'PULL', 'PULL', 'DISCARD', 'RUN', 'PULL'])
    expect(line.connections).toBe(1)
  })
  test('that is left in its last batch is not even given up', async () => {
    for await (const { i } of rows(5).stream()) if (i === 2) break
    expect(await one().run()).toEqual([{ one: 1 }])
    expect(sent()).toEqual({ flights: 2, requests: ['RUN', 'PULL', 'RUN', 'PULL'] })
  })
  test('of which the first row alone is wanted is given up', async () => {
    expect(await rows(1000).first()).toEqual({ i: 1 })
    expect(await one().run()).toEqual([{ one: 1 }])
    expect(sent().requests).toEqual(['RUN', 'PULL', 'PULL', 'DISCARD', 'RUN', 'PULL'])
    expect(line.connections).toBe(1)
  })
})
