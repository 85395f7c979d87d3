import { count } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* subqueries(db: Database<Social>): Examples {
  // #region first
  const latest = db
    .match('(u:User)')
    .call(['u'], (query) =>
      query.match('(u)-[:WROTE]->(p:Post)').return('p.title AS title').orderBy('p.at DESC').limit(1),
    )
    .return('u.name AS name, title')
  // #endregion
  yield shows(latest).row<{ name: string; title: string }>()

  // #region text
  const byText = db
    .match('(u:User)')
    .call('(u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS posts }')
    .return('u.name AS name, posts')
  const byStatement = db.cypher(
    'MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS posts } RETURN u.name AS name, posts',
  )
  // #endregion
  yield shows(byText).row<{ name: string; posts: number }>()
  yield shows(byStatement).row<{ name: string; posts: number }>()

  // #region optional
  const optional = db
    .match('(u:User)')
    .optionalCall(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('p.title AS title').limit(1))
    .return('u.name AS name, title')
  // #endregion
  yield shows(optional).row<{ name: string; title: string | null }>().needs('optional-call')

  // #region expressions
  const asked = db.match('(u:User)').return(({ u }, graph) => ({
    name: u.name,
    reads: graph.exists('(u)-[:LIKES]->(:Post)'),
    posts: graph.count('(u)-[:WROTE]->(:Post)'),
    titles: graph.listOf('(u)-[:WROTE]->(p:Post)', ({ p }) => p.title),
  }))
  // #endregion
  yield shows(asked).row<{ name: string; reads: boolean; posts: number; titles: string[] }>()

  // #region queries
  const young = db
    .match('(u:User)')
    .where(({ u }, graph) =>
      graph.exists((query) => query.match('(u)-[:KNOWS]-(v:User)').where(({ v }) => v.age.lt(u.age))),
    )
    .return('u.name AS name')
  // #endregion
  yield shows(young).row<{ name: string }>()

  // #region collect
  const collected = db.match('(u:User)').return(({ u }, graph) => ({
    name: u.name,
    titles: graph.collect((query) =>
      query.match('(u)-[:WROTE]->(p:Post)').return('p.title AS title').orderBy('title').limit(3),
    ),
  }))
  // #endregion
  yield shows(collected).row<{ name: string; titles: string[] }>().needs('collect-subquery')

  // #region writing
  const logged = db
    .match('(u:User {id: $id})')
    .call(['u'], (query) => query.create('(t:Tag)').set('t', ({ u }) => ({ name: u.name })))
    .return(({ u }) => ({ users: count(u) }))
  // #endregion
  yield shows(logged, { id: 1 }).row<{ users: number }>()

  // #region transactions
  const batches = db
    .match('(p:Post WHERE p.id >= $first)')
    .call('(p) { SET p.title = toUpper(p.title) } IN TRANSACTIONS OF 1000 ROWS ON ERROR CONTINUE')
    .return('count(*) AS posts')
  // #endregion
  yield shows(batches, { first: 1 }).row<{ posts: number }>().needs('call-in-transactions', 'transaction-status')

  // #region batches
  const inBatches = db
    .match('(p:Post WHERE p.id >= $first)')
    .call(['p'], (query) => query.set('p.title = toUpper(p.title)'), {
      inTransactions: { rows: 1000, onError: 'continue' },
    })
    .return('count(*) AS posts')
  // #endregion
  yield shows(inBatches, { first: 1 }).row<{ posts: number }>().needs('call-in-transactions', 'transaction-status')
}
