import { defineSchema, type PlainDate, Point, type SchemaDescriptor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has, needs } from '../lacks.ts'
import { type LooseModel, looseModel } from './loose.ts'
import { loose } from './shop.ts'

interface Bag {
  id: number
  big: bigint
  whole: number
  day: PlainDate
}
interface Schema {
  nodes: {
    Thing: { properties: Bag; in: { PART: 'Thing' | 'Other' }; out: { PART: 'Thing' | 'Other' } }
    Other: { properties: Bag; in: { PART: 'Thing' | 'Other' }; out: { PART: 'Thing' | 'Other' } }
  }
  relationships: { PART: { from: 'Thing' | 'Other'; to: 'Thing' | 'Other'; properties: Bag } }
}

const properties = {
  id: 'integer',
  big: 'bigint',
  whole: 'float',
  yes: 'boolean',
  bytes: 'bytes',
  day: 'date',
  clock: 'localTime',
  moment: 'dateTime',
  local: 'localDateTime',
  span: 'duration',
  days: 'list<date>',
  at: 'point?',
} as const

const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  nodes: { Thing: { key: ['id'], properties }, Other: { key: ['id'], properties } },
  relationships: { PART: { from: ['Thing', 'Other'], to: ['Thing', 'Other'], properties } },
})

const bag = (id: number) => ({
  id,
  big: 9_007_199_254_740_993n + BigInt(id),
  whole: id,
  yes: id % 2 === 0,
  bytes: Uint8Array.of(id, 2, 3),
  day: Temporal.PlainDate.from('2024-02-29').add({ days: id }),
  clock: Temporal.PlainTime.from('12:30:15.25'),
  moment: Temporal.ZonedDateTime.from('2024-02-29T12:30:15.25+01:00[+01:00]'),
  local: Temporal.PlainDateTime.from('2024-02-29T12:30:15.25'),
  span: Temporal.Duration.from({ months: 1, days: 2, seconds: 3 }),
  days: [Temporal.PlainDate.from('2024-02-29'), Temporal.PlainDate.from('2024-03-01')],
})

type Row = Readonly<Record<string, unknown>>

/** What a value is beside what it says, since two Temporal objects are equal to `toEqual` whatever they hold. */
const told = (value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return value.map(told)
  if (value instanceof Uint8Array) return `bytes ${[...value].join()}`
  if (typeof value !== 'object' || value === null) return value
  const kind = Object.prototype.toString.call(value)
  if (kind !== '[object Object]') return `${kind} ${String(value)}`
  if (value instanceof Point) return `point ${JSON.stringify(value)}`
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, told(each)]))
}

const create = `CREATE (a:Thing) SET a += $a
  CREATE (b:Other) SET b += $b
  CREATE (c:Thing) SET c += $c
  CREATE (a)-[r:PART]->(b), (b)-[s:PART]->(c)
  SET r += $r, s += $s`

