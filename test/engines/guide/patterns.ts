import { $ } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* patterns(db: Database<Social>): Examples {
  // #region first
  const read = db.match('(u:User {id: $id})-[l:LIKES]->(p:Post)').return('p.title AS title, l.stars AS stars')
  // #endregion
  yield shows(read, { id: 2 }).row<{ title: string; stars: number }>()

  // #region inferred
  const inferred = db.match('(u:User)-[:WROTE]->(p)').return('p.title AS title')
  // #endregion
  yield shows(inferred).row<{ title: string }>()

  // #region directions
  const followers = db
    .match('(u:User {id: $id})<-[:FOLLOWS]-(f)')
    .match('(f)-[k:KNOWS]-(other)')
    .return('other.name AS name, k.weight AS weight')
  // #endregion
  yield shows(followers, { id: 2 }).row<{ name: string; weight: number }>()

  // #region several
  const several = db.match('(u:User)-[:WROTE]->(p), (p)<-[:LIKES]-(fan)').return('u.name AS author, fan.name AS fan')
  // #endregion
  yield shows(several).row<{ author: string; fan: string }>()

  // #region where
  const inside = db
    .match('(u:User WHERE u.age >= $least)-[l:LIKES WHERE l.stars > 3]->(p:Post)')
    .return('u.name AS name, p.title AS title')
  // #endregion
  yield shows(inside, { least: 1 }).row<{ name: string; title: string }>()

  // #region labels
  const either = db.match('(u:User)-[r:WROTE|LIKES]->(p:Post|Comment)').return('u.name AS name, type(r) AS how')
  const neither = db.match('(n:!User&!Admin)').return('labels(n) AS labels')
  // #endregion
  yield shows(either)
  yield shows(neither)

  // #region pieces
  const pieces = db
    .match(
      db
        .node('u', 'User', { id: $('id') })
        .out('WROTE')
        .to('p', 'Post')
        .in('LIKES', 'l')
        .to('fan', 'User'),
    )
    .return(({ fan, l }) => ({ name: fan.name, stars: l.stars }))
  // #endregion
  yield shows(pieces, { id: 1 }).row<{ name: string; stars: number }>()

  // #region dynamic
  const dynamic = db.match('(n:$($label) {id: $id})').return('labels(n) AS labels')
  const dynamicByPieces = db.match(db.node('n', $('label'))).return('labels(n) AS labels')
  // #endregion
  yield shows(dynamic, { label: 'User', id: 1 }).needs('dynamic-labels')
  yield shows(dynamicByPieces, { label: 'User' }).needs('dynamic-labels')
}
