import { count } from '@motif/core'
import { grafeo } from '@motif/core/grafeo'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* steps(db: Database<Social>): Examples {
  // #region first
  const adults = db.match('(u:User)').let('older = u.age + 1').filter('older >= 18').return('u.name AS name, older')
  // #endregion
  yield shows(adults).row<{ name: string; older: number | null }>().in25()

  // #region callback
  const byCallback = db
    .match('(u:User)')
    .let(({ u }) => ({ older: u.age.plus(1) }))
    .filter(({ older }) => older.gte(18))
    .return('u.name AS name, older')
  // #endregion
  yield shows(byCallback).row<{ name: string; older: number | null }>().in25()

  // #region next
  const busy = db
    .match('(u:User)-[:WROTE]->(p:Post)')
    .return(({ u, p }) => ({ name: u.name, posts: count(p) }))
    .next()
    .filter('posts >= $least')
    .return('name')
  // #endregion
  yield shows(busy, { least: 1 }).row<{ name: string }>().in25()

  // #region finish
  const done = db.create('(t:Tag {name: $name})').finish()
  // #endregion
  yield shows(done, { name: 'y' })

  // #region grafeo
  const inGrafeo = db.match('(u:User)').let('older = u.age + 1').filter('older >= 18').return('u.name AS name, older')
  // #endregion
  yield shows(inGrafeo).in(grafeo)

  // #region conditional
  const either = db
    .whenThen('$all', (query) => query.match('(u:User)').return('u.name AS name'))
    .otherwise((query) => query.match('(t:Tag)').return('t.name AS name'))
  // #endregion
  yield shows(either, { all: true }).row<{ name: string }>().needs('conditional-queries').in25()

  // #region insert
  const insertion = db.insert('(t:Tag {name: $name})')
  // #endregion
  yield shows(insertion, { name: 'w' })

  // #region statements
  const chosen = db.cypher(
    'WHEN $all THEN MATCH (u:User) RETURN u.name AS name ELSE MATCH (t:Tag) RETURN t.name AS name',
  )
  const inserted = db.cypher('INSERT (t:Tag {name: $name})')
  // #endregion
  yield shows(chosen, { all: true }).needs('conditional-queries').in25()
  yield shows(inserted, { name: 'z' })
}
