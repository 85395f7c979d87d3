import { GraphNode, GraphPath, GraphRelationship, Point, defineSchema, float, node } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnyDatabase, clear, neo4j, neo4jServers } from './neo4j.ts'

const { PlainDate, PlainDateTime, PlainTime, ZonedDateTime, Duration } = Temporal

/** What Cypher makes itself, so that reading is not held against our own writing. */
const written: readonly (readonly [text: string, value: unknown])[] = [
  ['null', null],
  ['true', true],
  ['0', 0],
  ['-16', -16],
  ['-17', -17],
  ['127', 127],
  ['128', 128],
  ['-128', -128],
  ['-129', -129],
  ['32767', 32_767],
  ['-32769', -32_769],
  ['2147483647', 2_147_483_647],
  ['-2147483649', -2_147_483_649],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['9007199254740992', 9_007_199_254_740_992n],
  ['-9007199254740992', -9_007_199_254_740_992n],
  ['9223372036854775807', 2n ** 63n - 1n],
  ['-9223372036854775808', -(2n ** 63n)],
  ['1.0', 1],
  ['-0.0', -0],
  ['1.0 / 0.0', Infinity],
  ['-1.0 / 0.0', -Infinity],
  ['0.0 / 0.0', Number.NaN],
  ['4.9e-324', 5e-324],
  ['""', ''],
  ['"Åse 猫 𝄞"', 'Åse 猫 𝄞'],
  ['[]', []],
  ['{}', {}],
  ['[1, "a", null, [true, {b: [{}]}]]', [1, 'a', null, [true, { b: [{}] }]]],
  ['{`__proto__`: 1, `a b`: null}', JSON.parse('{"__proto__": 1, "a b": null}')],
  ['point({x: 1, y: 2})', new Point(7203, 1, 2)],
  ['point({x: 1, y: 2, z: 3})', new Point(9157, 1, 2, 3)],
  ['point({longitude: 18.07, latitude: 59.33})', new Point(4326, 18.07, 59.33)],
  ['point({longitude: 18.07, latitude: 59.33, height: -1.5})', new Point(4979, 18.07, 59.33, -1.5)],
]

const temporal: readonly (readonly [text: string, value: { toString(): string }])[] = [
  ['date("1583-01-01")', PlainDate.from('1583-01-01')],
  ['date("9999-12-31")', PlainDate.from('9999-12-31')],
  ['date("-0044-03-15")', PlainDate.from('-000044-03-15')],
  ['localtime("23:59:59.999999999")', PlainTime.from('23:59:59.999999999')],
  ['time("00:00:00.000000001+14:00")', OffsetTime.from('00:00:00.000000001+14:00')],
  ['time("12:00-17:59")', OffsetTime.from('12:00-17:59')],
  ['localdatetime("1969-12-31T23:59:59.999999999")', PlainDateTime.from('1969-12-31T23:59:59.999999999')],
  ['datetime("1969-12-31T23:59:59.999999999Z")', ZonedDateTime.from('1969-12-31T23:59:59.999999999[+00:00]')],
  ['datetime("2024-02-29T01:02:03.000000001+05:45")', ZonedDateTime.from('2024-02-29T01:02:03.000000001[+05:45]')],
  [
    'datetime("2024-10-27T02:30:00.123456789+01:00[Europe/Stockholm]")',
    ZonedDateTime.from('2024-10-27T02:30:00.123456789+01:00[Europe/Stockholm]'),
  ],
  [
    'datetime("2024-10-27T02:30:00.123456789+02:00[Europe/Stockholm]")',
    ZonedDateTime.from('2024-10-27T02:30:00.123456789+02:00[Europe/Stockholm]'),
  ],
  ['duration("P14M3DT4H5M6.000000007S")', Duration.from('P1Y2M3DT4H5M6.000000007S')],
  ['duration("-P14M")', Duration.from('-P1Y2M')],
  ['duration("PT0S")', Duration.from('PT0S')],
]

interface Graph {
  nodes: {
    Person: { properties: { name: string; age: number | null }; in: { KNOWS: 'Person' }; out: { KNOWS: 'Person' } }
  }
  relationships: { KNOWS: { from: 'Person'; to: 'Person'; properties: { since: number } } }
}

const schema = defineSchema<Graph>({
  nodes: { Person: { properties: { name: 'string', age: 'integer?' } } },
  relationships: { KNOWS: { from: ['Person'], to: ['Person'], properties: { since: 'integer' } } },
})

