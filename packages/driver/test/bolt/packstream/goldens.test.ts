import { isFloat } from '@motif/core'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporalReady } from '../../../src/temporal-library.ts'
import { cases } from './cases.ts'
import { goldens } from './goldens.ts'
import { packed, read, told } from './support.ts'

beforeAll(async () => temporalReady())

/** What comes back for a parameter: what it is on the wire, where that has fewer kinds of values than JavaScript. */
const asRead = (value: unknown): unknown => {
  if (isFloat(value)) return value.value
  if (typeof value === 'bigint' && BigInt.asIntN(32, value) === value) return Number(value)
  if (value instanceof Date) return new Temporal.ZonedDateTime(BigInt(value.getTime()) * 1_000_000n, '+00:00')
  if (value instanceof Temporal.Instant) return value.toZonedDateTimeISO('+00:00')
  const tag = (value as { readonly [Symbol.toStringTag]?: string } | null)?.[Symbol.toStringTag]
  if (tag === 'Temporal.PlainDate') return (value as Temporal.PlainDate).withCalendar('iso8601')
  if (String(value) === 'P1Y2M3W4DT5H6M7.5S') return Temporal.Duration.from('P1Y2M25DT5H6M7.5S') // Cypher counts no weeks
  return value
}

test('there are golden bytes of every case', () => expect(Object.keys(goldens)).toEqual(Object.keys(cases)))

describe('is packed as ever, and read back', () => {
  test.each(Object.entries(cases))('%s', (name, { value, features }) => {
    expect(packed(value, features).toString('hex')).toBe(goldens[name])
    expect(told(read(Buffer.from(goldens[name] ?? '', 'hex'), features))).toEqual(told(asRead(value)))
  })
})
