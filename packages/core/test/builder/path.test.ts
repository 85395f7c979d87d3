import { $, label } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { socialGraph } from './social-graph.ts'

const db = socialGraph()
const text = (query: { compile(): { readonly text: string } }): string => query.compile().text

describe('patterns put together at run time', () => {
  it.each([
    ['a name alone', db.match(db.node('n')), 'MATCH (n)'],
    ['one of several labels', db.match(db.node('n', ['User', 'Post'])), 'MATCH (n:User|Post)'],
    ['a label of one’s own', db.match(db.node('n', label('a `b'))), 'MATCH (n:`a ``b`)'],
    ['a label that a parameter gives', db.match(db.node('n', $('l'))), 'MATCH (n:$($l))'],
    [
      'steps in each direction',
      db.match(
        db
          .node('u', 'User')
          .out('FOLLOWS')
          .to('v')
          .in('KNOWS', 'k', { weight: $('w') })
          .to('x')
          .both('KNOWS')
          .to('y'),
      ),
      'MATCH (u:User)-[:FOLLOWS]->(v)<-[k:KNOWS {weight: $w}]-(x)-[:KNOWS]-(y)',
    ],
    [
      'one of several types',
      db.match(db.node('u', 'User').out(['WROTE', 'LIKES'], 'r').to('p', 'Post')),
      'MATCH (u:User)-[r:WROTE|LIKES]->(p:Post)',
    ],
    [
      'conditions, several of which are one',
      db.match(
        db
          .node('u', 'User')
          .where(({ u }) => u.age.gt(1))
          .where(({ u }) => u.age.lt(9).or(u.name.eq('x')))
          .out('FOLLOWS', 'f')
          .where(({ f }) => f.since.isNotNull())
          .to('v', 'User'),
      ),
      'MATCH (u:User WHERE u.age > $p1 AND (u.age < $p2 OR u.name = $p3))-[f:FOLLOWS WHERE f.since IS NOT NULL]->(v:User)',
    ],
    [
      'a number of steps',
      db.match(db.node('u', 'User').out('KNOWS').length(1, 3).to('v')),
      'MATCH (u:User)-[:KNOWS*1..3]->(v)',
    ],
    [
      'steps repeated',
      db.match(db.node('u', 'User').out('KNOWS').times(1, 3).to('v')),
      'MATCH (u:User)-[:KNOWS]->{1,3}(v)',
    ],
    [
      'steps repeated without end',
      db.match(db.node('u', 'User').out('KNOWS').times(1).to('v').shortest()),
      'MATCH SHORTEST 1 (u:User)-[:KNOWS]->+(v)',
    ],
    [
      'a part repeated',
      db.match(
        db
          .node('u', 'User')
          .repeat(db.node('a', 'User').out('KNOWS').to('b', 'User'), 2)
          .to('v')
          .as('p')
          .shortestGroups(2),
      ),
      'MATCH p = SHORTEST 2 GROUPS (u:User)((a:User)-[:KNOWS]->(b:User)){2,}(v)',
    ],
    [
      'all shortest',
      db.match(db.node('u').out('KNOWS').times(1).to('v').allShortest()),
      'MATCH ALL SHORTEST (u)-[:KNOWS]->+(v)',
    ],
    ['any', db.match(db.node('u').out('KNOWS').times(1, 2).to('v').any(3)), 'MATCH ANY 3 (u)-[:KNOWS]->{1,2}(v)'],
    [
      'the older search',
      db.match(db.node('u').out('KNOWS').length(1).to('v').as('p').shortestPath()),
      'MATCH p = shortestPath((u)-[:KNOWS*1..]->(v))',
    ],
    [
      'all of the older search',
      db.match(db.node('u').out('KNOWS').length(0).to('v').allShortestPaths()),
      'MATCH allShortestPaths((u)-[:KNOWS*0..]->(v))',
    ],
  ])('%s', (_name, query, expected) => {
    expect(text(query)).toBe(expected)
  })
  it('is a value: what is built on a part leaves the part as it was', () => {
    const users = db.node('u', 'User')
    const friends = users.out('KNOWS')
    friends.to('v')
    users.where(({ u }) => u.age.gt(1))
    expect(text(db.match(users))).toBe('MATCH (u:User)')
    expect(text(db.match(friends.to('w')))).toBe('MATCH (u:User)-[:KNOWS]->(w)')
  })
  it('refuses what is no number of steps, and properties that match nothing', () => {
    const hostile = '1}) DETACH DELETE (u' as never
    expect(() => db.node('u', 'User').out('KNOWS').times(hostile)).toThrow('whole number')
    expect(() => db.node('u', 'User').out('KNOWS').length(1, -1)).toThrow('whole number')
    expect(() => db.node('u').shortest(hostile)).toThrow('whole number')
    expect(() => db.node('u', 'User', { id: undefined as never })).toThrow("property 'id' of a pattern is undefined")
  })
})
