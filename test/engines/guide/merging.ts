import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* merging(db: Database<Social>): Examples {
  // #region first
  const upsert = db
    .merge('(u:User {id: $id})')
    .onCreateSet('u.name = $name')
    .onMatchSet('u.age = u.age + 1')
    .return('u.name AS name, u.age AS age')
  // #endregion
  yield shows(upsert, { id: 9, name: 'Ida' }).row<{ name: string; age: number | null }>()

  // #region values
  const values = db.merge('(u:User {id: $id})').onCreateSet('u', { name: 'new' }).onMatchSet('u', { age: null })
  // #endregion
  yield shows(values, { id: 9 })

  // #region statement
  const statement = db.cypher('MERGE (u:User {id: $id}) ON CREATE SET u.name = $name RETURN u.name AS name')
  // #endregion
  yield shows(statement, { id: 9, name: 'Ida' }).row<{ name: string }>()

  // #region relationship
  const knows = db
    .match('(a:User {id: $from})')
    .match('(b:User {id: $to})')
    .merge('(a)-[k:KNOWS]->(b)')
    .set('k.weight = $weight')
  // #endregion
  yield shows(knows, { from: 2, to: 1, weight: 0.5 })

  // #region rows
  const rows = db.unwind('$rows AS row').merge('(u:User {id: row.id})').onCreateSet('u.name = row.name')
  // #endregion
  yield shows(rows, { rows: [{ id: 1, name: 'Ada' }] })
}
