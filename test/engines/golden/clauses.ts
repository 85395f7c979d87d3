import { $, count, label } from '@motif/core'
import type { Golden } from './queries.ts'

export const clauses: readonly Golden[] = [
  {
    name: 'a subquery for each row',
    query: (db) =>
      db
        .match('(u:User)')
        .call(['u'], (query) =>
          query.match('(u)-[:WROTE]->(p:Post)').where('p.id >= $least').return('count(p) AS posts'),
        )
        .return('u.name AS name, posts'),
    params: { least: 10 },
  },
  {
    name: 'a subquery whose node goes on',
    query: (db) =>
      db
        .match('(u:User)')
        .call(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('p').limit(1))
        .with('*')
        .where(({ p }) => p.id.gt(10))
        .return(({ u, p }) => ({ name: u.name, title: p.title })),
  },
  {
    name: 'a subquery that sees nothing',
    query: (db) => db.call([], (query) => query.match('(t:Tag)').return('count(t) AS tags')).return('tags'),
  },
  {
    name: 'a subquery without columns',
    query: (db) =>
      db
        .match('(u:User {id: $id})')
        .call(['u'], (query) =>
          query.create('(t:Tag {name: $name})').create('(u)-[:KNOWS {weight: 1.0}]->(:User {id: 9, name: $name})'),
        )
        .return('u.id AS id'),
    params: { id: 1, name: 'new' },
  },
  {
    name: 'a subquery by its text',
    query: (db) =>
      db.match('(u:User)').call('(u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS n }').return('u.id AS id, n'),
  },
  {
    name: 'a union',
    query: (db) =>
      db
        .match('(u:User {id: $id})')
        .return('u.name AS name')
        .union(db.match('(t:Tag)').return('t.name AS name'))
        .union(
          db
            .match('(a:User)')
            .where(({ a }) => a.age.lt(20))
            .return(({ a }) => ({ name: a.name })),
        ),
    params: { id: 1 },
  },
  {
    name: 'a union of statements',
    query: (db) =>
      db.cypher('MATCH (u:User) RETURN u.id AS id').unionAll(db.cypher('MATCH (p:Post) RETURN p.id AS id')),
  },
  {
    name: 'a union in a subquery',
    query: (db) =>
      db
        .match('(u:User)')
        .call(['u'], (query) =>
          query
            .match('(u)-[:WROTE]->(p:Post)')
            .return('p.title AS title')
            .union(query.match('(u)-[:LIKES]->(l:Post)').return('l.title AS title')),
        )
        .return('u.name AS name, count(title) AS titles'),
  },
  {
    name: 'foreach by callbacks',
    query: (db) =>
      db.match('(p:Post {id: $id})').foreach(
        'tag',
        ({ p }) => p.tags,
        (query) =>
          query
            .create('(t:Tag)')
            .set('t', ({ tag }) => ({ name: tag }))
            .foreach(
              'again',
              ({ p }) => p.tags,
              (inner) => inner.set('p', ({ again }) => ({ title: again })),
            ),
      ),
    params: { id: 10 },
  },
  {
    name: 'foreach by its text',
    query: (db) => db.foreach('(name IN $names | CREATE (:Tag {name: name}))'),
    params: { names: ['a', 'b'] },
  },
  {
    name: 'set by what stands in the graph',
    query: (db) =>
      db
        .match('(u:User {id: $id})')
        .set('u', ({ u }) => ({ age: u.age.plus(1), name: $('name') }))
        .return('u.age AS age, u.name AS name'),
    params: { id: 1, name: 'Ada L.' },
  },
  {
    name: 'labels by name',
    query: (db) =>
      db
        .match('(u:User {id: $id})')
        .setLabels('u', 'Admin', label('in between'))
        .removeLabels('u', 'Admin')
        .return(({ u }) => ({ id: u.id })),
    params: { id: 1 },
  },
  {
    name: 'remove by name',
    query: (db) => db.match('(u:User {id: $id})').remove('u', ['age', 'name']).return('u.age AS age'),
    params: { id: 1 },
  },
  {
    name: 'delete by a callback',
    query: (db) =>
      db
        .match('(u:User {id: $id})-[f:KNOWS]->(v:User)')
        .delete(({ f }) => f)
        .return('v.id AS id'),
    params: { id: 1 },
  },
  {
    name: 'detach delete by a callback',
    query: (db) => db.match('(u:User {id: $id}), (t:Tag {name: $name})').detachDelete(({ u, t }) => [u, t]),
    params: { id: 1, name: 'x' },
  },
  {
    name: 'null where it is wanted',
    query: (db) =>
      db
        .match('(u:User)')
        .return('u.name AS name, u.age AS age')
        .orderBy(({ age, name }) => [
          [age, 'desc', 'nulls last'],
          [name, 'asc'],
        ])
        .skip($('from'))
        .limit($('rows')),
    params: { from: 0, rows: 2 },
  },
  {
    name: 'null first',
    query: (db) =>
      db
        .match('(u:User)')
        .return(({ u }) => ({ age: u.age, n: count(u) }))
        .orderBy(({ age }) => [age, 'asc', 'nulls first'])
        .limit(1),
  },
  {
    name: 'an optional pattern put together at run time',
    query: (db) =>
      db
        .match('(t:Tag)')
        .optionalMatch(db.node('u', 'User', { id: 2 }).out('LIKES').to('p', 'Post'))
        .return(({ t, p }) => ({ tag: t.name, title: p.title })),
  },
]