describe.each(engines)('values that reads of models give on %s', (engine) => {
  let db: Database<Schema>
  let things: LooseModel
  const kept = has(engine, 'stored offsets')
  beforeAll(async () => {
    db = await emptyGraph<Schema>(engine, { schema, extend: models<Schema>() })
    things = looseModel(db, 'Thing')
    const [a, b, c, r, s] = [1, 2, 3, 4, 5].map((id) => {
      const { whole: _, moment: __, ...others } = bag(id)
      return others
    })
    await db.cypher.as<never, Row>(create).execute({ a, b, c, r, s })
    // Not every engine takes a whole float, or a moment with its offset, out of a map.
    const moment = kept ? bag(1).moment : null
    for (const text of ['MATCH (n)', 'MATCH ()-[n]->()'])
      await db.cypher
        .as<never, Row>(`${text} SET n.whole = toFloat(n.id), n.moment = $moment` as string)
        .execute({ moment })
  })
  afterAll(() => db.close())

  const whole = (id: number): Row => ({ ...bag(id), ...(kept ? {} : { moment: null }), at: null })

  test('are what the schema says, at every depth', async () => {
    const options = { PART: { relationship: true, include: { PART: { relationship: true } } } }
    const row = await things.get(1, { include: options })
    expect(told(row)).toEqual(
      told({
        ...whole(1),
        PART: [{ ...whole(2), $relationship: whole(4), PART: [{ ...whole(3), $relationship: whole(5) }] }],
      }),
    )
  })

  test('are that by every way to read', async () => {
    const [one, three] = [told(whole(1)), told(whole(3))]
    expect(told(await things.find({ orderBy: 'id' }))).toEqual([one, three])
    expect(told(await things.getMany([3, 1]))).toEqual([three, one])
    expect(told((await things.page({ size: 5 })).rows)).toEqual([one, three])
    const streamed: unknown[] = []
    for await (const row of things.stream({ orderBy: 'id' })) streamed.push(told(row))
    expect(streamed).toEqual([one, three])
    const words = ['id', 'big', 'day', 'moment', 'local', 'clock', 'whole']
    const [row] = await things.aggregate({ max: words })
    expect(told(row)).toEqual(
      told({ max: Object.fromEntries(words.map((word) => [word, (whole(3) as Record<string, unknown>)[word]])) }),
    )
  })

  test('are sums of their own kind, past what a number keeps', async () => {
    expect(await things.aggregate({ sum: ['big', 'id', 'whole'] })).toEqual([
      { sum: { big: bag(1).big + bag(3).big, id: 4, whole: 4 } },
    ])
    expect(await things.aggregate({ sum: ['big'], where: { id: 99 } })).toEqual([{ sum: { big: 0n } }])
  })

  test('are found by, each by its own kind', async () => {
    for (const [name, value] of Object.entries(whole(3))) {
      const found = await things.find({ where: { id: 3, [name]: value }, select: { id: true } })
      expect([name, found]).toEqual([name, [{ id: 3 }]])
    }
    const [day, big] = [bag(2).day, bag(2).big]
    expect(await things.find({ where: { day: { gt: day }, big: { gt: big } }, select: { id: true } })).toEqual([
      { id: 3 },
    ])
    const days = { hasSome: [Temporal.PlainDate.from('2024-03-01')], hasEvery: [Temporal.PlainDate.from('2024-02-29')] }
    expect(await things.count({ where: { days } })).toBe(2)
    expect(await things.count({ where: { days: { has: Temporal.PlainDate.from('2024-03-02') } } })).toBe(0)
    expect(await things.count({ where: { day: { in: [bag(1).day, bag(2).day] } } })).toBe(1)
    expect(await things.count({ where: { whole: 3 } })).toBe(1)
  })

  test('keep a place by any kind that has an order', async () => {
    for (const name of ['big', 'whole', 'yes', 'day', 'clock', 'moment', 'local']) {
      for (const direction of ['asc', 'desc']) {
        const order = { orderBy: { [name]: direction }, size: 1, select: { id: true } }
        const one = await things.page(order)
        const two = await things.page({ ...order, after: one.after })
        expect([...one.rows, ...two.rows].map(({ id }) => String(id)).toSorted()).toEqual(['1', '3'])
        expect(two.after).toBeNull()
        expect(await things.page({ ...order, before: two.before })).toEqual(one)
      }
    }
  })

  test('points too, with what is near one', async (context) => {
    needs(engine, 'points', context)
    await db.cypher
      .as<never, Row>('MATCH (n:Thing {id: 1}) SET n.at = $at')
      .execute({ at: new Point(4326, 13.4, 52.5) })
    expect(told(await things.get(1, { select: { at: true } }))).toEqual({ at: told(new Point(4326, 13.4, 52.5)) })
    const near = (metres: number) =>
      things.count({ where: { at: { within: { point: new Point(4326, 13.41, 52.5), metres } } } })
    expect([await near(500), await near(1_000)]).toEqual([0, 1])
    await db.cypher.as<never>('MATCH (n:Thing {id: 1}) REMOVE n.at').execute()
  })
})

const named = { at: 'dateTime', name: 'string?' } as const
/** Keys that are objects, one of a name that the mapper might use itself; names that every object has. */
const odd = defineSchema({
  temporal: 'date',
  nodes: {
    Day: { key: ['at'], properties: named },
    Place: { key: ['at'], properties: { ...named, at: 'point' } },
    Odd: {
      key: ['id'],
      properties: { id: 'integer', constructor: 'string?', toString: 'string?', ['__proto__']: 'string?' },
    },
  },
  relationships: {
    NEXT: { from: ['Day'], to: ['Day'], properties: { weight: 'integer?' } },
    NEAR: { from: ['Place'], to: ['Place'], properties: { weight: 'integer?' } },
    valueOf: { from: ['Odd'], to: ['Odd'], properties: { toString: 'integer?' } },
  },
} as never)
const oddModels = { extend: models<never>()({} as never) as never, schema: odd as never }

