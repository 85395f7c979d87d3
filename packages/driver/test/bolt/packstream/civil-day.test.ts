import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, daysOf } from '../../../src/bolt/packstream/civil-day.ts'

test.each([
  [0, [1970, 1, 1]],
  [-1, [1969, 12, 31]],
  [59, [1970, 3, 1]],
  [11_016, [2000, 2, 29]],
  [-719_528, [0, 1, 1]],
  [-719_529, [-1, 12, 31]],
  [-100_000_001, [-271_821, 4, 19]],
  [100_000_000, [275_760, 9, 13]],
] as const)('day %i is %j', (days, [year, month, date]) => {
  expect(dayOf(days)).toEqual([year, month, date])
  expect(daysOf(year, month, date)).toBe(days)
})

test('days are those of JavaScript, as far as it knows any', () =>
  fc.assert(
    fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (days) => {
      const date = new Date(days * 86_400_000)
      expect(dayOf(days)).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
      expect(daysOf(...dayOf(days))).toBe(days)
    }),
  ))

test('and go on beyond, to all years of Cypher', () => {
  expect(daysOf(...dayOf(365_241_780_471))).toBe(365_241_780_471)
  expect(dayOf(365_241_780_471)).toEqual([999_999_999, 12, 31])
  expect(dayOf(-365_243_219_162)).toEqual([-999_999_999, 1, 1])
})
