import { $, label } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, refuses, shows } from './example.ts'

export function* writing(db: Database<Social>): Examples {
  // #region first
  const create = db.create('(u:User {id: $id, name: $name})').return('u.id AS id')
  // #endregion
  yield shows(create, { id: 4, name: 'Dora' }).row<{ id: number }>()

  // #region statement
  const statement = db.cypher('CREATE (u:User {id: $id, name: $name}) RETURN u.id AS id')
  const pieces = db.create(db.node('u', 'User', { id: $('id'), name: $('name') })).return('u.id AS id')
  // #endregion
  yield shows(statement, { id: 4, name: 'Dora' }).row<{ id: number }>()
  yield shows(pieces, { id: 4, name: 'Dora' }).row<{ id: number }>()

  // #region between
  const follow = db
    .match('(a:User {id: $from})')
    .match('(b:User {id: $to})')
    .create('(a)-[:KNOWS {weight: $weight}]->(b)')
  // #endregion
  yield shows(follow, { from: 1, to: 2, weight: 0.5 })

  // #region rows
  const many = db.unwind('$rows AS row').create('(u:User {id: row.id, name: row.name})')
  // #endregion
  yield shows(many, {
    rows: [
      { id: 5, name: 'Eve' },
      { id: 6, name: 'Fay' },
    ],
  })

  // #region typed rows
  const typed = db
    .unwind<{ id: number; name: string }>()($('rows'), 'row')
    .create('(u:User)')
    .set('u', ({ row }) => ({ id: row.id, name: row.name }))
  // #endregion
  yield shows(typed, { rows: [{ id: 7, name: 'Gus' }] })

  // #region set
  const byText = db.match('(u:User {id: $id})').set('u.name = $name, u.age = u.age + 1')
  // #endregion
  yield shows(byText, { id: 1, name: 'Ada L.' })

  // #region set values
  const byValues = db.match('(u:User {id: $id})').set('u', { name: $('name'), age: null })
  const byCallback = db.match('(u:User {id: $id})').set('u', ({ u }) => ({ age: u.age.plus(1) }))
  const byMap = db.match('(u:User {id: $id})').set('u += $changes')
  // #endregion
  yield shows(byValues, { id: 1, name: 'Ada L.' })
  yield shows(byCallback, { id: 1 })
  yield shows(byMap, { id: 1, changes: { age: 37 } })

  // #region labels
  const promote = db.match('(u:User {id: $id})').setLabels('u', 'Admin', label('on call')).removeLabels('u', 'Admin')
  // #endregion
  yield shows(promote, { id: 1 })

  // #region remove
  const removed = db.match('(u:User {id: $id})').remove('u', ['age'])
  const removedByText = db.match('(u:User {id: $id})').remove('u.age')
  // #endregion
  yield shows(removed, { id: 1 })
  yield shows(removedByText, { id: 1 })

  // #region foreach
  const tags = db.match('(p:Post {id: $id})').foreach(
    'tag',
    ({ p }) => p.tags,
    (query) => query.create('(t:Tag)').set('t', ({ tag }) => ({ name: tag })),
  )
  const tagsByText = db.match('(p:Post {id: $id})').foreach('(tag IN p.tags | CREATE (t:Tag) SET t.name = tag)')
  // #endregion
  yield shows(tags, { id: 10 })
  yield shows(tagsByText, { id: 10 })

  // #region reading
  const reads = () =>
    db.match('(p:Post {id: $id})').foreach(
      'tag',
      ({ p }) => p.tags,
      (query) => query.match('(t:Tag)').set('t.name = tag') as never,
    )
  // #endregion
  yield refuses(reads)
}
