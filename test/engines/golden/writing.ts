import { $ } from '@motif/core'
import type { Golden } from './queries.ts'

export const writing: readonly Golden[] = [
  {
    name: 'create a node',
    query: (db) => db.create('(u:User {id: $id, name: $name})').return('u.id AS id'),
    params: { id: 70, name: 'Grace' },
  },
  {
    name: 'create with what may be missing',
    query: (db) =>
      db.unwind('$rows AS row').create('(u:User {id: row.id, name: row.name, age: row.age})').return('u.age AS age'),
    params: { rows: [{ id: 75, name: 'd', age: null }] },
  },
  {
    name: 'create a pattern put together at run time',
    query: (db) => db.create(db.node('t', 'Tag', { name: 'a "quoted" `tag`' })),
  },
  {
    name: 'create a relationship',
    query: (db) => db.match('(u:User {id: $from}), (v:User {id: $to})').create('(u)-[:KNOWS {weight: $weight}]->(v)'),
    params: { from: 1, to: 3, weight: 0.5 },
  },
  {
    name: 'merge with both branches',
    query: (db) =>
      db
        .merge('(u:User {id: $id})')
        .onCreateSet('u.name = $name')
        .onMatchSet('u', { age: $('age') })
        .return('u.name AS name, u.age AS age'),
    params: { id: 71, name: 'Barbara', age: 30 },
  },
  {
    name: 'rows at once',
    query: (db) => db.unwind('$rows AS row').merge('(u:User {id: row.id})').onCreateSet('u.name = row.name'),
    params: {
      rows: [
        { id: 72, name: 'a' },
        { id: 73, name: 'b' },
      ],
    },
  },
  {
    name: 'rows at once, their type stated',
    query: (db) =>
      db.unwind<{ id: number; name: string }>()($('rows'), 'row').create('(u:User {id: row.id, name: row.name})'),
    params: { rows: [{ id: 74, name: 'c' }] },
  },
  {
    name: 'set by text',
    query: (db) => db.match('(u:User {id: $id})').set('u.name = $name, u.age = u.age + 1').return('u.name AS name'),
    params: { id: 1, name: 'Ada' },
  },
  {
    name: 'set by values',
    query: (db) => db.match('(u:User {id: $id})').set('u', { name: 'Ada', age: null }),
    params: { id: 1 },
  },
  {
    name: 'set from a map',
    query: (db) => db.match('(u:User {id: $id})').set('u += $changes'),
    params: { id: 1, changes: { age: 37 } },
  },
  {
    name: 'set and remove a label',
    query: (db) => db.match('(u:User {id: $id})').set('u:Admin').remove('u:Admin, u.age'),
    params: { id: 2 },
  },
  {
    name: 'set on what may be null',
    query: (db) =>
      db
        .match('(u:User)')
        .optionalMatch('(u)-[:WROTE]->(p:Post)')
        .set('p.title = $title')
        .return('u.id AS id, p.title AS title')
        .orderBy('id'),
    params: { title: 'renamed' },
  },
  {
    name: 'delete a relationship',
    query: (db) => db.match('(u:User {id: $id})-[f:FOLLOWS]->(:User)').delete('f'),
    params: { id: 1 },
  },
  {
    name: 'delete nodes with their relationships',
    query: (db) => db.match('(u:User {id: $id})').detachDelete('u'),
    params: { id: 3 },
  },
  { name: 'delete everything, by name', query: (db) => db.match('(t:Tag)').detachDelete('t').all() },
  {
    name: 'delete what may be null',
    query: (db) =>
      db.match('(u:User {id: $id})').optionalMatch('(u)-[f:KNOWS]->(:User)').delete('f').return('u.name AS name'),
    params: { id: 1 },
  },
]
