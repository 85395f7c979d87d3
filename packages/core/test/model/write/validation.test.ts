import { inspect } from 'node:util'
import { GraphError, neo4j } from '@motif/core'
import { describe, expect, it, test } from 'vitest'
import { shopOn } from './shop.ts'

type Result = { readonly value: unknown } | { readonly issues: readonly object[] }

/** A validator as any library makes one. */
const standard = (validate: (value: Record<string, unknown>) => Result | Promise<Result>) => ({
  '~standard': { version: 1, vendor: 'test', validate },
})

/** Refuses a text that is too short, in words that hold it. */
const named = (value: Record<string, unknown>): Result => {
  const { fullName } = value
  return typeof fullName === 'string' && fullName.length < 3
    ? { issues: [{ message: `'${fullName}' is too short`, path: [{ key: 'fullName' }] }] }
    : { value: { ...value, fullName: String(fullName).trim() } }
}
const later = async (value: Record<string, unknown>): Promise<Result> => {
  await Promise.resolve()
  return named(value)
}

const refused = async (work: Promise<unknown>): Promise<GraphError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GraphError)
  return error as GraphError
}

const ada = { id: 1, fullName: 'Ada' }

describe.each([
  ['at once', named],
  ['later', later],
] as const)('a validator that answers %s', (_, validate) => {
  it('names every fault of every row, and nothing is sent', async () => {
    const { executor, model } = shopOn(neo4j, { validate: standard(validate) })
    const rows = [ada, { id: 2, fullName: 'Bo' }, { id: 3, fullName: 'Cy', nme: 1 }]
    const error = await refused(model('User').createMany(rows))
    expect(error).toMatchObject({ code: 'VALIDATION', outcome: 'not sent', fault: 'caller' })
    expect(error.issues?.toSorted((a, b) => String(a.path).localeCompare(String(b.path)))).toEqual([
      { index: 1, path: ['fullName'], message: "'Bo' is too short" },
      { index: 2, path: ['fullName'], message: "'Cy' is too short" },
      { index: 2, path: ['nme'], message: 'is no field or relation of User' },
    ])
    expect(executor.requests).toEqual([])
  })

  it('has its words where nothing prints them', async () => {
    const { model } = shopOn(neo4j, { validate: standard(validate) })
    const error = await refused(model('User').create({ id: 2, fullName: 'Bo' }))
    expect(error.message).toBe('create of User was refused, and nothing was sent: fullName is refused by its validator')
    for (const shown of [inspect(error, { depth: 9 }), JSON.stringify(error), String(error)])
      expect(shown).not.toContain('too short')
  })

  it('gives what is written', async () => {
    const { executor, model } = shopOn(neo4j, { validate: { create: standard(validate) } })
    await refused(model('User').create({ id: 2, fullName: ' Ada ' }))
    expect(executor.requests[0]?.params).toEqual({ p1: 2, p2: 'Ada', p3: 1 })
  })

  it('sees nodes that are created beside others', async () => {
    const { executor, model } = shopOn(neo4j, { validate: standard(validate) })
    const post = { tenant: 'blue', id: 1n, title: 'One', '<WROTE': { create: [ada, { id: 2, fullName: 'Bo' }] } }
    const error = await refused(model('Post').create(post))
    expect(error.issues).toEqual([{ path: ['<WROTE', 'create', 1, 'fullName'], message: "'Bo' is too short" }])
    expect(executor.requests).toEqual([])
  })

  it('for whole nodes judges of an update what is given', async () => {
    const { executor, model } = shopOn(neo4j, {
      validate: standard(async (value) => {
        const result = await validate(value)
        const missing = value['id'] === undefined ? [{ message: 'is missing', path: ['id'] }] : []
        const found = 'issues' in result ? result.issues : []
        return missing.length + found.length > 0 ? { issues: [...missing, ...found] } : result
      }),
    })
    expect((await refused(model('User').update(1, { fullName: 'Bo' }))).issues).toEqual([
      { path: ['fullName'], message: "'Bo' is too short" },
    ])
    expect(executor.requests).toEqual([])
    await refused(model('User').update(1, { fullName: 'Bob' }))
    expect(executor.requests[0]?.text).toContain('SET n.full_name')
  })
})

test('each operation may have its own', async () => {
  const never = standard(() => ({ issues: [{ message: 'never' }] }))
  const { model, executor } = shopOn(neo4j, { validate: { update: never } })
  expect(await refused(model('User').update(1, { age: 2 }))).toMatchObject({ issues: [{ path: [], message: 'never' }] })
  await refused(model('User').updateMany({ all: true, data: { age: 2 } }))
  expect(executor.requests).toEqual([])
  await refused(model('User').create(ada))
  expect(executor.requests).toHaveLength(1)
})

