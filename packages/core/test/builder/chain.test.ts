import { $, cypher, GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { socialGraph } from './social-graph.ts'

const refusal = (run: () => unknown): GraphError => {
  try {
    run()
  } catch (error) {
    if (error instanceof GraphError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a query is a value', () => {
  it('gives the very same query for the same texts', () => {
    const db = socialGraph()
    const once = db.match('(u:User)').where('u.id = $id').return('u.name').limit(3)
    expect(db.match('(u:User)').where('u.id = $id').return('u.name').limit(3)).toBe(once)
    expect(db.match('(u:User)').where('u.id = $id').return('u.name').limit(4)).not.toBe(once)
  })
  it('is not changed by what is built on it', () => {
    const users = socialGraph().match('(u:User)')
    const grown = users.where('u.age > 18').return('u.name')
    expect(users.return('u.name').compile().text).toBe('MATCH (u:User)\nRETURN u.name')
    expect(grown.compile().text).toBe('MATCH (u:User)\nWHERE u.age > 18\nRETURN u.name')
  })
  it('forgets the oldest texts rather than keep them all', () => {
    const db = socialGraph()
    const first = db.match('(u:User)').limit(0)
    for (let rows = 1; rows < 3_000; rows++) db.match('(u:User)').limit(rows)
    expect(db.match('(u:User)').limit(0)).not.toBe(first)
  })
  it('compiles once for each dialect', () => {
    const query = socialGraph().match('(u:User)').return('u.name')
    expect(query.compile()).toBe(query.compile({ dialect: 'neo4j' }))
  })
})

describe('refused before anything is sent', () => {
  it('undefined in a condition', () => {
    const error = refusal(() =>
      socialGraph()
        .match('(u:User)')
        .where(({ u }) => u.age.gt(undefined as never)),
    )
    expect(error).toMatchObject({
      code: 'USAGE',
      fault: 'caller',
      message: expect.stringContaining('undefined given to gt()'),
    })
  })
  it('null against an operator', () => {
    expect(
      refusal(() =>
        socialGraph()
          .match('(u:User)')
          .where(({ u }) => u.age.eq(null as never)),
      ).message,
    ).toContain('isNull()')
  })
  it('undefined among the properties to set', () => {
    expect(
      refusal(() =>
        socialGraph()
          .match('(u:User)')
          .set('u', { name: undefined as never }),
      ).message,
    ).toContain("set('u', { name })")
  })
  it.each([
    ['delete', () => socialGraph().match('(u:User)').delete('u')],
    ['detachDelete', () => socialGraph().match('(u:User)').detachDelete('u')],
    ['set', () => socialGraph().match('(u:User)').set('u.age = 1')],
    ['remove', () => socialGraph().match('(u:User)').remove('u.age')],
    ['a statement', () => socialGraph().cypher('MATCH (u:User) DETACH DELETE u')],
  ])('a write that nothing narrows: %s', (_name, query) => {
    expect(refusal(() => query().compile())).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('.all()'),
    })
  })
  it('a number of rows that is none', () => {
    expect(refusal(() => socialGraph().match('(u:User)').limit(-1)).message).toContain('whole number')
    expect(refusal(() => socialGraph().match('(u:User)').skip(1.5)).message).toContain('whole number')
  })
  it('a template, a list, anything that is no text', () => {
    const db = socialGraph() as unknown as { match(given: unknown): unknown; cypher(given: unknown): unknown }
    expect(refusal(() => db.match(['(u:User)'])).message).toContain('one literal')
    expect(refusal(() => db.cypher(7)).message).toContain('one literal')
  })
  it('distinct() without a projection before it', () => {
    expect(refusal(() => socialGraph().match('(u:User)').distinct()).message).toContain('follows with() or return()')
  })
})

