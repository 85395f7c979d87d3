import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* safety(db: Database<Social>): Examples {
  // #region first
  const unfiltered = () => db.match('(u:User)').set('u.age = 0').compile()
  // #endregion
  yield refuses(unfiltered)

  // #region meant
  const meant = db.match('(u:User)').set('u.age = 0').all()
  // #endregion
  yield shows(meant)

  // #region product
  const product = db.match('(u:User), (t:Tag)').return('count(*) AS pairs')
  // #endregion
  yield shows(product).row<{ pairs: number }>()

  // #region unbounded
  const unbounded = db.match('(u:User {id: $id})-[:KNOWS*]->(v)').return('count(*) AS paths')
  // #endregion
  yield shows(unbounded, { id: 1 }).row<{ paths: number }>()
}
