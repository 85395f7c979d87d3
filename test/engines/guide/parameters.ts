import { $, cypher, label } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* parameters(db: Database<Social>): Examples {
  // #region first
  const named = db
    .match('(u:User {id: $id})')
    .where(({ u }) => u.age.gte($('least')))
    .return('u.name AS name')
  // #endregion
  yield shows(named, { id: 1, least: 18 }).row<{ name: string }>()

  // #region inline
  const inline = db
    .match('(u:User)')
    .where(({ u }) => u.age.gte(18))
    .return('u.name AS name')
  // #endregion
  yield shows(inline).row<{ name: string }>()

  // #region dynamic
  const dynamic = (kind: string, least: number) =>
    db.cypher(cypher<{ name: string }>`MATCH (n:${label(kind)}) WHERE n.age >= ${least} RETURN n.name AS name`)
  // #endregion
  yield shows(dynamic('User', 18)).row<{ name: string }>()

  // #region stated
  const stated = db.cypher.as<{ n: number }, { id: number }>('MATCH (u:User) WHERE u.id = $id RETURN count(u) AS n')
  // #endregion
  yield shows(stated, { id: 1 }).row<{ n: number }>()
}