describe.each(engines)('odd keys and names on %s', (engine) => {
  const keys = {
    NEXT: [new Date('2026-01-01T00:00:00.001Z'), new Date('2026-01-01T00:00:00.002Z')],
    NEAR: [new Point(7203, 1, 2), new Point(7203, 2, 1)],
  }
  test.for([
    ['Day', 'NEXT'],
    ['Place', 'NEAR'],
  ] as const)('a %s is known by its key', async ([label, next], context) => {
    needs(engine, label === 'Place' ? 'points' : 'stored offsets', context)
    await using db = await emptyGraph(engine, oddModels)
    const days = loose(db, label)
    const [one, two] = keys[next]
    await days.createMany([
      { at: one, name: 'one' },
      { at: two, name: 'two' },
    ])
    const read = await db.read(async (tx) => [await loose(tx, label).get(one), await loose(tx, label).get(two)])
    expect(read).toMatchObject([{ name: 'one' }, { name: 'two' }])
    expect(await days.connect(one, next, two, { weight: 1 })).toMatchObject({ connected: 1 })
    expect(await days.connect(one, next, [one, two])).toMatchObject({ connected: 1 })
    const all = { include: { [next]: { select: { name: true }, orderBy: 'name' } } }
    expect(await days.update(one, { [next]: { disconnect: two } }, all)).toMatchObject({ [next]: [{ name: 'one' }] })
    const both = await days.update(one, { [next]: { set: [{ at: one }, { at: two }] } }, all)
    expect(both).toMatchObject({ [next]: [{ name: 'one' }, { name: 'two' }] })
    await expect(days.update(one, { [next]: { connect: [two, key(label)] } })).rejects.toMatchObject({
      message: expect.stringContaining(`${next}.connect[1] names a ${label} that is not there`),
    })
    expect(await days.delete(two, { detach: true })).toMatchObject({ deleted: 1 })
    expect(await days.find({ select: { name: true } })).toEqual([{ name: 'one' }])
  })
  const key = (label: 'Day' | 'Place') => (label === 'Day' ? new Date(0) : new Point(7203, 0, 0))

  test('properties may have names that every object has', async () => {
    await using db = await emptyGraph(engine, oddModels)
    const odds = loose(db, 'Odd')
    await odds.create({ id: 1 })
    await odds.create({ id: 2, constructor: 'c', toString: 't', ['__proto__']: 'p' })
    await odds.createMany([
      { id: 3, toString: 't' },
      { id: 4, constructor: 'c' },
    ])
    await odds.update(1, { constructor: 'x', valueOf: { create: { id: 5, $relationship: { toString: 7 } } } })
    await odds.updateMany({ where: { id: 3 }, data: { ['__proto__']: 'y' } })
    const query = db.cypher.as<Row>(
      'MATCH (n:Odd) OPTIONAL MATCH (n)-[r]->() ' +
        'RETURN n.id AS id, [n.constructor, n.toString, n.__proto__] AS all, r.toString AS told ORDER BY id',
    )
    expect(await query.run()).toEqual([
      { id: 1, all: ['x', null, null], told: 7 },
      { id: 2, all: ['c', 't', 'p'], told: null },
      { id: 3, all: [null, 't', 'y'], told: null },
      { id: 4, all: ['c', null, null], told: null },
      { id: 5, all: [null, null, null], told: null },
    ])
  })
})

const texts = {
  day: '2026-01-02',
  clock: '10:20:30',
  local: '2026-01-02T10:20:30',
  moment: '2026-01-02T10:20:30Z',
  span: 'P1DT2H',
}
const inText = defineSchema({
  temporal: 'string',
  nodes: {
    Shift: {
      key: ['day'],
      properties: {
        day: 'date',
        clock: 'localTime?',
        local: 'localDateTime?',
        moment: 'dateTime?',
        span: 'duration?',
        days: 'list<date>?',
      },
    },
  },
  relationships: { AFTER: { from: ['Shift'], to: ['Shift'], properties: { day: 'date?' } } },
} as never)

describe.each(engines)('times as text on %s', (engine) => {
  test('find what they say, by key too', async () => {
    await using db = await emptyGraph(engine, {
      extend: models<never>()({} as never) as never,
      schema: inText as never,
    })
    const shifts = loose(db, 'Shift')
    await shifts.createMany([{ ...texts, days: [texts.day] }, { day: '2026-01-03' }])
    expect(await shifts.get(texts.day)).toMatchObject({ day: texts.day, span: texts.span })
    const both = await shifts.getMany([texts.day, '2026-01-03', '2026-01-04'])
    expect(both.map((row) => row?.['day'])).toEqual([texts.day, '2026-01-03', undefined])
    for (const [name, text] of Object.entries(texts)) {
      for (const where of [
        { [name]: text },
        { [name]: { in: [text] } },
        { not: { [name]: { ne: text } }, clock: texts.clock },
      ])
        expect([where, await shifts.count({ where })]).toEqual([where, 1])
    }
    for (const days of [{ has: texts.day }, { hasSome: [texts.day] }, { hasEvery: [texts.day] }])
      expect([days, await shifts.count({ where: { days } })]).toEqual([days, 1])
    expect(await shifts.count({ where: { day: { gt: texts.day }, moment: null } })).toBe(1)
    const made = Temporal.PlainDate.from(texts.day)
    expect(await shifts.count({ where: { day: { in: [made, '2026-01-03'] } } })).toBe(2)
    expect(await shifts.count({ where: { day: made } })).toBe(1)
    await shifts.connect(texts.day, 'AFTER', [texts.day, '2026-01-03'], { day: texts.day })
    expect(await shifts.count({ where: { AFTER: { some: { $relationship: { day: texts.day } } } } })).toBe(1)
    expect(await shifts.disconnect(texts.day, 'AFTER', [texts.day])).toMatchObject({ disconnected: 1 })
    expect(await shifts.updateMany({ where: { day: texts.day }, data: { clock: null } })).toMatchObject({ updated: 1 })
  })
})