describe('when', () => {
  it('takes the parameters of a branch that was not taken, and does not send them', () => {
    const query = socialGraph()
      .match('(u:User)')
      .when(false, (q) => q.where('u.age >= $least'))
      .return('u.name')
    expect(query.prepare().bind({ least: 3 })).toEqual({})
    expect(query.prepare().bind()).toEqual({})
  })
  it('asks for those of a branch that was', () => {
    const query = socialGraph()
      .match('(u:User)')
      .when(true, (q) => q.where('u.age >= $least'))
      .return('u.name')
    expect(query.prepare().bind({ least: 3 })).toEqual({ least: 3 })
    expect(refusal(() => query.prepare().bind({}))).toMatchObject({
      code: 'PARAMETER',
      message: expect.stringContaining('$least'),
    })
  })
  it('hands the condition to the branch, and does without a branch that cannot be built for want of it', () => {
    const older = (ages: readonly number[] | undefined) =>
      socialGraph()
        .match('(u:User)')
        .when(ages, (q, some) => q.where(({ u }) => u.age.in(some.filter((age) => age > 17))))
        .return('u.name')
    expect(older(undefined).prepare().compiled.text).toBe('MATCH (u:User)\nRETURN u.name')
    expect(Object.values(older([3, 18, 40]).prepare().bind())).toEqual([[18, 40]])
  })
})

describe('queries in queries', () => {
  it('writes OPTIONAL CALL, names imported or all', () => {
    const text = socialGraph()
      .match('(u:User)')
      .optionalCall(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('p.title AS title'))
      .call('*', (query) => query.match('(t:Tag)').return('count(t) AS tags'))
      .return('title, tags')
      .compile().text
    expect(text).toBe(`MATCH (u:User)
OPTIONAL CALL (u) {
  MATCH (u)-[:WROTE]->(p:Post)
  RETURN p.title AS title
}
CALL (*) {
  MATCH (t:Tag)
  RETURN count(t) AS tags
}
RETURN title, tags`)
  })
  it('numbers inline values through all of them', () => {
    const { text, params } = socialGraph()
      .match('(u:User)')
      .where(({ u }) => u.id.gt(1))
      .call(['u'], (query) =>
        query
          .match('(p:Post)')
          .where(({ p }) => p.id.gt(2))
          .return('p'),
      )
      .return('u.id AS id')
      .union(
        socialGraph()
          .match('(u:User)')
          .where(({ u }) => u.id.gt(3))
          .return('u.id AS id'),
      )
      .compile()
    expect(params).toEqual({ p1: 1, p2: 2, p3: 3 })
    expect(text).toContain('WHERE u.id > $p3')
  })
  it('keeps what was said of a part: writes that are meant, parameters of branches not taken', () => {
    const db = socialGraph()
    const tidy = db.call([], (query) => query.match('(t:Tag)').delete('t').all())
    expect(tidy.compile().text).toContain('DELETE t')
    const users = db
      .match('(u:User)')
      .when(false, (query) => query.where('u.age > $least'))
      .return('u.name AS name')
    const both = users.union(db.match('(t:Tag)').return('t.name AS name'))
    expect(both.prepare().bind({ least: 3 })).toEqual({})
    const inside = db.call([], () => both).return('name')
    expect(inside.prepare().bind({ least: 3 })).toEqual({})
  })
  it('is refused where it can only be a mistake', () => {
    const db = socialGraph()
    expect(refusal(() => db.call([], () => undefined)).message).toContain('returns what it made')
    expect(
      refusal(() => db.foreach('x', $('xs') as never, (query) => query.match('(t:Tag)').set('t', { name: 'x' })))
        .message,
    ).toContain('foreach() only writes: match')
    const [users, tags] = [db.match('(u:User)').return('u.name AS name'), db.match('(t:Tag)').return('t.name AS name')]
    expect(refusal(() => users.union(tags).unionAll(users)).message).toContain('UNION and UNION ALL do not mix')
    expect(refusal(() => users.union({} as never)).message).toContain('takes a query')
  })
  it('names what WHERE cannot follow, and what to write instead', () => {
    const counted = socialGraph()
      .match('(u:User)')
      .call(['u'], (query) => query.match('(u)-[:WROTE]->(p:Post)').return('count(p) AS n'))
    expect(refusal(() => counted.where(({ n }) => n.gt(1))).message).toContain(
      "WHERE does not follow call-subquery: write .with('*')",
    )
    expect(refusal(() => counted.all().where('n > 1')).code).toBe('USAGE')
    expect(counted.with('*').where('n > 1').return('n').compile().text).toContain('WITH *\nWHERE n > 1')
  })
  it('takes dynamic texts side by side, each with its own values', () => {
    const db = socialGraph()
    const one = db.cypher(cypher<{ id: number }>`MATCH (u:User {id: ${1}}) RETURN u.id AS id`)
    const { text, params } = one
      .union(db.cypher(cypher<{ id: number }>`MATCH (p:Post {id: ${2}}) RETURN p.id AS id`))
      .compile()
    expect(text).toBe('MATCH (u:User {id: $v1}) RETURN u.id AS id\nUNION\nMATCH (p:Post {id: $p1}) RETURN p.id AS id')
    expect(params).toEqual({ v1: 1, p1: 2 })
  })
})

