import { project } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* projecting(db: Database<Social>): Examples {
  // #region first
  const columns = db.match('(u:User)').return('u.name, u.id + 1 AS next')
  // #endregion
  yield shows(columns).row<{ 'u.name': string; next: number }>()

  // #region callback
  const nested = db
    .match('(u:User)-[:WROTE]->(p:Post)')
    .return(({ u, p }) => ({ author: u.name, post: { id: p.id, title: p.title } }))
  // #endregion
  yield shows(nested).row<{ author: string; post: { id: number; title: string } }>()

  // #region maps
  const byText = db.match('(u:User)').return('u {.name, twice: u.id * 2} AS u')
  const byCallback = db.match('(u:User)').return(({ u }) => ({ u: project(u, ['name'], { twice: u.id.times(2) }) }))
  // #endregion
  yield shows(byText).row<{ u: { name: string; twice: number } }>()
  yield shows(byCallback).row<{ u: { name: string; twice: number } }>()

  // #region with
  const carried = db
    .match('(u:User)-[:WROTE]->(p:Post)')
    .with('u, p.title AS title WHERE size(title) > 3')
    .return('u.name AS name, title')
  // #endregion
  yield shows(carried).row<{ name: string; title: string }>()

  // #region distinct
  const distinctByText = db.match('(u:User)-[:LIKES]->(p)').return('DISTINCT u.name AS name')
  const distinctByCall = db
    .match('(u:User)-[:LIKES]->(p)')
    .return(({ u }) => ({ name: u.name }))
    .distinct()
  // #endregion
  yield shows(distinctByText).row<{ name: string }>()
  yield shows(distinctByCall).row<{ name: string }>()
}
