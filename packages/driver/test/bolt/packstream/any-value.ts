import { Point } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

const billion = 1_000_000_000n
const days = fc.integer({ min: -100_000_000, max: 100_000_000 })
const clock = fc.bigInt({ min: 0n, max: 86_400n * billion - 1n })
const moment = fc.bigInt({ min: -8_640_000_000_000n * billion, max: 8_640_000_000_000n * billion })
const zones = ['UTC', '+00:00', '-18:00', '+05:45', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu']

const date = days.map((day) => Temporal.PlainDate.from('1970-01-01').add({ days: day }))
const time = clock.map((at) =>
  Temporal.PlainTime.from('00:00').add({ seconds: Number(at / billion), nanoseconds: Number(at % billion) }),
)
const temporal = fc.oneof(
  date,
  time,
  fc.tuple(date, time).map(([day, at]) => day.toPlainDateTime(at)),
  fc.tuple(moment, fc.constantFrom(...zones)).map(([at, zone]) => new Temporal.ZonedDateTime(at, zone)),
  fc.tuple(clock, fc.integer({ min: -64_800, max: 64_800 })).map(([at, offset]) => new OffsetTime(at, offset)),
)

const double = fc.double()
const point = fc.tuple(fc.constantFrom(4326, 7203), double, double).map(([srid, x, y]) => new Point(srid, x, y))
const spatial = fc.tuple(fc.constant(9157), double, double, double).map((parts) => new Point(...parts))

const vector = fc.oneof(
  fc.int8Array(),
  fc.int16Array(),
  fc.int32Array(),
  fc.bigInt64Array(),
  fc.float32Array(),
  fc.float64Array(),
)

/** Text that UTF-8 can carry. */
const text = fc.string({ unit: 'binary', maxLength: 300, size: 'medium' })
const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('__proto__', 'constructor', '0', 'id'),
)

/** Any integer, as it comes back: a bigint where a number is not safe. */
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
})

/** Any value that can be packed and comes back the same, at any depth. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.integer(),
    integer,
    double,
    text,
    fc.uint8Array({ maxLength: 300 }),
    temporal,
    point,
    spatial,
    vector,
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(key, tie('value'), { maxKeys: 20, noNullPrototype: true }),
  ),
})).value
