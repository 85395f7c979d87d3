import { count, type Dialect, distinct } from '@motif/core'
import type { Arguments } from './arguments.ts'
import { graphIn } from './graph.ts'

type Case = (given: Arguments) => unknown

/** The medium query in our words, by each of the doors. What comes out is text and parameters, as of every peer. */
export const motifCases = (dialect: Dialect): Readonly<Record<'texts' | 'callbacks' | 'statement' | 'prepared', Case>> => {
  const db = graphIn(dialect)
  const texts = () => db
    .match('(p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)')
    .where('p.age >= $age AND f.city = $city AND c.name STARTS WITH $prefix')
    .optionalMatch('(f)-[:LIKES]->(t:Tag)')
    .return('p.name AS name, c.name AS company, count(DISTINCT f) AS friends, count(t) AS tags')
    .orderBy('friends DESC')
    .limit('$most')
    .prepare()
  const statement = () => db.cypher(`
    MATCH (p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)
    WHERE p.age >= $age AND f.city = $city AND c.name STARTS WITH $prefix
    OPTIONAL MATCH (f)-[:LIKES]->(t:Tag)
    RETURN p.name AS name, c.name AS company, count(DISTINCT f) AS friends, count(t) AS tags
    ORDER BY friends DESC LIMIT $most`).prepare()
  const callbacks = ({ age, city, prefix, most }: Arguments) => db
    .match('(p:Person)-[r:KNOWS]->(f:Person)-[:WORKS_AT]->(c:Company)')
    .where(({ p, f, c }) => p.age.gte(age).and(f.city.eq(city)).and(c.name.startsWith(prefix)))
    .optionalMatch('(f)-[:LIKES]->(t:Tag)')
    .return(({ p, c, f, t }) => ({ name: p.name, company: c.name, friends: count(distinct(f)), tags: count(t) }))
    .orderBy(({ friends }) => [friends, 'desc'])
    .limit(most)
  const hot = texts()
  return {
    texts: (given) => {
      const query = texts()
      return { text: query.compiled.text, params: query.bind(given) }
    },
    callbacks: (given) => callbacks(given).compile(),
    statement: (given) => statement().bind(given),
    prepared: (given) => hot.bind(given),
  }
}
