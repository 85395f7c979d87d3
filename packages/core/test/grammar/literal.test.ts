import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from '../../src/grammar/literal.ts'
import { formOf } from './form.ts'

describe('numbers', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    ['1_000_000', 1_000_000],
    ['0xfF', 255],
    ['0X10', 16],
    ['0o17', 15],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['9223372036854775808', 9223372036854775808n],
    ['0xFFFFFFFFFFFFFFFF', 18446744073709551615n],
  ])('%s is whole', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'literal', value, source: text })
  })

  it.each([
    ['1.0', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1.5E-3', 0.0015],
    ['1_0.2_5', 10.25],
  ])('%s is a float', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'literal', value, float: true, source: text })
  })

  it('of any other form are not understood', () => {
    expect(readNumber('0xyz')).toBeUndefined()
    expect(formOf('0xyz')).toBe('«0xyz»')
    expect(formOf('0o89 + 1')).toBe('«0o89 + 1»')
    expect(formOf('1.34E999')).toBe('«1.34E999»')
  })

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n }), (value) => {
        expect(readNumber(String(value))).toMatchObject({
          value: value <= Number.MAX_SAFE_INTEGER ? Number(value) : value,
        })
      }),
    )
    fc.assert(
      fc.property(fc.double({ min: 1e-300, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(value.toExponential())).toMatchObject({ value, float: true })
      }),
    )
  })
})