describe.each(neo4jServers)('on %s', (kind) => {
  let db: AnyDatabase
  beforeAll(() => {
    db = neo4j({}, kind)
  })
  afterAll(() => db.close())

  const evaluated = async (text: string): Promise<unknown> =>
    (await db.cypher.as<{ value: unknown }, {}>(`RETURN ${text} AS value`).one()).value

  const returned = async (value: unknown): Promise<unknown> =>
    (await db.cypher.as<{ value: unknown }, { value: unknown }>('RETURN $value AS value').one({ value })).value

  describe('a value that the server made', () => {
    test.each(written)('%s', async (text, value) => {
      expect(await evaluated(text)).toStrictEqual(value)
      expect(await returned(value)).toStrictEqual(value)
    })
    test.each(temporal)('%s', async (text, value) => {
      const read = (await evaluated(text)) as { toString(): string }
      expect(Object.prototype.toString.call(read)).toBe(Object.prototype.toString.call(value))
      expect(read.toString()).toBe(value.toString())
      expect(
        await db.cypher.as<{ same: boolean }, { value: unknown }>(`RETURN $value = ${text} AS same`).one({ value }),
      ).toEqual({ same: true })
    })
  })

  test.each(['P1M-2DT3H', 'P-1M2DT-0.000000001S'])('the duration %s, whose parts differ in sign', async (text) => {
    const read = await evaluated(`duration("${text}")`)
    expect(Object.prototype.toString.call(read)).toBe('[object Temporal.Duration]')
    const same = db.cypher.as<{ same: boolean }, { read: unknown }>(`RETURN $read = duration("${text}") AS same`)
    expect(await same.one({ read })).toEqual({ same: true })
    expect(String(read)).toBe(text)
  })

  test('a value that the server refuses is told as a parameter that is wrong, and the connection goes on', async () => {
    await expect(returned(new Point(7203, Infinity, 0))).rejects.toMatchObject({ code: 'PARAMETER', fault: 'caller' })
    expect(await returned(1)).toBe(1)
    expect(db.statistics()).toMatchObject([{ createFailed: 0 }])
  })

  test('a whole number is a float to the server where it was marked as one', async () => {
    const kinds = db.cypher.as<{ quotient: number }, { value: unknown }>('RETURN $value / 2 AS quotient')
    expect(await kinds.one({ value: 1 })).toEqual({ quotient: 0 })
    expect(await kinds.one({ value: float(1) })).toEqual({ quotient: 0.5 })
  })

  describe('as large as can be', () => {
    test('a megabyte of bytes', async () => {
      const bytes = Uint8Array.from({ length: 1_048_576 }, (_, index) => index * 31)
      expect(Buffer.compare((await returned(bytes)) as Uint8Array, bytes)).toBe(0)
      const stored = await db.cypher
        .as<{ bytes: Uint8Array }, { bytes: Uint8Array }>('CREATE (n:Blob {bytes: $bytes}) RETURN n.bytes AS bytes')
        .one({ bytes })
      expect(Buffer.compare(stored.bytes, bytes)).toBe(0)
    })
    test.each([65_534, 65_535, 65_536, 1_000_000])('a text of %d letters, ASCII or not', async (length) => {
      for (const letter of ['a', 'é', '𝄞'])
        expect((await returned(letter.repeat(length))) === letter.repeat(length)).toBe(true)
    })
    test('a list of 100,000, a map of 10,000 keys, a depth of 50', async () => {
      const list = Array.from({ length: 100_000 }, (_, index) => index - 50_000)
      expect(await returned(list)).toEqual(list)
      const map = Object.fromEntries(list.slice(0, 10_000).map((each) => [`key ${each}`, { value: each }]))
      expect(await returned(map)).toEqual(map)
      let deep: unknown = 1
      for (let depth = 0; depth < 50; depth++) deep = depth % 2 === 0 ? [deep] : { deep }
      expect(await returned(deep)).toEqual(deep)
    })
    test('a row of 1,000 columns, and 20,000 rows of 20', async () => {
      const columns = Array.from({ length: 1_000 }, (_, index) => `${index} AS c${index}`)
      const [wide] = await db.cypher.as<Record<string, number>, {}>(`RETURN ${columns.join(', ')}`).run()
      expect(Object.entries(wide ?? {})).toEqual(columns.map((_, index) => [`c${index}`, index]))
      const rows = await db.cypher
        .as<Record<string, number>, {}>(`UNWIND range(1, 20000) AS i RETURN ${columns.slice(0, 20).join(', ')}, i`)
        .run()
      expect([rows.length, rows[19_999]?.['i'], rows[19_999]?.['c19']]).toEqual([20_000, 20_000, 19])
    })
  })

  test('whatever can be nested comes back as it was', async () => {
    const meters = fc.double({ noNaN: true, noDefaultInfinity: true })
    const scalar = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
      fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
      fc.maxSafeInteger(),
      fc.constantFrom(null, true, false),
      fc.uint8Array(),
      fc.tuple(meters, meters).map(([x, y]) => new Point(7203, x, y)),
    )
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        scalar,
        fc.array(tie('tree'), { maxLength: 20 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 20, noNullPrototype: true }),
      ),
    }))
    // Many at a time: what is tried is packing and unpacking, not the server's speed.
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 30 }), async (values) => {
        const rows = await db.cypher
          .as<{ value: unknown }, { values: unknown[] }>('UNWIND $values AS value RETURN value')
          .run({ values: values.map((value) => [value]) })
        expect(rows).toEqual(values.map((value) => ({ value: [value] })))
      }),
      { numRuns: 100 },
    )
  })

  describe('of a graph with a schema', () => {
    let people: Database<Graph>
    beforeAll(async () => {
      people = neo4j<Graph>({ schema }, kind)
      await clear(db)
      await people
        .create('(a:Person {name: "Ada", age: 36})-[:KNOWS {since: 1833}]->(b:Person {name: "Charles"})')
        .execute()
    })
    afterAll(() => people.close())

    test('nodes and relationships are their properties', async () => {
      const rows = await people.match('(a:Person)-[k:KNOWS]->(b:Person)').return('a, k, b').run()
      expect(rows).toStrictEqual([
        { a: { name: 'Ada', age: 36 }, k: { since: 1833 }, b: { name: 'Charles', age: null } },
      ])
    })

    test('a whole node has its labels and a handle that finds it again', async () => {
      const [row] = await people
        .match('(a:Person {name: "Ada"})')
        .return(({ a }) => ({ a: node(a) }))
        .run()
      expect(row?.a).toBeInstanceOf(GraphNode)
      expect(row?.a).toMatchObject({ labels: ['Person'], properties: { name: 'Ada', age: 36 } })
      const found = db.cypher.as<{ name: string }, { id: string }>(
        'MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name',
      )
      expect(await found.one({ id: row?.a.elementId ?? '' })).toEqual({ name: 'Ada' })
    })

    test('a path is made of whole nodes and relationships', async () => {
      const { p } = await people.match('p = (a:Person)-[k:KNOWS]->(b:Person)').return('p').one()
      expect(p).toBeInstanceOf(GraphPath)
      const [ada, charles] = p.nodes as GraphNode[]
      const [knows] = p.relationships as GraphRelationship[]
      expect(ada).toStrictEqual(new GraphNode(['Person'], ada?.elementId ?? '', { name: 'Ada', age: 36 }))
      const ends = [ada?.elementId ?? '', charles?.elementId ?? ''] as const
      expect(knows).toStrictEqual(new GraphRelationship('KNOWS', knows?.elementId ?? '', ends, { since: 1833 }))
      expect(p.length).toBe(1)
    })

    test('a path walks relationships in both directions, and may have none', async () => {
      const paths = db.cypher.as<{ p: GraphPath<GraphNode, GraphRelationship> }, {}>(
        'MATCH p = (c {name: "Charles"})<-[:KNOWS]-({name: "Ada"})-[:KNOWS]->(c) RETURN p UNION MATCH p = ({name: "Ada"}) RETURN p ' +
          'UNION MATCH p = ({name: "Charles"})<-[:KNOWS]-() RETURN p',
      )
      const read = (await paths.run()).map(({ p }) => [
        p.nodes.map(({ properties }) => properties['name']),
        p.relationships.map(({ startElementId }) => p.nodes.findIndex(({ elementId }) => elementId === startElementId)),
      ])
      expect(read).toEqual([
        [['Ada'], []],
        [['Charles', 'Ada'], [1]],
      ])
    })
  })
})

