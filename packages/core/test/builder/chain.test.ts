import { GraphError } from '@motif/core'
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
