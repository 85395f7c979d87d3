import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../src/transfer/value/canonical-text.ts'
import { readTemporal, type TemporalWord } from '../../src/transfer/value/read-temporal.ts'

const day = 86_400_000_000_000n

describe('an engine’s text of a temporal value', () => {
  it.each<[TemporalWord, string, string]>([
    ['date', '2020-02-29', 'd2020-02-29'],
    ['date', '-0044-03-15', 'd-000044-03-15'],
    ['date', '0000-01-01', 'd0000-01-01'],
    ['date', '12020-01-01', 'd+012020-01-01'],
    ['localDateTime', '-045-12-29T03:33:19.876544', 'ldt-000045-12-29T03:33:19.876544'],
    ['localDateTime', '2020-01-02T03:04:05', 'ldt2020-01-02T03:04:05'],
    ['dateTime', '1970-01-02T00:00:00Z', `dt${day}@+00:00`],
    ['dateTime', '1970-01-02T02:00:00.5+02:00', `dt${day + 500_000_000n}@+02:00`],
    ['dateTime', '1969-12-31T22:00:00-02:00', 'dt0@-02:00'],
    ['time', '10:00:00+01:00', 't10:00:00+01:00'],
    ['localTime', '10:00:00.000000001', 'lt10:00:00.000000001'],
    ['duration', 'P1Y2M3DT4.000000005S', 'du14,3,4000000005'],
    ['duration', '-P1M2DT3S', 'du-1,-2,-3000000000'],
    ['duration', 'P1M-2D', 'du1,-2,0'],
    ['duration', 'P-1DT3H', 'du0,-1,10800000000000'],
    ['duration', 'PT-0.5S', 'du0,0,-500000000'],
    ['duration', 'PT0S', 'du0,0,0'],
  ])('is read: %s %s', (word, text, canonical) => {
    expect(canonicalText(readTemporal(word, text))).toBe(canonical)
  })

  it.each<[TemporalWord, string]>([
    ['date', '2020-13-01'],
    ['date', 'tomorrow'],
    ['dateTime', '2020-01-02T10:00'],
    ['duration', 'P1H'],
    ['duration', 'soon'],
    ['time', '10:00'],
  ])('is refused: %s %s', (word, text) => {
    expect(() => readTemporal(word, text)).toThrow(`a ${word} cannot be read`)
  })
})
