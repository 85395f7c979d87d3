import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* unions(db: Database<Social>): Examples {
  // #region first
  const names = db.match('(u:User)').return('u.name AS name').union(db.match('(t:Tag)').return('t.name AS name'))
  // #endregion
  yield shows(names).row<{ name: string }>()

  // #region all
  const values = db.match('(u:User)').return('u.age AS value').unionAll(db.match('(p:Post)').return('p.title AS value'))
  // #endregion
  yield shows(values).row<{ value: string | number | null }>()

  // #region statement
  const statement = db.cypher('MATCH (u:User) RETURN u.name AS name UNION MATCH (t:Tag) RETURN t.name AS name')
  // #endregion
  yield shows(statement).row<{ name: string }>()

  // #region inside
  const sorted = db
    .call([], (query) =>
      query.match('(u:User)').return('u.name AS name').union(query.match('(t:Tag)').return('t.name AS name')),
    )
    .return('name')
    .orderBy('name')
    .limit(3)
  // #endregion
  yield shows(sorted).row<{ name: string }>()

  // #region mixed
  const users = db.match('(u:User)').return('u.id AS id')
  const mixed = () => users.union(users).unionAll(users)
  // #endregion
  yield refuses(mixed)
}
