import { $, collect, count, node } from '@motif/core'
import type { Golden } from './queries.ts'

export const reading: readonly Golden[] = [
  { name: 'a node by key', query: (db) => db.match('(u:User {id: $id})').return('u'), params: { id: 1 } },
  { name: 'a column without alias', query: (db) => db.match('(u:User)').return('u.name, u.age') },
  {
    name: 'a hop out, in, and both ways',
    query: (db) =>
      db
        .match('(u:User)-[f:FOLLOWS]->(p:User)<-[:KNOWS]-(q:User)-[:KNOWS]-(r)')
        .return('u.name AS u, p.name AS p, q.name AS q, r.name AS r'),
  },
  {
    name: 'several patterns',
    query: (db) =>
      db.match('(u:User)-[:WROTE]->(p), (t:Tag)').return('u.name AS name, p.title AS title, t.name AS tag'),
  },
  {
    name: 'variable length',
    query: (db) => db.match('(u:User {id: $id})-[k:KNOWS*1..3]->(v:User)').return('v.name AS name, size(k) AS hops'),
    params: { id: 1 },
  },
  { name: 'a path', query: (db) => db.match('p = (u:User)-[:KNOWS]->(v:User)').return('p, length(p) AS n') },
  {
    name: 'conditions by text',
    query: (db) =>
      db
        .match('(u:User)')
        .where('u.age >= $least AND (u.name STARTS WITH $start OR NOT u.id IN $ids)')
        .return('u.name AS name'),
    params: { least: 18, start: 'A', ids: [1, 2] },
  },
  {
    name: 'conditions by callback',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => u.age.gte($('least')).and(u.name.startsWith('A').or(u.id.in([1, 2]).not())))
        .return('u.name AS name'),
    params: { least: 18 },
  },
  {
    name: 'two conditions in a row',
    query: (db) =>
      db
        .match('(u:User)')
        .where('u.id = 1 OR u.id = 2')
        .where(({ u }) => u.name.ne('x'))
        .return('u.name AS name'),
  },
  {
    name: 'null tests',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => u.age.isNull().or(u.name.isNotNull()))
        .return('u.id AS id'),
  },
  {
    name: 'an optional match',
    query: (db) =>
      db.match('(u:User)').optionalMatch('(u)-[:WROTE]->(p:Post)').return('u.name AS name, p.title AS title, p'),
  },
  {
    name: 'a projection of what may be null',
    query: (db) =>
      db
        .match('(u:User)')
        .optionalMatch('(u)-[:WROTE]->(p:Post)')
        .return('u {.name, .age} AS u, p {.title} AS p, p {.*} AS whole'),
  },
  { name: 'grouping', query: (db) => db.match('(u:User)-[:WROTE]->(p)').return('u, count(*)') },
  {
    name: 'aggregates',
    query: (db) =>
      db
        .match('(u:User)')
        .return(
          'count(u) AS n, count(DISTINCT u.age) AS ages, sum(u.age) AS sum, avg(u.age) AS avg, min(u.age) AS min, max(u.age) AS max, collect(u.name) AS names',
        ),
  },
  {
    name: 'aggregates over nothing',
    query: (db) =>
      db
        .match('(u:User {id: 999})')
        .return('count(u) AS n, sum(u.age) AS sum, avg(u.age) AS avg, collect(u.name) AS names'),
  },
  {
    name: 'a collected node',
    query: (db) => db.match('(u:User)-[:WROTE]->(p)').return('u.name AS name, collect(p) AS posts'),
  },
  {
    name: 'WITH narrows',
    query: (db) =>
      db
        .match('(u:User)-[:WROTE]->(p)')
        .with('u, count(p) AS posts')
        .where('posts > $least')
        .return('u.name AS name, posts'),
    params: { least: 0 },
  },
  {
    name: 'WITH by callback',
    query: (db) =>
      db
        .match('(u:User)-[:WROTE]->(p)')
        .with(({ u, p }) => ({ u, posts: count(p) }))
        .where(({ posts }) => posts.gt($('least')))
        .return(({ u, posts }) => ({ name: u.name, posts })),
    params: { least: 0 },
  },
  {
    name: 'order, skip, limit by text',
    query: (db) =>
      db
        .match('(u:User)')
        .return('u.name AS name, u.age AS age')
        .orderBy('age DESC, name')
        .skip('$skip')
        .limit('$limit'),
    params: { skip: 0, limit: 2 },
  },
  {
    name: 'order, skip, limit by value',
    query: (db) =>
      db
        .match('(u:User)')
        .return(({ u }) => ({ name: u.name, age: u.age }))
        .orderBy(({ age, name }) => [[age, 'desc'], name])
        .skip(0)
        .limit(2),
  },
  { name: 'distinct', query: (db) => db.match('(u:User)').return('DISTINCT u.age AS age').orderBy('age') },
  {
    name: 'distinct by call',
    query: (db) =>
      db
        .match('(u:User)')
        .return(({ u }) => ({ age: u.age }))
        .distinct(),
  },
  {
    name: 'unwind a property',
    query: (db) => db.match('(p:Post)').unwind('p.tags AS tag').return('tag, count(*) AS n'),
  },
  {
    name: 'unwind a parameter',
    query: (db) => db.unwind('$ids AS id').match('(u:User {id: $one})').return('id, u.name AS name'),
    params: { ids: [1, 2], one: 1 },
  },
  {
    name: 'a whole node',
    query: (db) => db.match('(u:User {id: $id})').return(({ u }) => ({ u: node(u), name: u.name })),
    params: { id: 1 },
  },
  {
    name: 'a nested column',
    query: (db) =>
      db
        .match('(u:User)-[:WROTE]->(p)')
        .with(({ u, p }) => ({ u, titles: collect(p.title) }))
        .return(({ u, titles }) => ({ author: { name: u.name, titles } })),
  },
  { name: 'either label', query: (db) => db.match('(n:User|Admin)').return('n.name AS name, labels(n) AS labels') },
  {
    name: 'a type of relationship and its name',
    query: (db) => db.match('(u:User)-[r:LIKES|WROTE]->(x)').return('type(r) AS type, id(u) AS id'),
  },
  {
    name: 'a pattern put together at run time',
    query: (db) =>
      db
        .match(
          db
            .node('u', 'User', { id: $('id') })
            .out('FOLLOWS', 'f')
            .to('p', 'User'),
        )
        .return('p.name AS name, f.since AS since'),
    params: { id: 1 },
  },
  {
    name: 'a whole statement',
    query: (db) =>
      db.cypher(
        'MATCH (u:User {id: $id})\n// the posts of one author\nOPTIONAL MATCH (u)-[:WROTE]->(p:Post)\nRETURN u.name AS name, collect(p.title) AS titles;',
      ),
    params: { id: 1 },
  },
  {
    name: 'a limit that is computed',
    query: (db) => db.cypher('MATCH (u:User) RETURN u.name AS name ORDER BY name LIMIT $most - 1'),
    params: { most: 3 },
  },
]
