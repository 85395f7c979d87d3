import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engines } from '../engines.ts'
import { type Change, nameOf, PlainGraph, Refused, type Row, told } from './plain-graph.ts'
import { loose, openShop } from './shop.ts'

const day = new Date('2026-01-02T00:00:00Z')
const number = fc.integer({ min: 0, max: 4 })
const tag = fc.constantFrom('a', 'b', 'c').map((name) => ({ name }))
const id = number.map((each) => ({ id: each }))
const title = fc.constantFrom('One', 'Two')

const withRelationship = <T extends object>(of: fc.Arbitrary<T>, relationship: fc.Arbitrary<object>) =>
  fc.tuple(of, relationship).map(([each, $relationship]) => ({ ...each, $relationship }))
const follow = fc.constantFrom({ since: day }, { since: day, weight: 1 }, { since: day, weight: null })
const stars = fc.constantFrom({}, { stars: 1 }, { stars: 5 })
const liked = fc.oneof(
  tag.map((each) => ({ $label: 'Tag', ...each })),
  id.map((each) => ({ $label: 'Post', ...each })),
)
const few = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 2, selector: (each) => keyText(each as Row) })
const keyText = ({ $label, id: key, name, by }: Row): string => JSON.stringify([$label, key, name, by])

const eitherTag = withRelationship(
  fc.record({ by: tag, create: fc.constantFrom({}, { color: 'red' }) }),
  fc.constant({}),
)
const newPost = fc.record(
  { id: number, title, TAGGED: fc.record({ connect: few(tag), connectOrCreate: few(eitherTag) }) },
  { requiredKeys: ['id', 'title'] },
)
const ends = <T>(keys: fc.Arbitrary<T>) => ({ disconnect: fc.oneof(few(keys), fc.constant(true as const)) })

/** What a relation of a user becomes, on create or besides. */
const ofUser = (update: boolean): fc.Arbitrary<Row> => {
  const follows = { connect: few(withRelationship(id, follow)) }
  const likes = { connect: few(withRelationship(liked, stars)) }
  const wrote = { create: few(newPost), connect: few(id) }
  const optional = (of: Record<string, fc.Arbitrary<unknown>>) => fc.record(of, { requiredKeys: [] })
  const either = (made: object, ...others: readonly Record<string, fc.Arbitrary<unknown>>[]): fc.Arbitrary<unknown> =>
    fc.oneof(...[made as Record<string, fc.Arbitrary<unknown>>, ...(update ? others : [])].map(optional))
  return optional({
    WROTE: either(wrote, { ...wrote, ...ends(id) }, { set: few(id) }, { delete: few(id), detach: fc.boolean() }),
    FOLLOWS: either(follows, { ...follows, ...ends(id) }, { set: few(withRelationship(id, follow)) }),
    '<FOLLOWS': either(follows, ends(id)),
    LIKES: either(likes, { ...likes, ...ends(liked) }, { set: few(withRelationship(liked, stars)) }),
  }) as fc.Arbitrary<Row>
}
const fields = fc.record(
  { age: fc.option(number), full_name: fc.option(title), score: fc.constantFrom(0.5, 1, 2) },
  { requiredKeys: [] },
)
const newUser = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fields, ofUser(false))
  .map(([each, some, relations]) => ({ id: each, name: `u${each}`, ...some, ...relations }))
const increments = fc.record({ visits: number.map((increment) => ({ increment })) }, { requiredKeys: [] })
const changes = fc.tuple(fields, increments).map(([some, more]) => ({ ...some, ...more }))
const changed = fc.tuple(changes, ofUser(true)).map(([some, relations]) => ({ ...some, ...relations }))

type Graph = Parameters<typeof loose>[0]
/** A write: what it says by a model, and what the plain graph makes of it. */
interface Write {
  readonly words: string
  readonly run: (graph: Graph) => Promise<unknown>
  readonly plain: (graph: PlainGraph) => unknown
}
const write = (words: string, given: unknown, both: Pick<Write, 'run' | 'plain'>): Write => ({
  words: `${words} ${JSON.stringify(given)}`,
  ...both,
})

