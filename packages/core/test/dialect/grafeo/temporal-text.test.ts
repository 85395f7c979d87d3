import { describe, expect, it } from 'vitest'
import { misreadTemporal } from '../../../src/dialect/grafeo/temporal-text.ts'

describe('what the engine reads', () => {
  it.each([
    ['date', '2020-02-29'],
    ['date', '-0044-03-15'],
    ['date', '+12020-01-01'],
    ['time', '10:11'],
    ['time', '10:11:12.123456789+01:00'],
    ['time', '10:11:12Z'],
    ['localtime', '23:59:59'],
    ['datetime', '2020-01-02T10:11:12.123456+01:00'],
    ['datetime', '2020-01-02T10:11:12.123456000Z'],
    ['localdatetime', '2020-01-02'],
    ['localdatetime', '2020-01-02T10:11'],
    ['duration', 'P1Y2M3W4DT5H6M7.123456789S'],
    ['duration', 'P1M-2D'],
    ['duration', '-PT1.5S'],
    ['other', 'whatever'],
  ])('%s %s', (name, text) => {
    expect(misreadTemporal(name, text)).toBeUndefined()
  })
})

describe('what it makes null of, or loses', () => {
  it.each([
    ['date', '20200102', 'temporal-components'],
    ['date', '2020-W10-3', 'temporal-components'],
    ['date', '2020-060', 'temporal-components'],
    ['date', '2020-05', 'temporal-components'],
    ['date', '2021-02-29', 'temporal-components'],
    ['date', '2020-13-01', 'temporal-components'],
    ['time', '24:00', 'temporal-components'],
    ['time', '10:11:12+0100', 'temporal-components'],
    ['localtime', '10:11Z', 'temporal-components'],
    ['datetime', '2020-01-02', 'temporal-components'],
    ['datetime', '2020-01-02T10:11:12[Europe/Paris]', 'named-zones'],
    ['datetime', '2020-01-02T10:11:12.123456789Z', 'nanoseconds'],
    ['localdatetime', '2020-01-02T10:11:12.0000001', 'nanoseconds'],
    ['duration', 'P0.5Y', 'temporal-components'],
    ['duration', 'PT-1.5S', 'temporal-components'],
    ['duration', 'P', 'temporal-components'],
    ['duration', 'PT', 'temporal-components'],
  ])('%s %s', (name, text, capability) => {
    expect(misreadTemporal(name, text)?.capability).toBe(capability)
  })
})
