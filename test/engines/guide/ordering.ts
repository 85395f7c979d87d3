import { $ } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* ordering(db: Database<Social>): Examples {
  // #region first
  const page = db.match('(u:User)').return('u.name AS name, u.age AS age').orderBy('age DESC, name').skip(0).limit(10)
  // #endregion
  yield shows(page).row<{ name: string; age: number | null }>()

  // #region callback
  const byCallback = db
    .match('(u:User)')
    .return(({ u }) => ({ name: u.name, age: u.age }))
    .orderBy(({ age, name }) => [[age, 'desc'], name])
    .skip($('from'))
    .limit($('rows'))
  // #endregion
  yield shows(byCallback, { from: 0, rows: 2 }).row<{ name: string; age: number | null }>()

  // #region nulls
  const nulls = db
    .match('(u:User)')
    .return('u.name AS name, u.age AS age')
    .orderBy(({ age }) => [[age, 'desc', 'nulls last']])
  // #endregion
  yield shows(nulls).row<{ name: string; age: number | null }>()

  // #region names
  const unseen = db.match('(u:User)').return('u.name AS name').orderBy('u.age, name')
  // #endregion
  yield shows(unseen).row<{ name: string }>()

  // #region with
  const three = db.match('(u:User)').with('u').orderBy('u.id').limit(3).return('collect(u.name) AS names')
  // #endregion
  yield shows(three).row<{ names: string[] }>()

  // #region negative
  const negative = () => db.match('(u:User)').return('u').limit(-1)
  // #endregion
  yield refuses(negative)
}
