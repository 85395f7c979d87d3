import { float, Point } from '@motif/core'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../src/transfer/file/pack.ts'
import { canonicalText } from '../../src/transfer/value/canonical-text.ts'
import { decodeValue } from '../../src/transfer/value/decode-value.ts'
import { encodeValue } from '../../src/transfer/value/encode-value.ts'
import { nested, special } from './values.ts'

const throughAFile = (value: unknown): unknown => decodeValue(unpack(pack(encodeValue(value))))

describe('a value', () => {
  it('comes back from a file as it was, of whatever kind', () => {
    fc.assert(
      fc.property(fc.oneof(nested, special), (value) => {
        expect(canonicalText(throughAFile(value))).toBe(canonicalText(value))
      }),
      { numRuns: 1_000 },
    )
  })

  it('has a text that no other value has', () => {
    const values = [
      null,
      true,
      'true',
      1,
      float(1),
      '1',
      0,
      float(-0),
      float(0),
      Number.NaN,
      [],
      [1],
      [[1]],
      ['1'],
      {},
      { a: 1 },
      Uint8Array.of(1),
      Int8Array.of(1),
      Float32Array.of(1),
      new Point(7203, 1, 2),
      new Point(4326, 1, 2),
      new Point(9157, 1, 2, 0),
      Temporal.PlainDate.from('2020-01-02'),
      '2020-01-02',
      Temporal.PlainDateTime.from('2020-01-02T00:00'),
      Temporal.ZonedDateTime.from('2020-01-02T00:00+00:00[+00:00]'),
      Temporal.ZonedDateTime.from('2020-01-02T01:00+01:00[Europe/Berlin]'),
      Temporal.Duration.from('P1D'),
      Temporal.Duration.from('PT24H'),
      Temporal.Duration.from('P30D'),
      Temporal.Duration.from('P1M'),
    ]
    expect(new Set(values.map(canonicalText)).size).toBe(values.length)
  })

  it('is the same in another spelling', () => {
    const text = (iso: string): string => canonicalText(Temporal.Duration.from(iso))
    expect(text('PT60S')).toBe(text('PT1M'))
    expect(text('P1Y')).toBe(text('P12M'))
    expect(text('P1W')).toBe(text('P7D'))
    const at = (zone: string): string => canonicalText(Temporal.ZonedDateTime.from(`2020-01-02T00:00+00:00[${zone}]`))
    expect(at('UTC')).toBe(at('+00:00'))
    expect(canonicalText({ a: 1, b: 2 })).toBe(canonicalText({ b: 2, a: 1 }))
  })

  it.each([[{ zz: 1 }], [{ d: 1 }], [{ dt: 'x' }], [{ f: 'x' }], [{ p: [1] }], [{ d: '2020-01-02', t: 'x' }]])(
    'is refused where it is nothing that a dump holds: %j',
    (encoded) => {
      expect(() => decodeValue(encoded)).toThrow(/.+/)
    },
  )
})
