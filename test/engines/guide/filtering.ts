import { $, and, any, not, or } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* filtering(db: Database<Social>): Examples {
  // #region first
  const adults = db.match('(u:User)').where('u.age >= $least AND u.name STARTS WITH $start').return('u.name AS name')
  // #endregion
  yield shows(adults, { least: 18, start: 'A' }).row<{ name: string }>()

  // #region callback
  const same = db
    .match('(u:User)')
    .where(({ u }) => u.age.gte($('least')).and(u.name.startsWith('A').or(u.id.in([1, 2]))))
    .return('u.name AS name')
  // #endregion
  yield shows(same, { least: 18 }).row<{ name: string }>()

  // #region several
  const several = db
    .match('(u:User)')
    .where('u.age IS NOT NULL')
    .where(({ u }) => or(not(u.name.contains('x')), and(u.id.gt(1), u.id.lte(9))))
    .return('u.name AS name')
  // #endregion
  yield shows(several).row<{ name: string }>()

  // #region graph
  const readers = db
    .match('(u:User)')
    .where((_, graph) => graph.exists('(u)-[:LIKES]->(:Post)'))
    .where((_, graph) => graph.count('(u)-[:KNOWS]-()').lt(5))
    .return('u.name AS name')
  // #endregion
  yield shows(readers).row<{ name: string }>()

  // #region text
  const readersByText = db
    .match('(u:User)')
    .where('EXISTS { (u)-[:LIKES]->(p:Post) WHERE p.id > $least }')
    .return('u.name AS name')
  // #endregion
  yield shows(readersByText, { least: 1 }).row<{ name: string }>()

  // #region lists
  const tagged = db
    .match('(p:Post)')
    .where(({ p }) => p.tags.includes($('tag')).or(any(p.tags, (tag) => tag.startsWith('z'))))
    .return('p.title AS title')
  // #endregion
  yield shows(tagged, { tag: 'x' }).row<{ title: string }>()

  // #region undefined
  const wanted: string | undefined = undefined
  const conditional = () => db.match('(u:User)').where(({ u }) => u.name.eq(wanted as never))
  // #endregion
  yield refuses(conditional)
}
