import { Point } from '@motif/core'
import { describe, expect, test } from 'vitest'
import { Structure } from '../../../src/bolt/packstream/structure.ts'
import { UnsupportedValue } from '../../../src/bolt/packstream/unsupported-value.ts'
import { bolt, hex, packed, read, thrownBy } from './support.ts'

test('a point in two dimensions or three', () => {
  expect(read(packed(new Structure(0x58, [7203, 1.5, -2.5])))).toEqual(new Point(7203, 1.5, -2.5))
  expect(read(packed(new Structure(0x59, [4979, 13.4, 52.5, 100.25])))).toEqual(new Point(4979, 13.4, 52.5, 100.25))
})

describe('a vector is the typed array of its kind', () => {
  test.each([
    ['c8', '01ff', new Int8Array([1, -1])],
    ['c9', '0001 fffe', new Int16Array([1, -2])],
    ['ca', '00000001 fffffffe', new Int32Array([1, -2])],
    ['cb', '0000000000000001 8000000000000000', new BigInt64Array([1n, -(2n ** 63n)])],
    ['c6', '3fc00000 7f800000', new Float32Array([1.5, Infinity])],
    ['c1', '3ff8000000000000', new Float64Array([1.5])],
    ['c1', '', new Float64Array()],
  ])('%s', (marker, data, vector) => {
    const bytes = packed(new Structure(0x56, [hex(marker), hex(data)]))
    expect(read(bytes)).toStrictEqual(vector)
    expect(thrownBy(() => read(bytes, bolt('5.8')))).toMatchObject({ code: 'PROTOCOL' })
  })

  test.each([
    ['of no kind', hex(''), hex('01')],
    ['of two kinds', hex('c8c8'), hex('01')],
    ['of a kind that is none', hex('c2'), hex('01')],
    ['with half a number', hex('cb'), hex('0102030405060708 01')],
    ['with a list for its data', hex('c8'), [1, 2]],
    ['with a number for its kind', 0xc8, hex('01')],
  ])('%s it breaks the protocol', (_, marker, data) => {
    expect(thrownBy(() => read(packed(new Structure(0x56, [marker, data])))).code).toBe('PROTOCOL')
  })
})

test('in the place of a value that the version cannot carry stands what the server says of it', () => {
  const unsupported = (extra: object): Structure => new Structure(0x3f, ['QuantumFloat', 42, 21, extra])
  const value = read(packed(['before', unsupported({ message: 'measure it first' }), 'after'])) as unknown[]
  expect(value).toEqual(['before', new UnsupportedValue('QuantumFloat', '42.21', 'measure it first'), 'after'])
  expect(value[1]).toBeInstanceOf(UnsupportedValue)
  expect(read(packed(unsupported({})))).toEqual(new UnsupportedValue('QuantumFloat', '42.21', undefined))
  expect(thrownBy(() => read(packed(unsupported({})), bolt('5.8'))).code).toBe('PROTOCOL')
})