test('what a validator adds has to be a field', async () => {
  const { model } = shopOn(neo4j, { validate: standard((value) => ({ value: { ...value, more: 1 } })) })
  expect(await refused(model('User').create(ada))).toMatchObject({
    issues: [{ path: ['more'], message: 'is no field: it is its validator that gave it' }],
  })
})

test('what a validator gives out has to be an object', async () => {
  const { model } = shopOn(neo4j, { validate: standard(() => ({ value: undefined })) })
  expect(await refused(model('User').create(ada))).toMatchObject({
    code: 'VALIDATION',
    issues: [{ path: [], message: 'is no object: it is its validator that gave it' }],
  })
})

describe('without a validator', () => {
  const faultsOf = async (data: object): Promise<unknown> =>
    (await refused(shopOn(neo4j).model('User').create(data))).issues?.map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    )

  it.each<[object, readonly string[]]>([
    [{}, ['id is missing', 'fullName is missing']],
    [{ ...ada, id: 1.5 }, ['id is not a whole number']],
    [{ ...ada, id: 2 ** 53 }, ['id is not a whole number']],
    [{ ...ada, fullName: 1 }, ['fullName is not a text']],
    [{ ...ada, fullName: null }, ['fullName is not a text']],
    [{ ...ada, score: '1' }, ['score is not a number']],
    [{ ...ada, tags: 'a' }, ['tags is not a list, each a text']],
    [{ ...ada, tags: ['a', 1] }, ['tags is not a list, each a text']],
    [{ ...ada, home: { x: 1, y: 2 } }, ['home is not a point']],
    [{ ...ada, secret: 'x' }, ['secret is not bytes']],
    [{ ...ada, active: 1 }, ['active is not true or false or a text']],
    [{ ...ada, at: 1 }, ['at is not a dateTime, or its text']],
    [{ ...ada, full_name: 'x' }, ['full_name is no field or relation of User']],
    [{ ...ada, age: undefined }, ['age is undefined: give null, or leave it out']],
    [{ ...ada, $label: 'User' }, ['$label is no field or relation of User']],
    [{ ...ada, version: 3 }, ['version is made by itself, and not accepted']],
    [{ ...ada, WROTE: 1 }, ['WROTE takes an object of create, connect, connectOrCreate']],
    [{ ...ada, WROTE: { set: [] } }, ['WROTE takes an object of create, connect, connectOrCreate']],
    [
      { ...ada, WROTE: { connect: 1 } },
      [
        'WROTE.connect.tenant is missing: it is of the key of Post',
        'WROTE.connect.id is missing: it is of the key of Post',
      ],
    ],
    [
      { ...ada, WROTE: { connect: { tenant: 'x', id: 1n, titel: 1 } } },
      ['WROTE.connect.titel is not of the key of Post'],
    ],
    [
      { ...ada, FOLLOWS: { connect: { id: 'x' } } },
      ['FOLLOWS.connect.id is not a whole number', 'FOLLOWS.connect.$relationship.since is missing'],
    ],
    [
      { ...ada, FOLLOWS: { connect: { id: 2, $relationship: { since: '2026-01-01', sinc: 1 } } } },
      ['FOLLOWS.connect.$relationship.sinc is no property of FOLLOWS'],
    ],
    [
      { ...ada, LIKES: { connect: { $label: 'User', id: 1 } } },
      ['LIKES.connect needs $label, as LIKES leads to several: Post, Tag'],
    ],
    [{ ...ada, WROTE: { create: undefined } }, ['WROTE.create is undefined: leave it out']],
    [
      { ...ada, FOLLOWS: { connect: { id: 2, $relationship: undefined } } },
      ['FOLLOWS.connect.$relationship is no object'],
    ],
    [
      { ...ada, FOLLOWS: { connectOrCreate: { by: 2 } } },
      ['FOLLOWS.connectOrCreate needs { by: its key, create: the node }'],
    ],
  ])('%o', async (data, faults) => {
    expect(await faultsOf(data)).toEqual(faults)
  })

  it('connects to nothing at random: without a key no node is meant', async () => {
    const { executor, model } = shopOn(neo4j)
    const error = await refused(
      model('Tag').create({ name: 'x', NOTED: { connectOrCreate: { by: {}, create: { text: 'y' } } } }),
    )
    expect(error.issues).toEqual([{ path: ['NOTED', 'connectOrCreate'], message: 'cannot be found: Note has no key' }])
    expect(executor.requests).toEqual([])
  })

  it.each<[object, string]>([
    [{ WROTE: { set: undefined } }, 'WROTE.set is undefined: leave it out'],
    [{ WROTE: { disconnect: undefined } }, 'WROTE.disconnect is undefined: leave it out'],
    [{ age: { increment: 'x' } }, 'age.increment is not a whole number'],
    [{ age: { increment: 0.5 } }, 'age.increment is not a whole number'],
    [{ score: { increment: Number.NaN } }, 'score.increment is not a number'],
    [{ fullName: { increment: 1 } }, 'fullName is no number, and cannot be incremented'],
    [{ age: { increment: 1, by: 2 } }, 'age takes a value, or { increment: a number }'],
    [
      { WROTE: { delete: { tenant: 'x', id: 1n }, connect: [{ tenant: 'x', id: 1 }] } },
      'WROTE.delete is connected by the same call',
    ],
    [{ version: 2 }, 'version is made by itself, and not accepted'],
    [
      { WROTE: { delete: 1, remove: 2 } },
      'WROTE takes an object of create, connect, connectOrCreate, disconnect, set, delete, detach',
    ],
  ])('a change to %o', async (changes, fault) => {
    const { executor, model } = shopOn(neo4j)
    const error = await refused(model('User').update(1, changes))
    expect(error.issues?.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([fault])
    expect(executor.requests).toEqual([])
  })

  it('takes a hole in a list for what it is', async () => {
    const error = await refused(
      shopOn(neo4j)
        .model('Tag')
        .createMany(Array.from<object>({ length: 1 }).concat(Array(1))),
    )
    expect(error.issues).toMatchObject([0, 0, 1, 1].map((index) => ({ index })))
  })

  it('tells five faults in its message, and how many more there are', async () => {
    const { model } = shopOn(neo4j)
    const error = await refused(model('User').createMany(Array.from({ length: 9 }, (_, id) => ({ id }))))
    expect(error.message).toContain('[4].fullName is missing; and 4 more')
    expect(error.issues).toHaveLength(9)
  })

  it('sends a whole number of any kind, and null where it may be', async () => {
    const { executor, model } = shopOn(neo4j)
    await refused(model('User').create({ id: 9007199254740993n, fullName: 'x', age: null, active: 'yes', free: null }))
    expect(executor.requests).toHaveLength(1)
  })
})

