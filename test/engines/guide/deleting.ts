import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* deleting(db: Database<Social>): Examples {
  // #region first
  const leave = db.match('(u:User {id: $id})').detachDelete('u')
  // #endregion
  yield shows(leave, { id: 1 })

  // #region relationship
  const unfollow = db.match('(u:User {id: $id})-[f:FOLLOWS]->(:User)').delete('f')
  const byCallback = db.match('(u:User {id: $id})-[f:FOLLOWS]->(:User)').delete(({ f }) => f)
  const statement = db.cypher('MATCH (u:User {id: $id})-[f:FOLLOWS]->(:User) DELETE f')
  // #endregion
  yield shows(unfollow, { id: 1 })
  yield shows(byCallback, { id: 1 })
  yield shows(statement, { id: 1 })

  // #region several
  const several = db.match('(u:User {id: $id})-[:WROTE]->(p:Post)').detachDelete(({ u, p }) => [u, p])
  // #endregion
  yield shows(several, { id: 1 })

  // #region optional
  const optional = db
    .match('(u:User {id: $id})')
    .optionalMatch('(u)-[k:KNOWS]-(:User)')
    .delete('k')
    .return('u.name AS name')
  // #endregion
  yield shows(optional, { id: 1 }).row<{ name: string }>()

  // #region everything
  const everything = () => db.match('(t:Tag)').detachDelete('t').compile()
  // #endregion
  yield refuses(everything)

  // #region meant
  const meant = db.match('(t:Tag)').detachDelete('t').all()
  // #endregion
  yield shows(meant)
}
