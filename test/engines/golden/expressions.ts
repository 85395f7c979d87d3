import {
  $,
  and,
  avg,
  coalesce,
  count,
  distinct,
  elementId,
  head,
  collect,
  id,
  labels,
  max,
  min,
  not,
  or,
  project,
  size,
  sum,
  toLower,
  toUpper,
  type,
} from '@motif/core'
import type { Golden } from './queries.ts'

export const expressions: readonly Golden[] = [
  {
    name: 'comparisons',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => and(u.id.gt(0), u.id.gte(1), u.id.lt(100), u.id.lte(99), u.id.ne(50), u.name.eq($('name'))))
        .return('u.id AS id'),
    params: { name: 'Ada' },
  },
  {
    name: 'text predicates',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => or(u.name.startsWith('A'), u.name.endsWith('a'), u.name.contains('d'), u.name.matches('A.*')))
        .return('u.name AS name'),
  },
  {
    name: 'logic keeps its brackets',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => not(u.id.eq(1).or(u.id.eq(2))).and(u.id.eq(3).xor(u.id.eq(4)).not()))
        .return('u.id AS id'),
  },
  {
    name: 'lists',
    query: (db) =>
      db
        .match('(p:Post)')
        .where(({ p }) => p.tags.includes($('tag')))
        .return(({ p }) => ({ title: p.title, tags: size(p.tags), first: head(p.tags) })),
    params: { tag: 'x' },
  },
  {
    name: 'arithmetic',
    query: (db) =>
      db.match('(u:User)').return(({ u }) => ({
        a: u.id.plus(1).times(2),
        b: u.id.minus(u.id.minus(1)),
        c: u.id.dividedBy(2),
        d: u.id.modulo(2),
        e: u.id.power(2).power(3),
        f: u.name.plus('!'),
      })),
  },
  {
    name: 'arithmetic by text',
    query: (db) =>
      db
        .match('(u:User)')
        .return('(u.id + 1) * 2 AS a, u.id - (u.id - 1) AS b, 2 ^ 3 ^ 2 AS c, -u.id % 3 AS d, u.name + "!" AS e'),
  },
  {
    name: 'functions of a value',
    query: (db) =>
      db
        .match('(u:User)')
        .return(({ u }) => ({ known: coalesce(u.age, 0), up: toUpper(u.name), low: toLower(u.name), n: size(u.name) })),
  },
  {
    name: 'functions of an entity',
    query: (db) =>
      db
        .match('(u:User)-[f:FOLLOWS]->(v)')
        .return(({ u, f, v }) => ({ labels: labels(u), type: type(f), id: id(v), element: elementId(v) })),
  },
  {
    name: 'aggregates by callback',
    query: (db) =>
      db.match('(u:User)').return(({ u }) => ({
        n: count(),
        users: count(u),
        ages: count(distinct(u.age)),
        sum: sum(u.age),
        avg: avg(u.age),
        min: min(u.age),
        max: max(u.name),
        names: collect(distinct(u.name)),
      })),
  },
  {
    name: 'a map projection',
    query: (db) =>
      db.match('(u:User)-[:WROTE]->(p)').return(({ u, p }) => ({ u: project(u, ['name', 'age'], { title: p.title }) })),
  },
  { name: 'a map projection by text', query: (db) => db.match('(u:User)').return('u {.*, twice: u.id * 2} AS u') },
  {
    name: 'case, both forms',
    query: (db) =>
      db
        .match('(u:User)')
        .return("CASE WHEN u.age >= 18 THEN 'grown' ELSE 'young' END AS a, CASE u.id WHEN 1 THEN 'one' END AS b"),
  },
  {
    name: 'comprehensions',
    query: (db) =>
      db
        .match('(p:Post)')
        .return('[t IN p.tags WHERE t <> $tag | toUpper(t)] AS tags, any(t IN p.tags WHERE t = $tag) AS has'),
    params: { tag: 'x' },
  },
  {
    name: 'an exists subquery',
    query: (db) =>
      db
        .match('(u:User)')
        .where('EXISTS { MATCH (u)-[:WROTE]->(p:Post) WHERE p.id > $least }')
        .return('u.name AS name'),
    params: { least: 0 },
  },
  {
    name: 'a pattern as a predicate',
    query: (db) => db.match('(u:User)').where('(u)-[:WROTE]->(:Post)').return('u.name AS name'),
  },
  {
    name: 'a call subquery',
    query: (db) =>
      db.cypher(
        'MATCH (u:User) CALL (u) { MATCH (u)-[:WROTE]->(p) RETURN count(p) AS posts } RETURN u.name AS name, posts',
      ),
  },
  {
    name: 'maps and lists',
    query: (db) =>
      db.match('(u:User)').return('{name: u.name, pair: [u.id, u.age]} AS m, [1, 2, 3][0..2] AS two, range(1, 3) AS r'),
  },
  {
    name: 'texts with quotes',
    query: (db) => db.match('(u:User)').where('u.name <> "it\'s" AND u.name <> "a \\"b\\" // c"').return('u.id AS id'),
  },
  {
    name: 'a union',
    query: (db) => db.cypher('MATCH (u:User) RETURN u.name AS name UNION MATCH (t:Tag) RETURN t.name AS name'),
  },
]