describe('calls that are wrong', () => {
  test.each<[string, (model: ReturnType<typeof shopOn>['model']) => Promise<unknown>, string]>([
    ['no version', (model) => model('Tag').update('x', {}, { version: 1 }), 'Tag has no version'],
    ['no rows at once', (model) => model('Tag').createMany([], { batchSize: 0 }), 'batchSize is a whole number from 1'],
    ['no condition', (model) => model('Tag').deleteMany({}), 'say all: true'],
    ['nothing', (model) => model('Tag').updateMany(undefined), 'updateMany() takes { where, data }'],
    [
      'no such option',
      (model) => model('Tag').deleteMany({ were: {} }),
      "deleteMany() has no option 'were': where, all, detach",
    ],
    ['no such field', (model) => model('Tag').create({ name: 'x' }, { select: { nme: true } }), "Tag has no 'nme'"],
    ['no rows', (model) => model('Tag').createMany({} as never), 'createMany() takes rows'],
    ['none at all', (model) => model('Tag').createMany(null as never), 'createMany() takes rows'],
    [
      'no such way',
      (model) => model('Tag').createMany([{ name: 'x' }], { transactions: 'all' }),
      "transactions is 'one' or 'batch'",
    ],
    ['no option', (model) => model('Tag').delete('x', { detatch: true }), "delete() has no option 'detatch': detach"],
    ['no choice', (model) => model('Tag').create({ name: 'x' }, { selct: {} }), "create() has no option 'selct'"],
    ['no options', (model) => model('Tag').update('x', {}, null as never), 'update() takes an object'],
    ['no version known', (model) => model('User').update(1, {}, { version: undefined }), 'version is undefined'],
    [
      'no part of it',
      (model) => model('Tag').upsert({ create: { name: 'x' }, updat: {} }),
      "upsert() has no option 'updat': create, update",
    ],
    ['no upsert', (model) => model('Tag').upsert(undefined as never), 'upsert() takes an object of create, update'],
    ['no function', (model) => model('User').modify(1, 3 as never), 'modify() takes a function'],
    ['no end', (model) => model('User').modify(1, () => ({}), { retries: Number.NaN }), 'retries is a whole number'],
  ])('%s', async (_, call, words) => {
    const { executor, model } = shopOn(neo4j)
    const error = await refused(call(model))
    expect(error).toMatchObject({ code: 'USAGE', outcome: 'not sent', message: expect.stringContaining(words) })
    expect(executor.requests).toEqual([])
  })
})
