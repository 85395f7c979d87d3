import { $ } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* paths(db: Database<Social>): Examples {
  // #region first
  const near = db.match('(u:User {id: $id})-[:KNOWS*1..3]-(v:User)').return('DISTINCT v.name AS name')
  // #endregion
  yield shows(near, { id: 1 }).row<{ name: string }>()

  // #region list
  const hops = db
    .match('(u:User {id: $id})-[ks:KNOWS*1..3]->(v)')
    .return('v.name AS name, size(ks) AS hops, [k IN ks | k.weight] AS weights')
  // #endregion
  yield shows(hops, { id: 1 }).row<{ name: string; hops: number; weights: number[] }>()

  // #region path
  const path = db
    .match('p = (u:User {id: $id})-[:KNOWS*1..3]->(v:User)')
    .return('length(p) AS hops, [n IN nodes(p) | n.name] AS names')
  // #endregion
  yield shows(path, { id: 1 })

  // #region shortest
  const shortest = db
    .match('(a:User {id: $from}), (b:User {id: $to})')
    .match('p = shortestPath((a)-[:KNOWS*..10]->(b))')
    .return('p, length(p) AS hops')
  // #endregion
  yield shows(shortest, { from: 1, to: 2 })

  // #region all shortest
  const all = db
    .match('(a:User {id: $from}), (b:User {id: $to})')
    .match('p = allShortestPaths((a)-[:KNOWS*..10]->(b))')
    .return('length(p) AS hops')
  // #endregion
  yield shows(all, { from: 1, to: 2 }).row<{ hops: number }>()

  // #region repeated
  const repeated = db
    .match('(u:User {id: $id})-[ks:KNOWS]->{1,3}(v)')
    .return('v.name AS name, [k IN ks | k.weight] AS weights')
  const byPieces = db
    .match(
      db
        .node('u', 'User', { id: $('id') })
        .out('KNOWS', 'ks')
        .times(1, 3)
        .to('v'),
    )
    .return('v.name AS name, [k IN ks | k.weight] AS weights')
  // #endregion
  yield shows(repeated, { id: 1 }).row<{ name: string; weights: number[] }>()
  yield shows(byPieces, { id: 1 }).row<{ name: string; weights: number[] }>()

  // #region group
  const group = db
    .match('(u:User {id: $id}) ((a)-[:KNOWS]-(b:User WHERE b.age > 10)){1,3} (v)')
    .return('v.name AS name, [each IN b | each.name] AS over')
  const groupByPieces = db
    .match(
      db
        .node('u', 'User', { id: $('id') })
        .repeat(db.node('a', 'User').out('KNOWS').to('b', 'User'), 1, 3)
        .to('v'),
    )
    .return(({ v }) => ({ name: v.name }))
  // #endregion
  yield shows(group, { id: 1 }).needs('quantified-paths')
  yield shows(groupByPieces, { id: 1 }).needs('quantified-paths')

  // #region shortest k
  const two = db.match('p = SHORTEST 2 (a:User {id: $from})-[:KNOWS]-+(b:User {id: $to})').return('length(p) AS hops')
  const twoByPieces = db
    .match(
      db
        .node('a', 'User', { id: $('from') })
        .both('KNOWS')
        .times(1)
        .to('b', 'User', { id: $('to') })
        .as('p')
        .shortest(2),
    )
    .return('length(p) AS hops')
  // #endregion
  yield shows(two, { from: 1, to: 2 }).row<{ hops: number }>().needs('shortest-k')
  yield shows(twoByPieces, { from: 1, to: 2 }).row<{ hops: number }>().needs('shortest-k')
}
