import {
  defineSchema,
  type Duration,
  type PlainDate,
  type PlainDateTime,
  type PlainTime,
  Point,
  type ZonedDateTime,
} from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { has, needs } from '../lacks.ts'

interface Schema {
  nodes: {
    Event: {
      properties: {
        id: number
        day: PlainDate
        clock: PlainTime
        offset: OffsetTime
        moment: ZonedDateTime
        local: PlainDateTime
        span: Duration
      }
      in: {}
      out: {}
    }
  }
  relationships: {}
}

const schema = defineSchema<Schema>({
  nodes: {
    Event: {
      properties: {
        id: 'integer',
        day: 'date',
        clock: 'localTime',
        offset: 'time',
        moment: 'dateTime',
        local: 'localDateTime',
        span: 'duration',
      },
    },
  },
  relationships: {},
})

/** The engine has one kind of whole number: -0 comes back as 0. */
const unsigned = (value: number): number => (Object.is(value, -0) ? 0 : value)

/** Integers are numbers when that is safe. */
const narrowed = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value

const text = fc.string({ unit: 'binary', maxLength: 40 })
const number = fc.double().map(unsigned)
const bigint = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const bytes = fc.uint8Array({ maxLength: 40 })
/** Names the engine takes for something else are refused, which the driver's own tests hold. */
const key = fc.string({ unit: 'grapheme', maxLength: 10 }).filter((name) => !/^[$_]|^termType$/.test(name))
const { nested } = fc.letrec<{ nested: unknown }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, number, bigint.map(narrowed), fc.boolean(), fc.constant(null), bytes),
    fc.array(tie('nested'), { maxLength: 4 }),
    fc.dictionary(key, tie('nested'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

/** A list as a property holds one everywhere: scalars of one type. */
const flat = fc.oneof(
  fc.array(text, { maxLength: 4 }),
  fc.array(bigint.map(narrowed), { maxLength: 4 }),
  fc.array(fc.boolean(), { maxLength: 4 }),
  // A whole number among fractions would be an integer in a list of floats.
  fc.array(
    number.filter((value) => !Number.isInteger(value)),
    { maxLength: 4 },
  ),
)

const comesBack = <T>(values: fc.Arbitrary<T>, through: (value: T) => Promise<unknown>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(values, async (value) => {
      expect(await through(value)).toEqual(value)
    }),
    { numRuns: 200 },
  )

/** Minutes east of UTC as an offset; none is not told from UTC. */
const zoneOf = (minutes: number): string => {
  const size = Math.abs(minutes)
  const two = (part: number): string => String(part).padStart(2, '0')
  return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

describe.each(engines)('on %s', (engine) => {
  let db: Database<Schema>
  beforeAll(async () => {
    db = await emptyGraph(engine, { schema })
  })
  afterAll(() => db.close())

  const asParameter = async (value: unknown): Promise<unknown> =>
    (await db.cypher.as<{ value: unknown }, { value: unknown }>('RETURN $value AS value').one({ value })).value

  const asProperty = async (value: unknown): Promise<unknown> =>
    (
      await db.cypher
        .as<{ value: unknown }, { value: unknown }>('CREATE (n:Thing {value: $value}) RETURN n.value AS value')
        .one({ value })
    ).value

  describe.each([
    ['parameter', asParameter],
    ['property', asProperty],
  ] as const)('as a %s', (name, through) => {
    test('any string comes back equal', () => comesBack(text, through))
    test('any number comes back equal', () => comesBack(number, through))
    test('any integer of 64 bits comes back equal', () => comesBack(bigint.map(narrowed), through))
    test('any bytes come back equal', () => comesBack(bytes, through))
    test('any list of one kind comes back equal', () => comesBack(flat, through))
    test('any nested value comes back equal', (context) => {
      if (name === 'property') needs(engine, 'nested properties', context)
      return comesBack(nested, through)
    })
    test('any point comes back equal', (context) => {
      needs(engine, 'points', context)
      const [degrees, meters] = [
        // Neo4j 2026 takes a longitude into its range, which makes 0 of -0.
        fc.double({ min: -90, max: 90, noNaN: true }).map(unsigned),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ]
      const points = fc.oneof(
        fc.tuple(fc.constant(4326), degrees, degrees),
        fc.tuple(fc.constant(4979), degrees, degrees, meters),
        fc.tuple(fc.constant(7203), meters, meters),
        fc.tuple(fc.constant(9157), meters, meters, meters),
      )
      return comesBack(
        points.map(([srid, x, y, z]) => new Point(srid, x, y, z)),
        through,
      )
    })
  })

  test('a bigint that is safe as a number comes back as one', async () => {
    expect(await asParameter(7n)).toBe(7)
  })

  test('a Date is taken for a day or a moment, by every door', async () => {
    const at = new Date('2024-02-29T12:30:15.250Z')
    const created = await db
      .create('(e:Event {id: $id, day: $day, moment: $moment, local: $local})')
      .return('e.day AS day, e.moment AS moment, e.local AS local')
      .one({ id: 1, day: at, moment: at, local: at })
    // UTC is a zone to some engines, an offset to others.
    const told = (value: unknown): string => String(value).replace(/\[.*\]$/, '')
    expect(Object.values(created).map(told)).toEqual([
      '2024-02-29',
      '2024-02-29T12:30:15.25+00:00',
      '2024-02-29T12:30:15.25',
    ])
    const found = db.match('(e:Event)').where(({ e }) => e.moment.lte(at).and(e.day.eq(at)))
    expect(await found.return('e.id AS id').run()).toEqual([{ id: 1 }])
    const rows = await db
      .unwind('$rows AS row')
      .match('(e:Event {id: row.id})')
      .set('e.moment = row.moment')
      .return('e.moment AS moment')
      .run({ rows: [{ id: 1, moment: new Date(0) }] })
    expect(rows.map(({ moment }) => told(moment))).toEqual(['1970-01-01T00:00:00+00:00'])
    await db.match('(e:Event {id: 1})').detachDelete('e').execute()
  })

  describe('a temporal property comes back equal', () => {
    const step = has(engine, 'nanoseconds') ? 1n : 1000n
    const [min, max] = has(engine, 'far moments')
      ? [-62_135_596_800_000_000_000n, 32_503_680_000_000_000_000n]
      : [-9_223_286_400_000_000_000n, 9_223_286_400_000_000_000n]
    const instants = fc.bigInt({ min, max }).map((at) => (at / step) * step)
    const moments = fc
      .record({ at: instants, offset: fc.integer({ min: -17 * 60, max: 17 * 60 }) })
      .map(({ at, offset }) => new Temporal.ZonedDateTime(at, zoneOf(offset)))
    const utc = instants.map((at) => new Temporal.ZonedDateTime(at, 'UTC'))
    const clocks = fc.bigInt({ min: 0n, max: 86_399_999_999_999n })
    const asText = (value: unknown): string => String(value)

    const same = async (given: unknown, read: unknown): Promise<void> => {
      expect(Object.prototype.toString.call(read)).toBe(Object.prototype.toString.call(given))
      expect(asText(read)).toBe(asText(given))
    }

    test('date', () =>
      fc.assert(
        fc.asyncProperty(
          utc.map((at) => at.toPlainDate()),
          async (day) => same(day, (await db.create('(e:Event {day: $day})').return('e.day AS day').one({ day })).day),
        ),
      ))

    test('local time, to the nanosecond', () =>
      fc.assert(
        fc.asyncProperty(clocks, async (nanoseconds) => {
          const clock = new Temporal.PlainTime().add({
            nanoseconds: Number(nanoseconds % 1_000_000_000n),
            seconds: Number(nanoseconds / 1_000_000_000n),
          })
          await same(
            clock,
            (await db.create('(e:Event {clock: $clock})').return('e.clock AS clock').one({ clock })).clock,
          )
        }),
      ))

    test('time with an offset', () =>
      fc.assert(
        fc.asyncProperty(clocks, fc.integer({ min: -17, max: 17 }), async (at, hours) => {
          const offset = new OffsetTime(at, hours * 3600)
          await same(
            offset,
            (await db.create('(e:Event {offset: $offset})').return('e.offset AS offset').one({ offset })).offset,
          )
        }),
      ))

    test('local datetime', () =>
      fc.assert(
        fc.asyncProperty(utc, async (at) => {
          // Grafeo keeps microseconds, but hands a localdatetime out as a Date.
          const local = at.toPlainDateTime().round(has(engine, 'nanoseconds') ? 'nanosecond' : 'millisecond')
          await same(
            local,
            (await db.create('(e:Event {local: $local})').return('e.local AS local').one({ local })).local,
          )
        }),
      ))

    test('datetime with an offset', () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(moments, utc), async (moment) =>
          same(
            moment,
            (await db.create('(e:Event {moment: $moment})').return('e.moment AS moment').one({ moment })).moment,
          ),
        ),
      ))

    test('datetime with a named zone', (context) => {
      needs(engine, 'named zones', context)
      const zones = fc.constantFrom('Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia')
      return fc.assert(
        fc.asyncProperty(instants, zones, async (at, zone) => {
          const moment = new Temporal.ZonedDateTime(at, zone)
          await same(
            moment,
            (await db.create('(e:Event {moment: $moment})').return('e.moment AS moment').one({ moment })).moment,
          )
        }),
      )
    })

    test('duration, counted in months, days and nanoseconds', () => {
      const spans = fc.record({
        months: fc.nat(100_000),
        days: fc.nat(100_000),
        seconds: fc.nat(4_000_000_000),
        nanoseconds: fc.nat(999_999_999),
      })
      const time = ({ hours, minutes, seconds, milliseconds, microseconds, nanoseconds }: Duration): bigint =>
        BigInt(hours * 3600 + minutes * 60 + seconds) * 1_000_000_000n +
        BigInt(milliseconds * 1_000_000 + microseconds * 1000 + nanoseconds)
      const parts = (span: Duration): unknown[] => [span.years * 12 + span.months, span.days, time(span)]
      return fc.assert(
        fc.asyncProperty(spans, fc.boolean(), async (fields, negative) => {
          const given = Temporal.Duration.from(fields)
          const span = negative ? given.negated() : given
          const read = (await db.create('(e:Event {span: $span})').return('e.span AS span').one({ span })).span
          expect(parts(read)).toEqual(parts(span))
        }),
      )
    })
  })
})
