import { models } from '@motif/core/model'
import { connect } from '@motif/driver'
import { type Network, network } from '../network.ts'
import type { Client } from './client.ts'

const open = (port: number) => connect(`bolt://127.0.0.1:${port}`, { schema: network, extend: models<Network>() })

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const clear = (db: ReturnType<typeof open>) => () =>
  db
    .match('(r:Row)')
    .where('r.id >= 1000000')
    .call(['r'], (query) => query.delete('r'), { inTransactions: { rows: 10_000 } })
    .execute()

/** By models. */
export const motif = (port: number): Client => {
  const db = open(port)
  return {
    find: async (team) => {
      const users = await db.model('User').find({
        where: { team },
        include: { WROTE: { include: { HAS: { include: { '<SAID': true } } } } },
      })
      return sum(
        users.flatMap(({ WROTE }) => WROTE.flatMap(({ HAS }) => HAS.map((comment) => comment['<SAID'].length))),
      )
    },
    bulk: async (rows) => (await db.model('Row').createMany(rows as never, { batchSize: 1_000 })).created,
    gets: async (ids) => (await Promise.all(ids.map((id) => db.model('Row').get(id)))).length,
    clear: clear(db),
    close: () => db.close(),
  }
}

/** What one would write without models, each compiled once. */
const statements = (db: ReturnType<typeof open>) => ({
  find: db.cypher
    .as<{ user: { posts: { comments: { by: unknown[] }[] }[] } }, { team: number }>(`
    MATCH (u:User {team: $team})
    RETURN u {.*, posts: COLLECT {
      MATCH (u)-[:WROTE]->(p:Post)
      RETURN p {.*, comments: COLLECT {
        MATCH (p)-[:HAS]->(c:Comment)
        RETURN c {.*, by: COLLECT { MATCH (c)<-[:SAID]-(v:User) RETURN v {.*} }}
      }}
    }} AS user`)
    .prepare(),
  create: db.cypher
    .as<never, { rows: readonly Record<string, unknown>[] }>(
      'UNWIND $rows AS row CREATE (:Row {id: row.id, name: row.name, score: row.score, active: row.active, tags: row.tags})',
    )
    .prepare(),
  get: db
    .match('(r:Row {id: $id})')
    .return('r.id AS id, r.name AS name, r.score AS score, r.active AS active, r.tags AS tags')
    .prepare(),
})

/** By Cypher of one's own, through the same driver. */
export const byHand = (port: number): Client => {
  const db = open(port)
  const { find, create, get } = statements(db)
  return {
    find: async (team) => {
      const rows = await find.run({ team })
      return sum(rows.flatMap(({ user }) => user.posts.flatMap(({ comments }) => comments.map(({ by }) => by.length))))
    },
    bulk: async (rows) => {
      for (let at = 0; at < rows.length; at += 1_000) await create.execute({ rows: rows.slice(at, at + 1_000) })
      return rows.length
    },
    gets: async (ids) => {
      let found = 0
      for (const id of ids) found += (await get.run({ id })).length
      return found
    },
    clear: clear(db),
    close: () => db.close(),
  }
}
