import { type Graph, label, project, type Runnable } from '@motif/core'
import * as f from '@motif/core/functions'
import type { Social } from '../golden/social.ts'
import type { Feature } from '../lacks.ts'

/** A query for functions that ask for names of a pattern, or go through all rows. */
export interface FunctionQuery {
  readonly of: (db: Graph<Social>) => Pick<Runnable<{}, { value: unknown }>, 'compile' | 'run'>
  readonly text: string
  readonly value: unknown
  readonly grafeo?: 'refused'
  readonly cypher25?: true
  readonly needs?: Feature
}

/** Each over Ada, who is 36 and follows Bob, who is 17. */
export const queries: readonly FunctionQuery[] = [
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: f.labels(u) })),
    text: 'MATCH (u:User {id: 1})\nRETURN labels(u) AS value',
    value: ['User'],
  },
  {
    of: (db) => db.match('(u:User {id: 1})-[r:FOLLOWS]->()').return(({ r }) => ({ value: f.type(r) })),
    text: 'MATCH (u:User {id: 1})-[r:FOLLOWS]->()\nRETURN type(r) AS value',
    value: 'FOLLOWS',
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: f.elementId(u).isNotNull() })),
    text: 'MATCH (u:User {id: 1})\nRETURN elementId(u) IS NOT NULL AS value',
    value: true,
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: f.id(u).gte(0) })),
    text: 'MATCH (u:User {id: 1})\nRETURN id(u) >= $p1 AS value',
    value: true,
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: f.size(f.keys(u)) })),
    text: 'MATCH (u:User {id: 1})\nRETURN size(keys(u)) AS value',
    value: 3,
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: f.properties(u) })),
    text: 'MATCH (u:User {id: 1})\nRETURN properties(u) AS value',
    value: { id: 1, name: 'Ada', age: 36 },
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }) => ({ value: project(u, '*', { twice: u.id.times(2) }) })),
    text: 'MATCH (u:User {id: 1})\nRETURN u {.*, twice: u.id * $p1} AS value',
    value: { id: 1, name: 'Ada', age: 36, twice: 2 },
  },
  {
    of: (db) => db.match('()-[r:FOLLOWS]->()').return(({ r }) => ({ value: f.labels(f.startNode(r)) })),
    text: 'MATCH ()-[r:FOLLOWS]->()\nRETURN labels(startNode(r)) AS value',
    value: ['User'],
  },
  {
    of: (db) => db.match('()-[r:FOLLOWS]->()').return(({ r }) => ({ value: f.labels(f.endNode(r)) })),
    text: 'MATCH ()-[r:FOLLOWS]->()\nRETURN labels(endNode(r)) AS value',
    value: ['User'],
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.stDev(u.age) })),
    text: 'MATCH (u:User)\nRETURN stDev(u.age) AS value',
    value: 13.435028843,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.stDevP(u.age) })),
    text: 'MATCH (u:User)\nRETURN stDevP(u.age) AS value',
    value: 9.5,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.percentileCont(u.age, 0.5) })),
    text: 'MATCH (u:User)\nRETURN percentileCont(u.age, $p1) AS value',
    value: 26.5,
    grafeo: 'refused',
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.percentileDisc(f.distinct(u.age), 0.5) })),
    text: 'MATCH (u:User)\nRETURN percentileDisc(DISTINCT u.age, $p1) AS value',
    value: 17,
    grafeo: 'refused',
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.count(f.distinct(u.age)) })),
    text: 'MATCH (u:User)\nRETURN count(DISTINCT u.age) AS value',
    value: 2,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.size(f.collect(f.distinct(u.age))) })),
    text: 'MATCH (u:User)\nRETURN size(collect(DISTINCT u.age)) AS value',
    value: 2,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.sum(u.age) })),
    text: 'MATCH (u:User)\nRETURN sum(u.age) AS value',
    value: 53,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.avg(u.age) })),
    text: 'MATCH (u:User)\nRETURN avg(u.age) AS value',
    value: 26.5,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.max(u.age) })),
    text: 'MATCH (u:User)\nRETURN max(u.age) AS value',
    value: 36,
  },
  {
    of: (db) => db.match('(u:User)').return(({ u }) => ({ value: f.min(u.age) })),
    text: 'MATCH (u:User)\nRETURN min(u.age) AS value',
    value: 17,
  },
  {
    of: (db) => db.match('(u:User)').return(() => ({ value: f.sum(f.duration({ days: 2 })) })),
    text: 'MATCH (u:User)\nRETURN sum(duration({days: $p1})) AS value',
    needs: 'sums of durations',
    value: 'P6D',
    grafeo: 'refused',
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return((_, graph) => ({ value: graph.exists('(u)-[:FOLLOWS]->(:User)') })),
    text: 'MATCH (u:User {id: 1})\nRETURN EXISTS { MATCH (u)-[:FOLLOWS]->(:User) } AS value',
    value: true,
  },
  {
    of: (db) =>
      db.match('(u:User {id: 1})').return(({ u }, graph) => ({
        value: graph.exists((query) => query.match('(u)-[:FOLLOWS]->(v:User)').where(({ v }) => v.age.gt(u.age))),
      })),
    text: 'MATCH (u:User {id: 1})\nRETURN EXISTS { MATCH (u)-[:FOLLOWS]->(v:User) WHERE v.age > u.age } AS value',
    value: false,
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return((_, graph) => ({ value: graph.count('(u)-->()') })),
    text: 'MATCH (u:User {id: 1})\nRETURN COUNT { MATCH (u)-->() } AS value',
    value: 1,
  },
  {
    of: (db) =>
      db.match('(u:User {id: 1})').return((_, graph) => ({
        value: graph.collect((query) => query.match('(u)-->(v:User)').return('v.name AS name')),
      })),
    text: 'MATCH (u:User {id: 1})\nRETURN COLLECT { MATCH (u)-->(v:User) RETURN v.name AS name } AS value',
    value: ['Bob'],
    grafeo: 'refused',
  },
  {
    of: (db) =>
      db.match('(u:User {id: 1})').return((_, graph) => ({
        value: graph.listOf(
          '(u)-[:FOLLOWS]->(v:User)',
          ({ v }) => v.name,
          ({ v }) => v.age.lt(18),
        ),
      })),
    text: 'MATCH (u:User {id: 1})\nRETURN [(u)-[:FOLLOWS]->(v:User) WHERE v.age < $p1 | v.name] AS value',
    value: ['Bob'],
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }, graph) => ({ value: graph.is(u, 'Admin') })),
    text: 'MATCH (u:User {id: 1})\nRETURN u:Admin AS value',
    value: false,
  },
  {
    of: (db) => db.match('(u:User {id: 1})').return(({ u }, graph) => ({ value: graph.is(u, 'User', label('A B')) })),
    text: 'MATCH (u:User {id: 1})\nRETURN u:User:`A B` AS value',
    value: false,
  },
]
