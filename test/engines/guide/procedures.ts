import { $ } from '@motif/core'
import type { Database } from '@motif/driver'
import type { Social } from '../golden/social.ts'
import { type Examples, shows } from './example.ts'

export function* procedures(db: Database<Social>): Examples {
  // #region first
  const labels = db.call('db.labels() YIELD label').return('label').orderBy('label')
  // #endregion
  yield shows(labels).row<{ label: string }>()

  // #region statement
  const statement = db.cypher('CALL db.labels() YIELD label AS l RETURN l')
  // #endregion
  yield shows(statement).row<{ l: string }>()

  // #region csv
  const csv = db.cypher(
    'LOAD CSV WITH HEADERS FROM $file AS line MERGE (u:User {id: toInteger(line.id)}) SET u.name = line.name',
  )
  // #endregion
  yield shows(csv, { file: 'https://example.com/users.csv' }).needs('load-csv').onlyCompiled()

  // #region hint
  const hint = db.match('(u:User {id: $id})').using('INDEX u:User(id)').return('u.name AS name')
  // #endregion
  yield shows(hint, { id: 1 }).row<{ name: string }>().needs('planner-hints').onlyCompiled()

  // #region hint parts
  const byParts = db
    .match('(u:User {id: $id})')
    .using({ index: 'User', on: 'u', properties: ['id'] })
    .return('u.name AS name')
  // #endregion
  yield shows(byParts, { id: 1 }).row<{ name: string }>().needs('planner-hints').onlyCompiled()

  // #region use
  const used = db.useGraph('archive').match('(u:User)').return('u.name AS name')
  // #endregion
  yield shows(used).row<{ name: string }>().needs('use-graph').onlyCompiled()

  // #region parts
  const found = db
    .callProcedure('db.index.fulltext.queryNodes', ['titles', $('words')], ['node AS post', 'score'])
    .return('score')
  // #endregion
  yield shows(found, { words: 'graph' }).row<{ score: number }>().onlyCompiled()

  // #region csv clause
  const csvClause = db
    .loadCsvWithHeaders('FROM $file AS line')
    .merge('(u:User {id: toInteger(line.id)})')
    .set('u.name = line.name')
  // #endregion
  yield shows(csvClause, { file: 'https://example.com/users.csv' }).needs('load-csv').onlyCompiled()

  // #region csv parts
  const csvParts = db
    .loadCsv($('file'), 'line', { headers: true, fieldTerminator: ';' })
    .return(({ line }) => ({ line }))
  // #endregion
  yield shows(csvParts, { file: 'https://example.com/users.csv' })
    .row<{ line: Record<string, string | null> }>()
    .needs('load-csv')
    .onlyCompiled()
}
