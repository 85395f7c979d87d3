import { avg, collect, count, distinct, max, sum } from '@motif/core'
import { percentileCont } from '@motif/core/functions'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* aggregating(db: Database<Social>): Examples {
  // #region first
  const posts = db.match('(u:User)-[:WROTE]->(p:Post)').return('u.name AS name, count(p) AS posts')
  // #endregion
  yield shows(posts).row<{ name: string; posts: number }>()

  // #region callback
  const numbers = db.match('(u:User)').return(({ u }) => ({
    users: count(),
    ages: count(distinct(u.age)),
    total: sum(u.age),
    mean: avg(u.age),
    last: max(u.name),
    names: collect(u.name),
  }))
  // #endregion
  yield shows(numbers).row<{
    users: number
    ages: number
    total: number
    mean: number | null
    last: string | null
    names: string[]
  }>()

  // #region having
  const many = db
    .match('(u:User)-[:WROTE]->(p:Post)')
    .with(({ u, p }) => ({ u, titles: collect(p.title), posts: count(p) }))
    .where(({ posts }) => posts.gte(1))
    .return('u.name AS name, titles, posts')
  // #endregion
  yield shows(many).row<{ name: string; titles: string[]; posts: number }>()

  // #region nodes
  const whole = db.match('(u:User)-[:WROTE]->(p:Post)').return('u.name AS name, collect(p {.id, .title}) AS posts')
  // #endregion
  yield shows(whole).row<{ name: string; posts: { id: number; title: string }[] }>()

  // #region percentile
  const median = db.match('(u:User)').return(({ u }) => ({ median: percentileCont(u.age, 0.5) }))
  // #endregion
  yield shows(median).needs('percentile-parameter')
}
