import type { Design, Place } from '../types/design.ts'
import { motif } from '../types/motif.ts'

/** Ten clauses, as a program would have them. */
const ten = ({ index, at }: Place): string => `db.cypher(\`
  MATCH (u:Label${at(0)} {id: $id${index}})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})
  WHERE p.age >= $minAge AND NOT p.name IN $names
  OPTIONAL MATCH (p)-[:WROTE${at(1)}]->(post:Label${at(3)})
  WHERE post.title CONTAINS $part
  WITH p, f.since AS since, count(DISTINCT post) AS posts${index}, max(post.at) AS last
  WHERE posts${index} > 0
  RETURN p.name AS name, coalesce(p.age, 0) AS age, since, posts${index}, last,
         CASE WHEN posts${index} > $many THEN 'busy' ELSE 'calm' END AS kind
  ORDER BY posts${index} DESC, name SKIP $skip LIMIT $limit\`)
  .run({ id${index}: 1, minAge: 18, names: ['a'], part: 'x', many: 3, skip: 0, limit: 10 })`

/**
 * Some 1,260 characters: four reads, three WITH, UNWIND, MERGE, SET, eleven columns, a map projection, twelve
 * parameters.
 */
const large = ({ index, at }: Place): string => `db.cypher(\`
  MATCH (u:Label${at(0)} {id: $id${index}})-[f:FOLLOWS${at(0)}]->(p:Label${at(1)})
  WHERE p.age >= $minAge AND p.age < $maxAge AND (f.since > $since OR p.name STARTS WITH $prefix)
  OPTIONAL MATCH (p)-[w:WROTE${at(1)}]->(post:Label${at(3)})
  WHERE post.title CONTAINS $part AND NOT post.id IN $hidden
  WITH u, p, f.since AS since, count(DISTINCT post) AS posts, collect(post.title) AS titles
  WHERE posts >= $least
  MATCH (p)-[:FOLLOWS${at(1)}]->(q:Label${at(2)})
  WHERE q.id <> u.id AND q.name <> p.name AND q.age IS NOT NULL
  WITH u, p, since, posts, titles, collect(q.id) AS ids, avg(q.age) AS age
  ORDER BY posts DESC, since LIMIT 100
  UNWIND titles AS title
  OPTIONAL MATCH (p)<-[:FOLLOWS${at(0)}]-(other:Label${at(0)})
  WHERE other.id <> u.id AND other.name <> u.name
  WITH p, u, since, posts, age, ids, title, count(other) AS others, min(other.age) AS youngest
  MERGE (p)-[k:WROTE${at(1)}]->(n:Label${at(3)} {id: $node})
  ON CREATE SET n.title = $title, n.at = $at
  SET p.age = coalesce(p.age, 0) + 1
  RETURN p.name AS name, p.age AS age, since, posts, size(ids) AS reach, toUpper(title) AS heading,
         others, youngest, age AS average, u {.id, .name, friends: others, title: title} AS reader,
         posts * 2 + others AS score
  ORDER BY score DESC, name SKIP $skip LIMIT 25\`)
  .run({ id${index}: 1, minAge: 18, maxAge: 65, since: new Date(), prefix: 'A', part: 'x', hidden: [1], least: 1,
    node: 7, title: 'T', at: new Date(), skip: 0 })`

/** Statements over the schema of the benchmark of types. */
export const language: Design = { ...motif, name: 'Motif, language', queries: { ten, large } }
