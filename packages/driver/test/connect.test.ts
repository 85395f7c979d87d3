import { GraphError } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { GrafeoEngine } from '../src/grafeo/engine.ts'
import { grafeo } from '../src/grafeo/index.ts'
import { connect } from '../src/index.ts'
import { failureOf } from './support.ts'

interface Schema {
  nodes: { User: { properties: { id: number }; out: {}; in: {} } }
  relationships: {}
}

const schemes = 'grafeo:, bolt:, bolt+s:, bolt+ssc:, neo4j:, neo4j+s:, neo4j+ssc:'

describe('connect', () => {
  test('opens nothing by itself', async () => {
    const db = connect('grafeo:/nowhere/at/all.db')
    expect(db.match('(u:User)').compile({ dialect: 'neo4j' }).text).toBe('MATCH (u:User)')
    expect(await failureOf(db.open())).toMatchObject({ code: 'CONNECTION' })
    await db.close()
  })

  test('tells the engine once it is reached', async () => {
    const db = connect('grafeo::memory:')
    expect(await db.open()).toEqual({ name: 'grafeo', version: '0.6.0' })
    await db.close()
  })

  test('takes an engine in place of a URL', async () => {
    await using db = connect<Schema>(grafeo())
    await db.create('(u:User {id: 7})').execute()
    expect(await db.match('(u:User)').return('u.id AS id').run()).toEqual([{ id: 7 }])
  })

  test.each([
    ['bolts://secret@host', `connect() takes a URL that begins with ${schemes} not bolts:`],
    ['./air.db', `connect() takes a URL that begins with ${schemes} not one without a scheme`],
    ['constructor:x', `connect() takes a URL that begins with ${schemes} not constructor:`],
    ['grafeo:', 'an embedded graph is grafeo::memory: or a file, as in grafeo:./air.db or grafeo:/var/air.db'],
  ])('refuses %s at once, and tells no password', (url, message) => {
    expect(() => connect(url)).toThrow(GraphError)
    expect(() => connect(url)).toThrow(message)
    expect(() => connect(url)).not.toThrow('secret')
  })

  test('closes at the end of the block', async () => {
    const engine = new GrafeoEngine({})
    {
      await using db = connect<Schema>(engine)
      await db.create('(u:User {id: 7})').execute()
    }
    expect(await failureOf(Promise.resolve().then(() => engine.acquire()))).toMatchObject({ code: 'USAGE' })
  })

  test('uses the dialect it is told', async () => {
    const db = connect('grafeo::memory:', { dialect: { name: 'other' } })
    expect(db.executor.dialect.name).toBe('other')
    await db.close()
  })
})

test('a limit for every query can be set once', async () => {
  const db = connect('grafeo::memory:', { timeout: 5 })
  const slow = db.cypher.as<{ c: number }, {}>(
    'UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y RETURN sum(x * y % 7) AS c',
  )
  expect(await failureOf(slow.run())).toMatchObject({ code: 'TIMEOUT' })
  expect(await failureOf(db.write((tx) => tx.run(slow)))).toMatchObject({ code: 'TIMEOUT' })
  expect(await slow.run({}, { timeout: 10_000 })).toHaveLength(1)
  await db.close()
})
