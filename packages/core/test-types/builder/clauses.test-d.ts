import { $, count, type Graph, label } from '@motif/core'
import type { Runnable } from '../../src/builder/runnable.ts'
import type { Flat, ParametersOf } from '../../src/grammar/statement.ts'
import type { Equal } from '../equal.ts'
import type { Social } from '../social.ts'

declare const db: Graph<Social>
type Of<X> =
  X extends Runnable<infer P, infer Row> ? [Flat<ParametersOf<P>>, [Row] extends [never] ? never : Flat<Row>] : X
declare const is: <P, Row>() => <X>(query: X, ...verdict: Equal<Of<X>, [P, Row]> extends true ? [] : [Of<X>]) => void

// subqueries: the columns join the names, the parameters those of the query
is<{ id: number; least: number }, { 'u.name': string; posts: number }>()(
  db
    .match('(u:User {id: $id})')
    .call(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').where('p.id > $least').return('count(p) AS posts'))
    .return('u.name, posts'),
)
// a node that is returned as it is stays one
is<{}, { title: string }>()(
  db
    .match('(u:User)')
    .call(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('p').limit(3))
    .return(({ p }) => ({ title: p.title })),
)
is<{}, { n: number; title: string | null }>()(
  db
    .match('(u:User)')
    .optionalCall(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return(({ p }) => ({ p, n: count(p) })))
    .where(({ n }) => n.isNotNull())
    .return(({ p, u }) => ({ n: u.id, title: p.title })),
)
// what is in place of a name by a column is a value
is<{}, { p: string }>()(db.call([], (query) => query.match('(p:Post)').return('p.title AS p')).return('p'))
// one without columns keeps the names
is<{}, { id: number }>()(
  db
    .match('(u:User)')
    .call('*', (query) => query.set('u', { age: 3 }))
    .return('u.id AS id'),
)
// a union as the body
is<{ a: number }, { name: string }>()(
  db
    .call([], (query) =>
      query.match('(u:User {id: $a})').return('u.name AS name').union(query.match('(t:Tag)').return('t.name AS name')),
    )
    .return('name'),
)
is<{}, { n: number }>()(
  db.match('(u:User)').call('(u) { MATCH (u)-[:WROTE]->(p:Post) RETURN count(p) AS n }').return('n'),
)

// unions
is<{ a: number; b: string }, { name: string; age: number | null }>()(
  db
    .match('(u:User {id: $a})')
    .return('u.name AS name, u.age AS age')
    .union(db.match('(t:User {name: $b})').return('t.age AS age, t.name AS name')),
)
is<{}, { x: number | string }>()(
  db.cypher('MATCH (u:User) RETURN u.id AS x').unionAll(db.match('(u:User)').return('u.name AS x')),
)

// writes
is<{ names: readonly unknown[] }, never>()(db.foreach('(n IN $names | MERGE (t:Tag) SET t.name = n)'))
is<{ why: string }, never>()(
  db.match('(p:Post)').foreach(
    'tag',
    ({ p }) => p.tags,
    (query) => query.create('(t:Tag {name: $why})').set('t', ({ tag }) => ({ name: tag })),
  ),
)
is<{ more: number }, { age: number | null }>()(
  db
    .match('(u:User {id: 1})')
    .set('u', ({ u }) => ({ age: u.age.plus($('more')), name: 'x' }))
    .setLabels('u', 'Admin', label('x'))
    .remove('u', ['age'])
    .removeLabels('u', 'Admin')
    .return('u.age AS age'),
)
is<{}, never>()(db.match('(u:User {id: 1})-[f:FOLLOWS]->()').delete(({ u, f }) => [f, u]))
is<{}, never>()(db.match('(u:User {id: 1})').detachDelete(({ u }) => u))

// paging and order
is<{ from: number; rows: number }, { age: number | null }>()(
  db
    .match('(u:User)')
    .return('u.age AS age')
    .orderBy(({ age }) => [age, 'desc', 'nulls last'])
    .skip($('from'))
    .limit($('rows')),
)
is<{}, { title: string | null; name: string }>()(
  db
    .match('(u:User)')
    .optionalMatch(db.node('x', 'User').out('WROTE').to('p', 'Post'))
    .return(({ u, p }) => ({ title: p.title, name: u.name })),
)
is<{}, { 'u.name': string }>()(
  db.useGraph('social').match('(u:User {id: 1})').using('INDEX u:User(id)').return('u.name'),
)
// files: a row is a list, or a map
is<{}, { first: string | null }>()(db.loadCsv("FROM 'file:///x.csv' AS row").return('row[0] AS first'))
is<{}, { name: string | null }>()(db.loadCsvWithHeaders("FROM 'file:///x.csv' AS row").return('row.name AS name'))

// procedures: known ones, those of the schema, any other
is<{}, { l: string }>()(db.callProcedure('db.labels', [], ['label AS l']).return('l'))
is<{ words: unknown }, { id: unknown; score: number }>()(
  db
    .callProcedure('db.index.fulltext.queryNodes', ['titles', $('words')], ['node', 'score'])
    .match('(node:Post)')
    .return('node.id AS id, score'),
)
declare const shop: Graph<
  Social & {
    procedures: { 'shop.orders': { arguments: readonly [since: number, of: string]; yields: { sku: string } } }
  }
>
is<{ from: number }, { sku: string; u: string }>()(
  shop
    .match('(u:User)')
    .callProcedure('shop.orders', ({ u }) => [$('from'), u.name], ['sku'])
    .return('sku, u.name AS u'),
)
is<{}, { x: unknown }>()(db.callProcedure('some.other', [1, 'two'], ['x']).return('x'))

// Cypher 25
is<{ k: number }, { name: string; next: number | null }>()(
  db
    .match('(u:User)')
    .let(({ u }) => ({ next: u.age.plus($('k')) }))
    .filter(({ next }) => next.gt(18))
    .return('u.name AS name, next')
    .next()
    .return('name, next'),
)
is<{}, never>()(db.match('(u:User)').let('n = u.age').filter('n > 3').finish())

// in batches
is<{ ids: readonly number[] }, { id: number; ok: boolean }>()(
  db
    .unwind<number>()($('ids'), 'id')
    .call(['id'], (query) => query.create('(t:Tag)'), { inTransactions: { rows: 100, reportStatus: 's' } })
    .return(({ id, s }) => ({ id, ok: s.committed })),
)

// patterns put together at run time
is<{ id: number; s: Date }, { name: string; since: Date }>()(
  db
    .match(
      db
        .node('u', 'User', { id: $('id') })
        .out('FOLLOWS', 'f', { since: $('s') })
        .to('p', 'User')
        .where(({ p, u }) => p.age.gt(3).and(u.id.ne(7))),
    )
    .return(({ p, f }) => ({ name: p.name, since: f.since })),
)
is<{}, { title: string }>()(
  db
    .match('(u:User)')
    .match(db.node('u').out('WROTE').to('p', 'Post'))
    .return(({ p }) => ({ title: p.title })),
)
// what a relationship leads to, without a label
is<{}, { p: { id: number; title: string; tags: string[]; at: Date } }>()(
  db.match(db.node('u', 'User').out('WROTE').to('p')).return(({ p }) => ({ p })),
)
// repeated: names are lists
is<{ w: number }, { ks: { weight: number }[]; as: { id: number; name: string; age: number | null }[]; n: number }>()(
  db
    .match(
      db
        .node('u', 'User')
        .repeat(
          db
            .node('a', 'User')
            .out('KNOWS', 'k')
            .where(({ k }) => k.weight.lt($('w')))
            .to('b', 'User'),
          1,
          3,
        )
        .to('v', 'User')
        .as('p')
        .shortest(2),
    )
    .return(({ k, a, v }) => ({ ks: k, as: a, n: v.id })),
)
is<{}, { f: { since: Date }[] }>()(
  db.match(db.node('u', 'User').out('FOLLOWS', 'f').times(1, 3).to('v', 'User')).return(({ f }) => ({ f })),
)
// either label, and labels known at run time
is<{ l: string }, { n: number }>()(db.match(db.node('n', $('l'))).return('count(n) AS n'))
is<{}, { n: number }>()(db.match(db.node('n', label('x')).both('KNOWS').to('m')).return('count(n) AS n'))
is<{}, { n: number }>()(db.match(db.node('n', ['User', 'Post'])).return('count(n) AS n'))
is<{ l: string | readonly string[] }, never>()(db.match('(u:User {id: 1})').setLabels('u', $('l')))

// INSERT and OFFSET are CREATE and SKIP
is<{ name: string }, { 't.name': string }>()(db.insert('(t:Tag {name: $name})').return('t.name'))
is<{ from: number }, { id: number }>()(db.match('(u:User)').return('u.id AS id').offset($('from')))
// @ts-expect-error no such label
db.insert('(t:Tga {name: $name})')

// a conditional query asks for what all its branches do, and returns what any of them does
is<{ all: unknown; id: number }, { name: string }>()(
  db
    .whenThen('$all', (query) => query.match('(t:Tag)').return('t.name AS name'))
    .otherwise((query) => query.match('(u:User {id: $id})').return(({ u }) => ({ name: u.name }))),
)
db.whenThen('$all', (query) => query.match('(t:Tag)').return('t.name AS name')).otherwise(
  // @ts-expect-error another column
  (query) => query.match('(u:User)').return('u.id AS id'),
)

// LOAD CSV by its parts
is<{ url: string }, { line: (string | null)[] }>()(db.loadCsv($('url'), 'line').return('line'))
is<{ url: string }, { name: string | null }>()(
  db.loadCsv($('url'), 'line', { headers: true, fieldTerminator: ';' }).return('line.name AS name'),
)

// hints by their parts are of what is in scope
is<{ id: number }, { id: number }>()(
  db
    .match('(u:User {id: $id})-[:WROTE]->(p:Post)')
    .using({ index: 'User', on: 'u', properties: ['id'], kind: 'text' })
    .using({ scan: 'Post', on: 'p' })
    .using({ join: ['p'] })
    .return('u.id AS id'),
)
// @ts-expect-error no such name
db.match('(u:User)').using({ scan: 'User', on: 'v' })
// @ts-expect-error no such property
db.match('(u:User)').using({ index: 'User', on: 'u', properties: ['nme'] })
// @ts-expect-error no such label
db.match('(u:User)').using({ scan: 'Usre', on: 'u' })
