import { $, count, type Graph } from '@motif/core'
import type { Runnable } from '../../src/builder/runnable.ts'
import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'
import type { Equal } from '../equal.ts'
import type { Social } from '../social.ts'

interface Schema extends Social {
  functions: { 'my.shout': { arguments: readonly [text: string, times: number]; returns: string } }
}
declare const db: Graph<Schema>
type Of<X> =
  X extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Flat<Row>] : X
declare const is: <P, Row>() => <X>(query: X, ...verdict: Equal<Of<X>, [P, Row]> extends true ? [] : [Of<X>]) => void

// patterns see the names around them, and are checked against the schema
is<{ title: string }, { name: string }>()(
  db
    .match('(u:User)')
    .where((_, graph) => graph.exists('(u)-[:WROTE]->(:Post {title: $title})'))
    .return(({ u }) => ({ name: u.name })),
)
is<{}, { posts: number; titles: string[]; likers: { title: string; by: string[] }[] }>()(
  db.match('(u:User)').return(({ u: _ }, graph) => ({
    posts: graph.count('(u)-[:WROTE]->()'),
    titles: graph.listOf('(u)-[:WROTE]->(p:Post)', ({ p }) => p.title),
    likers: graph.collect((query) =>
      query.match('(u)-[:WROTE]->(p:Post)').return(({ p }, inner) => ({
        post: projected(
          p.title,
          inner.listOf('(p)<-[:LIKES]-(v:User)', ({ v }) => v.name),
        ),
      })),
    ),
  })),
)
declare const projected: <A, B, P, Q>(
  title: import('@motif/core').Value<A, P>,
  by: import('@motif/core').Value<B, Q>,
) => import('@motif/core').Operand<{ title: A; by: B }, P & Q>

// queries of their own, with parameters of their own
is<{ least: number; other: string }, { name: string; n: number }>()(
  db
    .match('(u:User)')
    .where(({ u }, graph) =>
      graph
        .exists((query) => query.match('(u)-[:FOLLOWS]->(v:User)').where(({ v }) => v.age.gt($('least'))))
        .and(u.name.ne($('other'))),
    )
    .return(({ u }, { count: found }) => ({ name: u.name, n: found((query) => query.match('(u)-[:KNOWS]->()')) })),
)
is<{ p: number }, { titles: string[] }>()(
  db.match('(u:User)').return((_, graph) => ({
    titles: graph.listOf(
      '(u)-[:WROTE]->(p:Post)',
      ({ p }) => p.title,
      ({ p }) => p.id.gt($('p')),
    ),
  })),
)

// labels and functions of the schema
is<{}, { admin: boolean; maybe: boolean | null; loud: string | null }>()(
  db
    .match('(u:User)')
    .optionalMatch('(u)-[:KNOWS]->(v:User)')
    .return(({ u, v }, graph) => ({
      admin: graph.is(u, 'Admin'),
      maybe: graph.is(v, 'Admin', 'User'),
      loud: graph.fn('my.shout')(v.name, 3),
    })),
)
is<{}, { n: number }>()(
  db
    .match('(u:User)')
    .with(({ u }, graph) => ({ u, posts: graph.count('(u)-[:WROTE]->()') }))
    .where(({ posts }) => posts.gt(1))
    .return(({ u }) => ({ n: count(u) })),
)
