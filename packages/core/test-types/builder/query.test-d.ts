import {
  $,
  type Graph,
  and,
  collect,
  count,
  distinct,
  fragment,
  type GraphNode,
  type GraphPath,
  type Node,
  node,
  not,
  project,
} from '@motif/core'
import type { Runnable } from '../../src/builder/runnable.ts'
import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'
import { type Equal, same } from '../equal.ts'
import type { Social } from '../social.ts'

declare const db: Graph<Social>
type Of<X> =
  X extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Flat<Row>] : X
declare const is: <P, Row>() => <X>(query: X, ...verdict: Equal<Of<X>, [P, Row]> extends true ? [] : [Of<X>]) => void

// one query through the three doors: the same parameters, the same rows
type Params = { id: number; minAge: number }
type Row = { name: string; posts: string[] }
is<Params, Row>()(
  db
    .match('(u:User {id: $id})-[f:FOLLOWS]->(p:User)')
    .where('p.age >= $minAge')
    .optionalMatch('(p)-[:WROTE]->(post:Post)')
    .return('p.name AS name, collect(post.title) AS posts')
    .orderBy('name')
    .limit(10),
)
is<Params, Row>()(
  db.cypher(`
  MATCH (u:User {id: $id})-[f:FOLLOWS]->(p:User) WHERE p.age >= $minAge
  OPTIONAL MATCH (p)-[:WROTE]->(post:Post)
  RETURN p.name AS name, collect(post.title) AS posts ORDER BY name LIMIT 10`),
)
is<Params, Row>()(
  db
    .match('(u:User {id: $id})-[f:FOLLOWS]->(p:User)')
    .where(({ p }) => p.age.gte($('minAge')))
    .optionalMatch('(p)-[:WROTE]->(post:Post)')
    .return(({ p, post }) => ({ name: p.name, posts: collect(post.title) }))
    .orderBy(({ name }) => name)
    .limit(10),
)
is<Params, Row>()(
  db
    .match(
      db
        .node('u', 'User', { id: $('id') })
        .out('FOLLOWS', 'f')
        .to('p', 'User'),
    )
    .where(({ p }) => p.age.gte($('minAge')))
    .optionalMatch('(p)-[:WROTE]->(post:Post)')
    .return('p.name AS name, collect(post.title) AS posts'),
)

// the medium statement as a chain
is<
  { id: number; minAge: number; skip: number },
  { 'p.name': string; age: number | null; posts: number; names: string[] }
>()(
  db
    .match('(u:User)-[f:FOLLOWS]->(p:User)')
    .where('u.id = $id AND p.age >= $minAge')
    .optionalMatch('(p)-[:WROTE]->(post:Post)')
    .with('p, count(post) AS posts')
    .return('p.name, p.age AS age, posts, collect(p.name) AS names')
    .orderBy('posts DESC')
    .skip('$skip')
    .limit(10),
)
is<{ before: Date }, { p: { name: string; age: number | null }; n: number }>()(
  db
    .match('(u:User)-[f:FOLLOWS]->(p:User)')
    .where(({ p, f }) =>
      p.age
        .gte(18)
        .and(f.since.lt($('before')))
        .and(not(p.name.startsWith('x'))),
    )
    .with(({ p, f }) => ({ p, n: count(distinct(f)) }))
    .where(({ n }) => n.gt(3))
    .return(({ p, n }) => ({ p: project(p, ['name', 'age']), n })),
)
// a name kept by WITH stays a node
is<{}, { title: string }>()(
  db
    .match('(p:User)')
    .with(({ p }) => ({ p, n: count() }))
    .match('(p)-[:WROTE]->(x:Post)')
    .return(({ x }) => ({ title: x.title })),
)
is<{}, { u: GraphNode<Social['nodes']['User']['properties'], 'User'> }>()(
  db.match('(u:User)').return(({ u }) => ({ u: node(u) })),
)
is<{}, { u: GraphNode<Social['nodes']['User']['properties'], 'User'> | null }>()(
  db
    .match('(x:Tag)')
    .optionalMatch('(u:User)')
    .return(({ u }) => ({ u: node(u) })),
)
is<{}, { p: GraphPath }>()(db.match('p = (u:User)-[:KNOWS*1..3]->(v:User)').return('p'))
is<{ rows: readonly { id: number; name: string }[] }, never>()(
  db.unwind('$rows AS row').merge('(u:User {id: row.id})').onCreateSet('u.name = row.name'),
)
is<{ rows: readonly { id: number; name: string }[]; n: string }, { id: number }>()(
  db
    .unwind<{ id: number; name: string }>()($('rows'), 'row')
    .merge('(u:User {id: row.id})')
    .onCreateSet('u', { name: $('n'), age: 3 })
    .return(({ u }) => ({ id: u.id })),
)
is<{ min?: number }, { 'p.name': string }>()(
  db
    .match('(p:User)')
    .when(1 > 0, (query) => query.where('p.age >= $min'))
    .return('p.name'),
)
declare const ages: readonly number[] | undefined
is<{}, { 'p.name': string }>()(
  db
    .match('(p:User)')
    .when(ages, (query, some) => query.where(({ p }) => p.age.in(some)))
    .return('p.name'),
)
is<{}, { person: { name: string; friends: number } }>()(
  db.match('(p:User)-[:KNOWS]->(f)').return(({ p, f }) => ({ person: { name: p.name, friends: count(f) } })),
)
is<{ a: number; b: string }, { 'p.id': number }>()(
  db
    .match('(p:User)')
    .where(({ p }) => and(p.age.gt($('a')), p.name.eq($('b'))))
    .return('p.id'),
)

const withPosts = fragment<Social, { readonly p: Node<'User'> }>()((query) =>
  query.optionalMatch('(p)-[:WROTE]->(post:Post)').where('post.id > $least'),
)
is<{ id: number; least: number }, { 'p.name': string; n: number }>()(
  db.match('(p:User {id: $id})').use(withPosts).return('p.name, count(post) AS n'),
)

// a predicate over at least these names is a function
const grown = ({ p }: { readonly p: { readonly age: import('@motif/core').Operand<number | null> } }) => p.age.gte(18)
is<{}, { 'p.name': string }>()(db.match('(p:User)').where(grown).return('p.name'))

// what the grammar does not understand is stated
is<{ id: number }, { name: string }>()(
  db.cypher.as<{ name: string }, { id: number }>('CALL some.procedure($id) YIELD name RETURN name'),
)

same<Equal<Parameters<ReturnType<typeof load>['run']>[0], { id: number }>>()
const load = () => db.match('(u:User {id: $id})').return('u.name')