const rowOf = (graph: PlainGraph, key: number): Row => {
  const none = { age: null, full_name: null, score: null, visits: null, at: null, born: null, tags: null }
  return { ...none, ...graph.nodes.get(`User ${key}`) }
}

const relating = (word: 'connect' | 'disconnect' | 'set') =>
  fc.tuple(number, fc.uniqueArray(number, { maxLength: 3 }), follow).map(([from, to, relationship]) => {
    const keys = to.map((each) => ({ id: each, ...(word === 'disconnect' ? {} : { $relationship: relationship }) }))
    return write(word, [from, to, relationship], {
      run: async (graph) => {
        const { connected, disconnected } = await loose(graph, 'User')[word](from, 'FOLLOWS', to, relationship)
        return [connected, disconnected]
      },
      plain: (graph) => graph.relate('User', { id: from }, 'FOLLOWS', { [word]: keys } as Change),
    })
  })

const writes: readonly fc.Arbitrary<Write>[] = [
  newUser.map((data) =>
    write('create', data, {
      run: (graph) => loose(graph, 'User').create(data),
      plain: (graph) => {
        graph.create('User', data)
        return rowOf(graph, data.id)
      },
    }),
  ),
  fc.uniqueArray(newUser, { maxLength: 3, selector: (each) => each.id }).map((rows) =>
    write('createMany', rows, {
      run: async (graph) => (await loose(graph, 'User').createMany(rows, { transactions: 'one' })).created,
      plain: (graph) => {
        for (const each of rows) graph.mustFind(each)
        for (const each of rows) graph.create('User', each)
        return rows.length
      },
    }),
  ),
  fc
    .tuple(number, changed, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 1 }))
    .map(([key, data, version]) =>
      write('update', [key, data, version], {
        run: (graph) => loose(graph, 'User').update(key, data, version === undefined ? {} : { version }),
        plain: (graph) => {
          graph.update('User', { id: key }, data, version)
          return rowOf(graph, key)
        },
      }),
    ),
  fc.tuple(newUser, changed).map(([create, update]) =>
    write('upsert', [create, update], {
      run: (graph) => loose(graph, 'User').upsert({ create, update: detached(update) }),
      plain: (graph) => {
        const created = graph.upsert('User', create, detached(update))
        return { row: rowOf(graph, create.id), created }
      },
    }),
  ),
  fc
    .tuple(
      number,
      changes.filter((each) => Object.keys(each).length > 0),
    )
    .map(([from, data]) =>
      write('updateMany', [from, data], {
        run: async (graph) => (await loose(graph, 'User').updateMany({ where: { id: { gte: from } }, data })).updated,
        plain: (graph) => {
          const names = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((each) => each >= from && graph.nodes.has(`User ${each}`))
          for (const each of names) graph.set(`User ${each}`, data)
          return names.length
        },
      }),
    ),
  fc.tuple(number, fc.boolean()).map(([key, detach]) =>
    write('delete', [key, detach], {
      run: async (graph) => (await loose(graph, 'User').delete(key, { detach })).deleted,
      plain: (graph) => graph.delete([`User ${key}`], detach),
    }),
  ),
  fc.tuple(fc.uniqueArray(number), fc.boolean()).map(([keys, detach]) =>
    write('deleteMany', [keys, detach], {
      run: async (graph) => (await loose(graph, 'Post').deleteMany({ where: { id: { in: keys } }, detach })).deleted,
      plain: (graph) =>
        graph.delete(
          keys.map((each) => nameOf('Post', { id: each })),
          detach,
        ),
    }),
  ),
  relating('connect'),
  relating('disconnect'),
  relating('set'),
]

/** An upsert deletes with all relationships, or is refused. */
const detached = (data: Row): Row => {
  const wrote = data['WROTE'] as Change | undefined
  return wrote?.delete === undefined ? data : { ...data, WROTE: { ...wrote, detach: true } }
}

const outcome = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused || error instanceof GraphError) return { refused: error.code }
    throw error
  }
}

