import { float, Point } from '@motif/core'
import { OffsetTime } from '@motif/core/offset-time'
import { Temporal } from 'temporal-polyfill'
import { Temporal as Everywhere } from 'temporal-polyfill/full'
import type { Features } from '../../../src/bolt/version.ts'
import { bolt, patched } from './support.ts'

/** A parameter, and the version of Bolt it is packed for. */
export interface Case {
  readonly value: unknown
  readonly features?: Features
}

const zoned = (text: string): Temporal.ZonedDateTime => Temporal.ZonedDateTime.from(text)
const paris = zoned('2022-06-07T11:52:05.000000042+02:00[Europe/Paris]')
const offset = zoned('2022-06-07T11:52:05.000000042-09:30[-09:30]')

/** What the golden bytes are of, by name. */
export const cases: Readonly<Record<string, Case>> = {
  null: { value: null },
  true: { value: true },
  false: { value: false },
  'integer 0': { value: 0 },
  'integer 127': { value: 127 },
  'integer 128': { value: 128 },
  'integer -16': { value: -16 },
  'integer -17': { value: -17 },
  'integer -128': { value: -128 },
  'integer -129': { value: -129 },
  'integer 32767': { value: 32_767 },
  'integer 32768': { value: 32_768 },
  'integer -32769': { value: -32_769 },
  'integer 2147483647': { value: 2_147_483_647 },
  'integer 2147483648': { value: 2_147_483_648 },
  'integer -2147483649': { value: -2_147_483_649 },
  'the largest safe integer': { value: Number.MAX_SAFE_INTEGER },
  'the least safe integer': { value: Number.MIN_SAFE_INTEGER },
  'a small bigint': { value: 5n },
  'the largest bigint': { value: 2n ** 63n - 1n },
  'the least bigint': { value: -(2n ** 63n) },
  'float 1.5': { value: 1.5 },
  'float 1, whole': { value: float(1) },
  'float -0': { value: -0 },
  'float 1e300': { value: 1e300 },
  'float past the safe integers': { value: 2 ** 53 },
  'float Infinity': { value: Infinity },
  'float -Infinity': { value: -Infinity },
  'text, empty': { value: '' },
  'text of 15 bytes': { value: 'fifteen letters' },
  'text of 16 bytes': { value: 'sixteen  letters' },
  'text of 255 bytes': { value: 'x'.repeat(255) },
  'text of 256 bytes': { value: 'x'.repeat(256) },
  'text past ASCII': { value: 'Åse ☃ 😀' },
  'text of 12 characters and 24 bytes': { value: 'ü'.repeat(12) },
  'bytes, none': { value: new Uint8Array() },
  'bytes, 3': { value: new Uint8Array([1, 2, 255]) },
  'bytes, 256': { value: new Uint8Array(256).fill(7) },
  'a list of nothing': { value: [] },
  'a list of 15': { value: Array.from({ length: 15 }, (_, index) => index) },
  'a list of 16': { value: Array.from({ length: 16 }, (_, index) => index) },
  'a list of 256': { value: Array.from({ length: 256 }, () => null) },
  'a list of lists': { value: [[1], ['a', [true]]] },
  'a map of nothing': { value: {} },
  'a map': { value: { one: 1, two: { three: [null] } } },
  'a map of 16': { value: Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`k${index}`, index])) },
  'a map with __proto__': { value: JSON.parse('{"__proto__": 1}') },
  'a date': { value: Temporal.PlainDate.from('2020-01-02') },
  'a date before 1970': { value: Temporal.PlainDate.from('-000044-03-15') },
  'a date of another calendar': { value: Everywhere.PlainDate.from('2020-01-02[u-ca=hebrew]') },
  'a local time': { value: Temporal.PlainTime.from('10:11:12.123456789') },
  'a time': { value: OffsetTime.from('10:11:12.5-01:30') },
  'a local datetime': { value: Temporal.PlainDateTime.from('2020-01-02T10:11:12.123456789') },
  'a local datetime before 1970': { value: Temporal.PlainDateTime.from('1969-12-31T23:59:59.5') },
  'a datetime with an offset': { value: offset },
  'a datetime with a zone': { value: paris },
  'a datetime in UTC': { value: zoned('2022-06-07T11:52:05Z[UTC]') },
  'a datetime before 1970': { value: zoned('1969-12-31T23:59:59.75+00:00[+00:00]') },
  'an instant': { value: Temporal.Instant.from('2022-06-07T11:52:05.5Z') },
  'a Date': { value: new Date('2022-06-07T11:52:05.345Z') },
  'a Date before 1970': { value: new Date(-1) },
  'a datetime with an offset, 4.4': { value: offset, features: bolt('4.4') },
  'a datetime with a zone, 4.4': { value: paris, features: bolt('4.4') },
  'an instant, 4.4': { value: Temporal.Instant.from('2022-06-07T11:52:05.5Z'), features: bolt('4.4') },
  'a Date, 4.4': { value: new Date('2022-06-07T11:52:05.345Z'), features: bolt('4.4') },
  'a datetime with an offset, 4.4 in UTC': { value: offset, features: patched },
  'a datetime with a zone, 4.4 in UTC': { value: paris, features: patched },
  'a duration': { value: Temporal.Duration.from('P1Y2M3W4DT5H6M7.5S') },
  'a duration, negative': { value: Temporal.Duration.from('-PT0.000000001S') },
  'a point': { value: new Point(7203, 1.5, 2) },
  'a point in three dimensions': { value: new Point(4979, 13.4, 52.5, -3) },
  'a vector of bytes': { value: new Int8Array([1, -1]) },
  'a vector of shorts': { value: new Int16Array([1, -2]) },
  'a vector of integers': { value: new Int32Array([1, -2]) },
  'a vector of longs': { value: new BigInt64Array([1n, -2n]) },
  'a vector of floats': { value: new Float32Array([1.5, -0.25]) },
  'a vector of doubles': { value: new Float64Array([1.5, -0.25]) },
}
