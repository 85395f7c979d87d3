import { $ } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { type Social, social } from '../golden/social.ts'
import { needs } from '../lacks.ts'

/** What golden queries cannot be, since not every engine has it. */
describe.each(engines)('on %s', (engine) => {
  let db: Database<Social>
  beforeAll(async () => {
    db = await emptyGraph<Social>(engine, { schema: social })
    await db.cypher
      .as<never>(
        `CREATE (a:User {id: 1, name: 'Ada', age: 36})-[:KNOWS {weight: 1.0}]->(b:User {id: 2, name: 'Bob', age: 17})
         CREATE (b)-[:KNOWS {weight: 2.0}]->(c:User {id: 3, name: 'Cy'}), (a)-[:WROTE]->(:Post {id: 10, title: 'first', tags: []})`,
      )
      .execute()
  })
  afterAll(() => db.close())

  test('an optional subquery keeps the rows it finds nothing for', async (context) => {
    needs(engine, 'optional subqueries', context)
    const query = db
      .match('(u:User)')
      .optionalCall(['u'], (inner) => inner.match('(u)-[:WROTE]->(p:Post)').return('p.title AS title'))
      .return('u.name AS name, title')
      .orderBy('name')
    expect(await query.run()).toEqual([
      { name: 'Ada', title: 'first' },
      { name: 'Bob', title: null },
      { name: 'Cy', title: null },
    ])
  })

  test('a procedure gives its columns', async (context) => {
    needs(engine, 'procedures of Neo4j', context)
    const labels = db.callProcedure('db.labels', [], ['label AS l']).return('l').orderBy('l')
    expect(await labels.run()).toEqual([{ l: 'Post' }, { l: 'User' }])
    const text = db.call('db.labels() YIELD label').where('label STARTS WITH $p').return('label')
    expect(await text.run({ p: 'U' })).toEqual([{ label: 'User' }])
  })

  test('a subquery is committed in batches, and says how that went', async (context) => {
    needs(engine, 'batches in a statement', context)
    const rows = db
      .unwind<number>()($('ids'), 'id')
      .call(['id'], (inner) => inner.create('(t:Tag)').set('t', { name: 'batch' }), {
        inTransactions: { rows: 2, onError: 'continue', reportStatus: 'status' },
      })
      .return('id, status.committed AS committed')
    expect(await rows.run({ ids: [1, 2, 3] })).toEqual([1, 2, 3].map((id) => ({ id, committed: true })))
    await expect(db.write((tx) => tx.run(rows, { ids: [1] }))).rejects.toThrow('implicit transaction')
    await db.match('(t:Tag)').delete('t').all().execute()
  })

  test('a hint and a plan', async (context) => {
    needs(engine, 'planner hints', context)
    await db.cypher.as<never>('CREATE INDEX user_id IF NOT EXISTS FOR (u:User) ON (u.id)').execute()
    await db.cypher.as<never>('CALL db.awaitIndexes()').execute()
    const query = db.match('(u:User {id: $id})').using('INDEX u:User(id)').return('u.name AS name')
    expect(await query.run({ id: 1 })).toEqual([{ name: 'Ada' }])
    expect(JSON.stringify((await query.explain({ id: 1 })).plan)).toContain('NodeIndexSeek')
  })

  test('patterns put together at run time', async () => {
    const known = db
      .match(
        db
          .node('u', 'User', { id: $('id') })
          .out('KNOWS', 'k')
          .length(1, 2)
          .to('v', ['User'])
          .where(({ v }) => v.name.startsWith('C'))
          .as('p'),
      )
      .return('v.name AS name, length(p) AS steps, size(k) AS ks')
    expect(await known.run({ id: 1 })).toEqual([{ name: 'Cy', steps: 2, ks: 2 }])
    const back = db
      .match(
        db
          .node('v', 'User', { id: 3 })
          .in('KNOWS', 'k', { weight: $('w') })
          .to('u'),
      )
      .return(({ u }) => ({ name: u.name }))
    expect(await back.run({ w: 2 })).toEqual([{ name: 'Bob' }])
  })

  test('repeated and shortest paths', async (context) => {
    needs(engine, 'repeated paths', context)
    const part = db
      .node('a', 'User')
      .out('KNOWS', 'k')
      .where(({ k }) => k.weight.lt(9))
      .to('b', 'User')
    const paths = db
      .match(db.node('u', 'User', { id: 1 }).repeat(part, 1, 3).to('v', 'User', { id: 3 }).as('p').shortest())
      .return('length(p) AS steps, size(k) AS ks')
    expect(await paths.run()).toEqual([{ steps: 2, ks: 2 }])
    const far = db
      .match(db.node('u', 'User', { id: 1 }).out('KNOWS').times(2, 5).to('v', 'User'))
      .return('v.name AS name')
    expect(await far.run()).toEqual([{ name: 'Cy' }])
  })

  test('labels known at run time', async (context) => {
    needs(engine, 'labels at run time', context)
    const query = db.match(db.node('n', $('label'))).return('count(n) AS n')
    expect(await query.run({ label: 'User' })).toEqual([{ n: 3 }])
    expect(await query.run({ label: 'No`Such' })).toEqual([{ n: 0 }])
  })

  test('LET, FILTER, NEXT and FINISH', async (context) => {
    needs(engine, 'Cypher 25', context)
    const query = db
      .match('(u:User)')
      .let(({ u }) => ({ next: u.age.plus(1) }))
      .filter(({ next }) => next.gt(18))
      .return('u.name AS name, next')
      .next()
      .return('name, next')
    expect(await query.run()).toEqual([{ name: 'Ada', next: 37 }])
    expect(await db.match('(u:User)').finish().run()).toEqual([])
  })
})