describe.each(neo4jServers.filter((kind) => kind !== 'neo4j'))('on %s, which has vectors', (kind) => {
  let db: AnyDatabase
  beforeAll(() => {
    db = neo4j({}, kind)
  })
  afterAll(() => db.close())

  const kinds = [
    ['INTEGER8', Int8Array.of(-128, 0, 127)],
    ['INTEGER16', Int16Array.of(-32_768, 0, 32_767)],
    ['INTEGER32', Int32Array.of(-2_147_483_648, 0, 2_147_483_647)],
    ['INTEGER64', BigInt64Array.of(-(2n ** 63n), 0n, 2n ** 63n - 1n)],
    ['FLOAT32', Float32Array.of(-1.5, 0, 3.25)],
    ['FLOAT64', Float64Array.of(-1e300, 0, 0.1)],
  ] as const

  test.each(kinds)('a vector of %s is a typed array', async (name, vector) => {
    const list = `[${Array.from(vector as ArrayLike<number | bigint>, String).join(', ')}]`
    const made = db.cypher.as<{ v: unknown; p: unknown; size: number }, { vector: unknown }>(
      `CYPHER 25 RETURN vector(${list}, 3, ${name}) AS v, $vector AS p, vector_dimension_count($vector) AS size`,
    )
    expect(await made.one({ vector })).toStrictEqual({ v: vector, p: vector, size: 3 })
  })
})
