import { Builder } from '@douglasgabr/cypher-builder'
import Cypher from '@neo4j/cypher-builder'
import * as cqb from 'cypher-query-builder'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import * as neogma from 'neogma'
import type { Arguments } from './arguments.ts'

// This peer's schema stands in interfaces that a program adds to.
declare module '@douglasgabr/cypher-builder' {
  interface CypherBuilderNodes {
    Person: { name: string; age: number; city: string }
    Company: { name: string }
    Tag: { name: string }
  }
  interface CypherBuilderRelationships {
    KNOWS: {}
    WORKS_AT: {}
    LIKES: {}
  }
}

// The medium query in each peer's words: two hops, three conditions, an optional hop, two counts, an order, a limit.

const neo4jBuilder = ({ age, city, prefix, most }: Arguments): unknown => {
  const [p, f, c, t] = [new Cypher.Node(), new Cypher.Node(), new Cypher.Node(), new Cypher.Node()]
  const knows = new Cypher.Relationship()
  const [friends, tags] = [new Cypher.Variable(), new Cypher.Variable()]
  const path = new Cypher.Pattern(p, { labels: ['Person'] })
    .related(knows, { type: 'KNOWS' })
    .to(f, { labels: ['Person'] })
    .related({ type: 'WORKS_AT' })
    .to(c, { labels: ['Company'] })
  const match = new Cypher.Match(path).where(
    Cypher.and(
      Cypher.gte(p.property('age'), new Cypher.Param(age)),
      Cypher.eq(f.property('city'), new Cypher.Param(city)),
      Cypher.startsWith(c.property('name'), new Cypher.Param(prefix)),
    ),
  )
  const optional = new Cypher.OptionalMatch(new Cypher.Pattern(f).related({ type: 'LIKES' }).to(t, { labels: ['Tag'] }))
  const returned = new Cypher.Return(
    [p.property('name'), 'name'],
    [c.property('name'), 'company'],
    [Cypher.count(f).distinct(), friends],
    [Cypher.count(t), tags],
  )
    .orderBy([friends, 'DESC'])
    .limit(new Cypher.Param(most))
  return Cypher.utils.concat(match, optional, returned).build()
}

const columns = ['p.name AS name', 'c.name AS company', 'count(DISTINCT f) AS friends', 'count(t) AS tags'] as const

const cypherQueryBuilder = ({ age, city, prefix, most }: Arguments): unknown =>
  new cqb.Query()
    .match([
      cqb.node('p', 'Person'),
      cqb.relation('out', 'r', 'KNOWS'),
      cqb.node('f', 'Person'),
      cqb.relation('out', '', 'WORKS_AT'),
      cqb.node('c', 'Company'),
    ])
    .where({ 'p.age': cqb.greaterEqualTo(age), 'f.city': city, 'c.name': cqb.startsWith(prefix) })
    .optionalMatch([cqb.node('f'), cqb.relation('out', '', 'LIKES'), cqb.node('t', 'Tag')])
    .return([...columns])
    .orderBy({ friends: 'DESC' })
    .limit(most)
    .buildQueryObject()

/** It has no STARTS WITH: CONTAINS stands for it. */
const neogmaBuilder = ({ age, city, prefix, most }: Arguments): unknown => {
  const { Op, QueryBuilder } = neogma
  const query = new QueryBuilder()
    .match({
      related: [
        { identifier: 'p', label: 'Person' },
        { direction: 'out', name: 'KNOWS', identifier: 'r' },
        { identifier: 'f', label: 'Person' },
        { direction: 'out', name: 'WORKS_AT' },
        { identifier: 'c', label: 'Company' },
      ],
    })
    .where({ p: { age: { [Op.gte]: age } }, f: { city }, c: { name: { [Op.contains]: prefix } } })
    .match({
      optional: true,
      related: [{ identifier: 'f' }, { direction: 'out', name: 'LIKES' }, { identifier: 't', label: 'Tag' }],
    })
    .return([...columns])
    .orderBy('friends DESC')
    .limit(most)
  return { cypher: query.getStatement(), params: query.getBindParam().get() }
}

const douglasgabr = ({ age, city, prefix, most }: Arguments): unknown =>
  new Builder()
    .match((path) =>
      path
        .node('p', 'Person')
        .relationship('out', 'KNOWS', 'r')
        .node('f', 'Person')
        .relationship('out', 'WORKS_AT')
        .node('c', 'Company'),
    )
    .where((where) => where.and('p.age', '>=', age).and('f.city', '=', city).and('c.name', 'STARTS WITH', prefix))
    .optionalMatch((path) => path.node('f').relationship('out', 'LIKES').node('t', 'Tag'))
    .return(...columns)
    .orderBy('friends DESC')
    .limit(most)
    .buildQueryObject()

interface Person {
  id: number
  name: string
  age: number
  city: string
  friend_of: number
  company_id: number
}
interface Tables {
  person: Person
  company: { id: number; name: string }
  likes: { id: number; person_id: number }
}

const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** SQL: three joins for the three hops. */
const kysely = ({ age, city, prefix, most }: Arguments): unknown =>
  sql
    .selectFrom('person as p')
    .innerJoin('person as f', 'f.friend_of', 'p.id')
    .innerJoin('company as c', 'c.id', 'f.company_id')
    .leftJoin('likes as t', 't.person_id', 'f.id')
    .where('p.age', '>=', age)
    .where('f.city', '=', city)
    .where('c.name', 'like', prefix)
    .select((eb) => [
      'p.name as name',
      'c.name as company',
      eb.fn.count('f.id').distinct().as('friends'),
      eb.fn.count('t.id').as('tags'),
    ])
    .groupBy(['p.name', 'c.name'])
    .orderBy('friends', 'desc')
    .limit(most)
    .compile()

/** Builders of Cypher. */
export const cypherPeers: Readonly<Record<string, (given: Arguments) => unknown>> = {
  '@douglasgabr/cypher-builder': douglasgabr,
  '@neo4j/cypher-builder': neo4jBuilder,
  'cypher-query-builder': cypherQueryBuilder,
  neogma: neogmaBuilder,
}

/** The builder of SQL that ours is measured by. */
export const sqlPeers: Readonly<Record<string, (given: Arguments) => unknown>> = { kysely }
