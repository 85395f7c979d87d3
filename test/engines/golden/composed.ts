import { $, cypher, fragment, label, type Node, type Operand } from '@motif/core'
import type { Social } from './social.ts'
import type { Golden } from './queries.ts'

const withPosts = fragment<Social, { readonly u: Node<'User'> }>()((query) =>
  query.optionalMatch('(u)-[:WROTE]->(post:Post)').where('post.id >= $least'),
)
const grown = ({ u }: { readonly u: { readonly age: Operand<number | null> } }) => u.age.gte(18)

export const composed: readonly Golden[] = [
  {
    name: 'a clause that is wanted',
    query: (db) =>
      db
        .match('(u:User)')
        .when(true, (query) => query.where('u.age >= $least'))
        .return('u.name AS name'),
    params: { least: 1 },
  },
  {
    name: 'a clause that is not',
    query: (db) =>
      db
        .match('(u:User)')
        .when(false, (query) => query.where('u.age >= $least'))
        .return('u.name AS name'),
    params: { least: 1 },
  },
  {
    name: 'a fragment',
    query: (db) => db.match('(u:User {id: $id})').use(withPosts).return('u.name AS name, count(post) AS posts'),
    params: { id: 1, least: 0 },
  },
  { name: 'a predicate', query: (db) => db.match('(u:User)').where(grown).return('u.name AS name') },
  {
    name: 'a query that branches',
    query: (db) =>
      db.match('(u:User)').where('u.id > $id').with('u').orderBy('u.name').limit(3).return('u.name AS name'),
    params: { id: 0 },
  },
  {
    name: 'dynamic text',
    query: (db) =>
      db.cypher(
        cypher<{
          name: string
        }>`MATCH (n:${label('User')}) WHERE n.id = ${1} AND n.name <> ${'`; DROP'} RETURN n.name AS name`,
      ),
  },
  {
    name: 'dynamic text in dynamic text',
    query: (db) =>
      db.cypher(cypher`MATCH (n:User) WHERE ${cypher`n.id = ${1}`} OR ${cypher`n.id = ${2}`} RETURN n.id AS id`),
  },
  {
    name: 'stated types',
    query: (db) => db.cypher.as<{ n: number }, { id: number }>('MATCH (n:User) WHERE n.id = $id RETURN count(n) AS n'),
    params: { id: 1 },
  },
  {
    name: 'one parameter twice',
    query: (db) =>
      db
        .match('(u:User)')
        .where(({ u }) => u.id.eq($('x')).or(u.age.eq($('x'))))
        .return('u.id AS id'),
    params: { x: 1 },
  },
  {
    name: 'an inline value beside a parameter of the generated name',
    query: (db) =>
      db
        .match('(u:User {id: $p1})')
        .where(({ u }) => u.name.eq('Ada'))
        .return('u.id AS id'),
    params: { p1: 1 },
  },
]
