import { neo4j, type Plugin } from '@motif/core'
import { softDelete } from '@motif/core/plugins'
import { describe, expect, test } from 'vitest'
import { isPlain } from '../../../src/model/read/plain.ts'
import { options } from '../../../src/model/read/shape.ts'
import { shopOn } from './shop.ts'

describe('the shape of arguments', () => {
  test.each([
    [{ where: { id: 1 } }, { where: { id: 2 } }],
    [{ where: { id: { in: [1, 2] } } }, { where: { id: { in: [3] } } }],
    [
      { limit: 3, skip: 1 },
      { limit: 4, skip: 2 },
    ],
    [{ select: { WROTE: { where: { id: 'a' }, limit: 1 } } }, { select: { WROTE: { where: { id: 'b' }, limit: 2 } } }],
    [{ where: { label: 'a' } }, { where: { label: 'b' } }],
    [{ where: { at: new Date(0) } }, { where: { at: new Date(1) } }],
  ])('is one for %j and %j', (one, other) => {
    expect(options(one)).toBe(options(other))
  })

  test.each([
    [{ where: { id: 1 } }, { where: { id: null } }],
    [{ where: { id: 1 } }, { where: { age: 1 } }],
    [{ where: { id: true } }, { where: { id: false } }],
    [{ where: { id: 1 } }, { where: { id: { eq: 1 } } }],
    [{ cursor: [1, null] }, { cursor: [1, 1] }],
    [{ cursor: [true] }, { cursor: [false] }],
    [{ where: { id: { in: [] } } }, { where: { id: 1 } }],
    [{ where: { or: [{ id: 1 }] } }, { where: { or: [{ id: 1 }, { id: 1 }] } }],
    [{ where: { WROTE: { label: 'Post', some: {} } } }, { where: { WROTE: { label: 'Comment', some: {} } } }],
    [{ orderBy: 'id' }, { orderBy: 'age' }],
    [{ orderBy: { id: 'asc' } }, { orderBy: { id: 'desc' } }],
    [{ select: { id: true } }, { select: { id: false } }],
    [{ select: { WROTE: { relationship: true } } }, { select: { WROTE: {} } }],
    [{ select: { WROTE: { orderBy: 'a' } } }, { select: { WROTE: { orderBy: 'b' } } }],
    [{ select: { where: { orderBy: 'a' } } }, { select: { where: { orderBy: 'b' } } }],
    [{ where: { 'a4:null': 1 } }, { where: { a: null } }],
    [{ where: { '1:a': 'v', b: 1 } }, { where: { '1:av,1:b': 1 } }],
    [{ where: { a: 1, b: { c: 1 } } }, { where: { a: 1, b: {}, c: 1 } }],
  ])('is another for %j and %j', (one, other) => {
    expect(options(one)).not.toBe(options(other))
  })

  test('takes for operators what is written as an object, and nothing else', () => {
    expect([{}, Object.create(null), JSON.parse('{"a":1}')].map(isPlain)).toEqual([true, true, true])
    expect([null, [], new Date(), new Map(), 'a', class {}].some(isPlain)).toBe(false)
  })
})

describe('a plan', () => {
  test('is made once for a shape, whatever the values are', async () => {
    let rewritten = 0
    const counting: Plugin = {
      name: 'counting',
      rewrite: (clauses) => {
        rewritten += 1
        return clauses
      },
    }
    const { executor, model } = shopOn(neo4j, [counting])
    const ask = (id: number, limit: number) =>
      model('User').find({ where: { id }, include: { WROTE: { where: { title: `t${id}` }, limit } } })
    await ask(1, 2)
    await ask(3, 4)
    expect(rewritten).toBe(1)
    expect(executor.requests.map(({ params }) => params)).toEqual([
      { p1: 1, p2: 't1', p3: 2 },
      { p1: 3, p2: 't3', p3: 4 },
    ])
    expect(executor.requests[1]?.text).toBe(executor.requests[0]?.text)
    await model('User').find({ where: { age: 1 } })
    expect(rewritten).toBe(2)
  })

  test('is one for each set of plugins', async () => {
    const plain = shopOn(neo4j)
    const soft = shopOn(neo4j, [softDelete({ property: 'deletedAt', labels: ['User'] })])
    for (const { model } of [plain, soft, plain]) await model('User').find({ select: { id: true } })
    expect(plain.executor.requests.map(({ text }) => text)).toEqual([
      'MATCH (n:User)\nRETURN n.id AS id',
      'MATCH (n:User)\nRETURN n.id AS id',
    ])
    expect(soft.executor.requests[0]?.text).toBe('MATCH (n:User WHERE n.deletedAt IS NULL)\nRETURN n.id AS id')
  })
})