const everything = async (db: Awaited<ReturnType<typeof openShop>>): Promise<unknown> => {
  const nodes = await db.cypher
    .as<{ label: string; row: Row }>('MATCH (n) RETURN labels(n)[0] AS label, n {.*} AS row')
    .run()
  const edges = await db.cypher
    .as<{ from: string; a: Row; type: string; r: Row; to: string; b: Row }>(
      'MATCH (a)-[r]->(b) RETURN labels(a)[0] AS from, a {.*} AS a, type(r) AS type, properties(r) AS r, ' +
        'labels(b)[0] AS to, b {.*} AS b',
    )
    .run()
  return {
    nodes: Object.fromEntries(nodes.map(({ label, row }) => [nameOf(label, row), row])),
    edges: edges
      .map(({ from, a, type, r, to, b }) => `${nameOf(from, a)} ${type} ${nameOf(to, b)} ${told(r)}`)
      .toSorted(),
  }
}

const unique = [
  'CREATE CONSTRAINT one_user FOR (n:User) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT one_post FOR (n:Post) REQUIRE n.id IS UNIQUE',
  'CREATE CONSTRAINT one_tag FOR (n:Tag) REQUIRE n.name IS UNIQUE',
]

const open = async (engine: (typeof engines)[number]) => {
  const db = await openShop(engine, { User: { version: 'version' } })
  for (const each of unique) await db.cypher.as<never>(each).execute()
  return db
}

/** Most of what the writes speak of: they change more than they are refused. */
const begun = async (db: Awaited<ReturnType<typeof openShop>>): Promise<PlainGraph> => {
  await db.cypher.as<never>('MATCH (n) DETACH DELETE n').execute()
  const plain = new PlainGraph()
  const steps: readonly (readonly [string, readonly Row[]])[] = [
    ['Tag', [{ name: 'a' }, { name: 'b', color: 'blue' }]],
    [
      'Post',
      [0, 1, 2, 3].map((each) => ({ id: each, title: 'One', TAGGED: { connect: each < 1 ? [{ name: 'a' }] : [] } })),
    ],
    ['User', [0, 1, 2, 3].map((each) => ({ id: each, name: `u${each}`, WROTE: { connect: [{ id: each }] } }))],
  ]
  for (const [label, rows] of steps) {
    await loose(db, label).createMany(rows)
    for (const each of rows) plain.create(label, each)
  }
  return plain
}

describe.each(engines)('writes at random on %s', (engine) => {
  const sequence = fc.array(fc.oneof(...writes), { minLength: 1, maxLength: 12 })
  const short = fc.array(fc.oneof(...writes), { minLength: 1, maxLength: 4 })
  const numRuns = engine === 'grafeo' ? 200 : 8

  it('leave the graph as the same words do without an engine, and say the same', async () => {
    await using db = await open(engine)
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const plain = await begun(db)
        for (const { run, plain: expected, words } of steps) {
          const said = await outcome(() => plain.whole(() => expected(plain)))
          expect([words, await outcome(() => run(db))]).toEqual([words, said])
          expect([words, await everything(db)]).toEqual([words, plain.told()])
        }
      }),
      { numRuns },
    )
  }, 300_000)

  it('in a transaction are seen by it at once, and are taken back with it', async () => {
    await using db = await open(engine)
    await fc.assert(
      fc.asyncProperty(short, short, async (first, second) => {
        const plain = await begun(db)
        for (const steps of [first, second]) {
          const work = plain.whole.bind(plain)
          const failed = await outcome(() =>
            db.write(async (tx) => {
              for (const { run } of steps) {
                await run(tx)
                const users = await loose(tx, 'User').getMany([0, 1, 2, 3, 4])
                expect(users).toEqual(await loose(tx, 'User').getMany([0, 1, 2, 3, 4], { fresh: true }))
              }
              return 'done'
            }),
          )
          const said = await outcome(() => work(() => steps.map(({ plain: expected }) => expected(plain)) && 'done'))
          expect(failed).toEqual(said)
          expect(await everything(db)).toEqual(plain.told())
        }
      }),
      { numRuns },
    )
  }, 300_000)
})