describe('clauses of Cypher 25', () => {
  it('LET, FILTER, NEXT and FINISH, by callbacks as by text', () => {
    const db = socialGraph()
    const built = db
      .match('(u:User)')
      .let(({ u }) => ({ next: u.age.plus(1) }))
      .filter(({ next }) => next.gt(18))
      .return('u.name AS name, next')
      .next()
      .filter('next < 99')
      .let('more = next + 1')
      .finish()
    expect(built.compile().text).toBe(`MATCH (u:User)
LET next = u.age + $p1
FILTER next > $p2
RETURN u.name AS name, next
NEXT
FILTER next < 99
LET more = next + 1
FINISH`)
  })
  it('a subquery in batches', () => {
    const text = socialGraph()
      .match('(u:User)')
      .call(['u'], (query) => query.set('u', { age: 3 }), {
        inTransactions: { rows: 500, concurrency: true, onError: 'continue', retryFor: 2, reportStatus: 's' },
      })
      .return('s.committed AS ok')
      .all()
      .compile().text
    expect(text).toBe(`MATCH (u:User)
CALL (u) {
  SET u.age = $p3
} IN CONCURRENT TRANSACTIONS OF $p1 ROWS ON ERROR RETRY FOR $p2 SECONDS THEN CONTINUE REPORT STATUS AS s
RETURN s.committed AS ok`)
  })
  it('labels that a parameter gives', () => {
    const query = socialGraph().match('(u:User {id: 1})').setLabels('u', $('l'), 'Admin').removeLabels('u', $('l'))
    expect(query.compile().text).toBe('MATCH (u:User {id: 1})\nSET u:$($l):Admin\nREMOVE u:$($l)')
  })
})

describe('clauses by their text', () => {
  it('takes procedures by their parts', () => {
    const query = socialGraph()
      .match('(u:User)')
      .callProcedure('some.thing', ({ u }) => [u.name, $('words'), 3], ['one AS two', 'three'])
      .return('two, three')
    expect(query.compile()).toMatchObject({
      text: 'MATCH (u:User)\nCALL some.thing(u.name, $words, $p1) YIELD one AS two, three\nRETURN two, three',
      params: { p1: 3 },
    })
  })
  it.each([
    [
      'a procedure',
      socialGraph().call('db.labels() YIELD label').return('label'),
      'CALL db.labels() YIELD label\nRETURN label',
    ],
    [
      'a hint',
      socialGraph().match('(u:User {id: 1})').using('INDEX u:User(id)').return('u.name'),
      'MATCH (u:User {id: 1})\nUSING INDEX u:User(id)\nRETURN u.name',
    ],
    [
      'a graph',
      socialGraph().useGraph('social').match('(u:User {id: 1})').return('u.name'),
      'USE social\nMATCH (u:User {id: 1})\nRETURN u.name',
    ],
    [
      'a file',
      socialGraph().loadCsv("WITH HEADERS FROM 'file:///x.csv' AS row").return('count(*) AS n'),
      "LOAD CSV WITH HEADERS FROM 'file:///x.csv' AS row\nRETURN count(*) AS n",
    ],
  ])('%s', (_name, query, text) => {
    expect(query.compile().text).toBe(text)
  })
})
