import { $, count, node } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* reading(db: Database<Social>): Examples {
  // #region first
  const user = db.match('(u:User {id: $id})').return('u.name AS name, u.age AS age')
  // #endregion
  yield shows(user, { id: 1 }).row<{ name: string; age: number | null }>()

  // #region doors
  const byClause = db.match('(u:User {id: $id})').return('u.name AS name')
  const byStatement = db.cypher('MATCH (u:User {id: $id}) RETURN u.name AS name')
  const byCallback = db.match('(u:User {id: $id})').return(({ u }) => ({ name: u.name }))
  const byPieces = db.match(db.node('u', 'User', { id: $('id') })).return('u.name AS name')
  // #endregion
  yield shows(byClause, { id: 1 }).row<{ name: string }>()
  yield shows(byStatement, { id: 1 }).row<{ name: string }>()
  yield shows(byCallback, { id: 1 }).row<{ name: string }>()
  yield shows(byPieces, { id: 1 }).row<{ name: string }>()

  // #region optional
  const authors = db
    .match('(u:User)')
    .optionalMatch('(u)-[:WROTE]->(p:Post)')
    .return('u.name AS name, p.title AS title')
  // #endregion
  yield shows(authors).row<{ name: string; title: string | null }>()

  // #region steps
  const busy = db
    .match('(u:User)-[:WROTE]->(p)')
    .with(({ u, p }) => ({ u, posts: count(p) }))
    .where('posts >= $least')
    .match('(u)-[:KNOWS]-(friend:User)')
    .return('u.name AS name, posts, friend.name AS friend')
  // #endregion
  yield shows(busy, { least: 1 }).row<{ name: string; posts: number; friend: string }>()

  // #region whole
  const whole = db.match('(u:User {id: $id})').return('u')
  // #endregion
  yield shows(whole, { id: 1 }).row<{ u: { id: number; name: string; age: number | null } }>()

  // #region node
  const withLabels = db.match('(u:User {id: $id})').return(({ u }) => ({ u: node(u) }))
  // #endregion
  yield shows(withLabels, { id: 1 })
}
