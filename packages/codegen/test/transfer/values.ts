import { float, Point } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { StoredDuration } from '../../src/transfer/value/duration-parts.ts'

const epochMicroseconds = fc.bigInt({ min: -(2n ** 55n), max: 2n ** 55n })

/** Values of the kinds that every engine has; of dates and times as fine as every engine keeps them. */
export const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
  fc.double().map((value) => (Number.isInteger(value) ? float(value) : value)),
  fc.integer().map(float),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => Uint8Array.from(bytes)),
  fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => new Temporal.PlainDate(1970, 1, 1).add({ days })),
  fc.integer({ min: 0, max: 86_399_999 }).map((milliseconds) => new Temporal.PlainTime().add({ milliseconds })),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 86_399_999_999_999n }), fc.integer({ min: -1_080, max: 1_080 }))
    .map(([nanoseconds, minutes]) => new OffsetTime(nanoseconds, minutes * 60)),
  epochMicroseconds.map((micro) => new Temporal.ZonedDateTime(micro * 1_000n, 'UTC').toPlainDateTime()),
  fc
    .tuple(epochMicroseconds, fc.constantFrom('+00:00', '+02:00', '-11:30'))
    .map(([micro, zone]) => new Temporal.ZonedDateTime(micro * 1_000n, zone)),
  fc.tuple(fc.constantFrom(1n, -1n), fc.nat(), fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 62n })).map(
    ([sign, months, days, nanoseconds]) =>
      new StoredDuration({
        months: sign * BigInt(months),
        days: sign * BigInt(days),
        nanoseconds: sign * nanoseconds,
      }),
  ),
)

/** Values that only some engines have. */
export const special: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .tuple(
      fc.double({ noNaN: true }),
      fc.double({ noNaN: true }),
      fc.option(fc.double({ noNaN: true }), { nil: undefined }),
    )
    .map(([x, y, z]) => new Point(z === undefined ? 7203 : 9157, x, y, z)),
  fc.float32Array({ noNaN: true }).map((values) => Float32Array.from(values)),
  fc.bigInt64Array().map((values) => BigInt64Array.from(values)),
  epochMicroseconds.map((micro) => new Temporal.ZonedDateTime(micro * 1_000n + 1n, 'Europe/Berlin')),
  fc
    .tuple(fc.integer(), fc.integer(), fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }))
    .map(
      ([months, days, nanoseconds]) => new StoredDuration({ months: BigInt(months), days: BigInt(days), nanoseconds }),
    ),
)

/** Names that the engine's Cypher can write, and its client does not take for something else. */
const key = fc.string({ minLength: 1, maxLength: 8 }).filter((name) => !/^\$|^termType$|^__proto__$|^\*$|`/.test(name))

/** Scalars, lists of them, lists in lists, and maps. */
export const nested: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(fc.oneof(scalar, fc.constant(null), tie('value')), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
})).value
