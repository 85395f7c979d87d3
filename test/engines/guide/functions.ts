import { declareFunction } from '@motif/core'
import * as f from '@motif/core/functions'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* functions(db: Database<Social>): Examples {
  // #region first
  const texts = db
    .match('(u:User)')
    .return(({ u }) => ({ upper: f.toUpper(u.name), start: f.left(u.name, 2), length: f.charLength(u.name) }))
  // #endregion
  yield shows(texts).row<{ upper: string; start: string; length: number }>()

  // #region text
  const byText = db
    .match('(u:User)')
    .return('toUpper(u.name) AS upper, left(u.name, 2) AS start, size(u.name) AS length')
  // #endregion
  yield shows(byText).row<{ upper: string; start: string; length: number }>()

  // #region nulls
  const numbers = db
    .match('(u:User)')
    .return(({ u }) => ({ root: f.sqrt(u.id), rounded: f.round(u.age), number: f.toInteger(u.name) }))
  // #endregion
  yield shows(numbers).row<{ root: number; rounded: number | null; number: number | null }>()

  // #region graph
  const entities = db.match('(u:User)-[r:FOLLOWS]->(v)').return(({ u, r, v }) => ({
    labels: f.labels(u),
    type: f.type(r),
    keys: f.keys(v),
    id: f.elementId(u),
  }))
  // #endregion
  yield shows(entities)

  // #region temporal
  const dates = db.match('(:User)-[r:FOLLOWS]->()').return('r.since.year AS year')
  // #endregion
  yield shows(dates).row<{ year: number }>()

  // #region points
  const distance = db
    .match('(u:User {id: $id})')
    .return(() => ({ far: f.point.distance(f.point({ x: 0, y: 0 }), f.point({ x: 3, y: 4 })) }))
  // #endregion
  yield shows(distance, { id: 1 }).needs('points')

  // #region declared
  const similarity = declareFunction<(a: string, b: string) => number>('apoc.text.levenshteinSimilarity')
  const similar = db.match('(u:User)').return(({ u }) => ({ name: u.name, near: similarity(u.name, 'Adam') }))
  // #endregion
  yield shows(similar).row<{ name: string; near: number }>().onlyCompiled()
}
