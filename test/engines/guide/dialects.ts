import { grafeo } from '@motif/core/grafeo'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* dialects(db: Database<Social>): Examples {
  // #region first
  const ages = db.match('(u:User|Admin)').return('sum(u.age) AS years')
  // #endregion
  yield shows(ages)

  // #region grafeo
  const { text } = ages.compile({ dialect: grafeo })
  // #endregion
  yield shows(ages).in(grafeo)
  void text

  // #region lacking
  const lacking = db.match('(u:User)').using('INDEX u:User(id)').return('u.name AS name')
  const compiled = () => lacking.compile({ dialect: grafeo })
  // #endregion
  yield refuses(compiled)
}
