import { connect } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnyDatabase, clear, neo4j, neo4jServers, portOf } from './neo4j.ts'

describe.each(neo4jServers)('on %s', (kind) => {
  let db: AnyDatabase
  beforeAll(async () => {
    db = neo4j({}, kind)
    await clear(db)
  })
  afterAll(() => db.close())

  const query = (text: string) => db.cypher.as<never, {}>(text)

  describe('a summary', () => {
    test('counts what was changed', async () => {
      const created = await query(
        'CREATE (a:Summed:Other {x: 1, y: 2})-[:TO {z: 3}]->(:Summed), (a)-[:TO]->(:Summed)',
      ).execute()
      expect(created.counters).toMatchObject({
        nodesCreated: 3,
        relationshipsCreated: 2,
        propertiesSet: 3,
        labelsAdded: 4,
        nodesDeleted: 0,
      })
      expect(created.queryType).toBe('write')
      const removed = await query('MATCH (s:Summed) REMOVE s:Other DETACH DELETE s').execute()
      expect(removed.counters).toMatchObject({ nodesDeleted: 3, relationshipsDeleted: 2, labelsRemoved: 1 })
      const made = await query('CREATE INDEX summed FOR (s:Summed) ON (s.x)').execute()
      expect([made.counters.indexesAdded, made.queryType]).toEqual([1, 'schema'])
      const constrained = await query('CREATE CONSTRAINT one FOR (s:Summed) REQUIRE s.y IS UNIQUE').execute()
      expect(constrained.counters.constraintsAdded).toBe(1)
      const dropped = await query('DROP CONSTRAINT one').execute()
      expect(dropped.counters.constraintsRemoved).toBe(1)
      expect((await query('DROP INDEX summed').execute()).counters.indexesRemoved).toBe(1)
    })

    test('names the server, its database and how long it took', async () => {
      const summary = await query('MATCH (n) RETURN count(n) AS n').execute()
      expect(summary).toMatchObject({
        columns: ['n'],
        database: 'neo4j',
        queryType: 'read',
        engine: 'neo4j',
        server: {
          address: `127.0.0.1:${portOf(kind)}`,
          agent: expect.stringMatching(kind === 'neo4j' ? /^Neo4j\/5\.26\./ : /^Neo4j\/2026\.08\./),
          protocolVersion: kind === 'neo4j' ? '5.8' : '6.1',
        },
      })
      for (const time of [summary.availableAfter, summary.consumedAfter, summary.firstRow, summary.lastRow])
        expect(time).toBeGreaterThanOrEqual(0)
    })

    test('has a plan after EXPLAIN, and runs nothing', async () => {
      const { plan, profile, counters } = await query('CREATE (:Summed)').explain()
      expect(plan).toMatchObject({
        operator: 'ProduceResults',
        children: expect.any(Array),
      })
      expect([profile, counters.nodesCreated]).toEqual([undefined, 0])
    })

    test('has the work done by each step after PROFILE', async () => {
      const { plan, profile } = await query('UNWIND range(1, 100) AS i RETURN i').profile()
      expect(profile).toMatchObject({ operator: expect.any(String), rows: 100, dbHits: expect.any(Number) })
      expect(plan).toMatchObject({ operator: expect.any(String) })
    })

    test('carries what the server remarks, in both forms', async () => {
      const { notifications, gqlStatusObjects } = await query('MATCH (n:NoSuchLabel) RETURN n').execute()
      expect(notifications).toMatchObject([
        {
          code: 'Neo.ClientNotification.Statement.UnknownLabelWarning',
          title: expect.any(String),
          description: expect.stringContaining('NoSuchLabel'),
          severity: 'WARNING',
          category: 'UNRECOGNIZED',
          position: { offset: 9, line: 1, column: 10 },
        },
      ])
      expect(gqlStatusObjects?.map(({ gqlStatus }) => gqlStatus)).toEqual(['02000', '01N50'])
      expect(gqlStatusObjects?.[1]).toMatchObject({
        statusDescription: expect.stringContaining('NoSuchLabel'),
        diagnosticRecord: {
          OPERATION: '',
          OPERATION_CODE: '0',
          CURRENT_SCHEMA: '/',
          _severity: 'WARNING',
          _classification: 'UNRECOGNIZED',
        },
      })
    })

    test('tells by its status whether there were rows, or none were meant', async () => {
      const statusOf = async (text: string): Promise<string | undefined> =>
        (await query(text).execute()).gqlStatusObjects?.[0]?.gqlStatus
      expect(await statusOf('RETURN 1 AS one')).toBe('00000')
      expect(await statusOf('UNWIND [] AS none RETURN none')).toBe('02000')
      expect(await statusOf('CREATE (:Summed)')).toBe('00001')
    })
  })

  describe('what notifications are made', () => {
    const text = 'MATCH (n:NoSuchLabel), (m:NoOther) RETURN n.gone, m'
    const categories = async (notifications: NonNullable<Parameters<typeof neo4j>[0]>['notifications']) => {
      await using other = neo4j({ notifications }, kind)
      const { notifications: made } = await other.cypher.as<never, {}>(text).execute()
      return [...new Set(made.map(({ category }) => String(category)))].toSorted((a, b) => a.localeCompare(b))
    }

    test('is the choice of who asks', async () => {
      expect(await categories(undefined)).toEqual(['PERFORMANCE', 'UNRECOGNIZED'])
      expect(await categories({ minimumSeverity: 'OFF' })).toEqual([])
      expect(await categories({ minimumSeverity: 'WARNING' })).toEqual(['UNRECOGNIZED'])
      expect(await categories({ disabledCategories: ['UNRECOGNIZED'] })).toEqual(['PERFORMANCE'])
      expect(await categories({ disabledCategories: ['UNRECOGNIZED', 'PERFORMANCE'] })).toEqual([])
    })
  })

  describe('the server sees', () => {
    const mine = { app: 'summaries', request: 4711, tags: ['a', 'b'] }

    const seenBy = async (other: AnyDatabase): Promise<unknown[]> =>
      (
        await other.cypher
          .as<{ metaData: unknown; currentQuery: string }, {}>(
            "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.app = 'summaries' RETURN metaData, currentQuery",
          )
          .run()
      ).map(({ metaData }) => metaData)

    test('the metadata of a transaction', async () => {
      await using beside = connect(`bolt://127.0.0.1:${portOf(kind)}`)
      await using tx = await db.begin({ metadata: mine })
      await tx.cypher.as<never, {}>('RETURN 1 AS one').run()
      expect(await seenBy(beside)).toEqual([mine])
    })

    test('the metadata of a statement of its own, which asks for it itself', async () => {
      const own = await db.cypher
        .as<{ metaData: unknown }, {}>(
          "SHOW TRANSACTIONS YIELD metaData WHERE metaData.app = 'summaries' RETURN metaData",
        )
        .run({}, { metadata: mine })
      expect(own).toEqual([{ metaData: mine }])
    })

    test('the time that a transaction may take', async () => {
      const tx = await db.begin({ serverTimeout: 300 })
      const failing = tx.cypher.as<never, {}>(
        'UNWIND range(1, 1000000000) AS i UNWIND range(1, 1000) AS j RETURN count(j)',
      )
      await expect(failing.run()).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'rolled back', retryable: false })
      await expect(tx.commit()).rejects.toMatchObject({ code: 'TIMEOUT' })
    })
  })
})
