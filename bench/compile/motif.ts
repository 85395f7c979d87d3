import { count, type Dialect, distinct } from '@motif/core'
import type { Arguments } from './arguments.ts'
import { graphIn } from './graph.ts'

type Case = (given: Arguments) => unknown

type Db = ReturnType<typeof graphIn>

const texts = (db: Db) =>
  db
    .match('(p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)')
    .where('p.age >= $age AND f.city = $city AND c.name STARTS WITH $prefix')
    .optionalMatch('(f)-[:LIKES]->(t:Tag)')
    .return('p.name AS name, c.name AS company, count(DISTINCT f) AS friends, count(t) AS tags')
    .orderBy('friends DESC')
    .limit('$most')
    .prepare()

const statement = (db: Db) =>
  db
    .cypher(`
      MATCH (p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)
      WHERE p.age >= $age AND f.city = $city AND c.name STARTS WITH $prefix
      OPTIONAL MATCH (f)-[:LIKES]->(t:Tag)
      RETURN p.name AS name, c.name AS company, count(DISTINCT f) AS friends, count(t) AS tags
      ORDER BY friends DESC LIMIT $most`)
    .prepare()

const callbacks = (db: Db, { age, city, prefix, most }: Arguments) =>
  db
    .match('(p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)')
    .where(({ p, f, c }) => p.age.gte(age).and(f.city.eq(city)).and(c.name.startsWith(prefix)))
    .optionalMatch('(f)-[:LIKES]->(t:Tag)')
    .return(({ p, c, f, t }) => ({ name: p.name, company: c.name, friends: count(distinct(f)), tags: count(t) }))
    .orderBy(({ friends }) => [friends, 'desc'])
    .limit(most)

/**
 * The medium query in our words, by each of the doors. What comes out of texts and callbacks is text and parameters, as
 * of every peer; of a prepared query and of a statement seen before, the parameters.
 */
export const motifCases = (
  dialect: Dialect,
): Readonly<Record<'texts' | 'callbacks' | 'statement' | 'prepared', Case>> => {
  const db = graphIn(dialect)
  const hot = texts(db)
  return {
    texts: (given) => {
      const query = texts(db)
      return { text: query.compiled.text, params: query.bind(given) }
    },
    callbacks: (given) => callbacks(db, given).compile(),
    statement: (given) => statement(db).bind(given),
    prepared: (given) => hot.bind(given),
  }
}
