import { describe, expect, test } from 'vitest'
import { deepest } from '../../../src/bolt/packstream/deepest.ts'
import { PackReader } from '../../../src/bolt/packstream/reader.ts'
import { bolt, hex, packed, read, readerOf, thrownBy } from './support.ts'

describe('every kind of value by its marker', () => {
  test.each([
    ['c0', null],
    ['c2', false],
    ['c3', true],
    ['00', 0],
    ['7f', 127],
    ['f0', -16],
    ['ff', -1],
    ['c8 80', -128],
    ['c8 7f', 127],
    ['c9 8000', -32_768],
    ['c9 7fff', 32_767],
    ['ca 80000000', -2_147_483_648],
    ['ca 7fffffff', 2_147_483_647],
    ['cb 001fffffffffffff', Number.MAX_SAFE_INTEGER],
    ['cb ffe0000000000001', Number.MIN_SAFE_INTEGER],
    ['cb 0000000000000005', 5],
    ['cb 0020000000000000', 2n ** 53n],
    ['cb ffe0000000000000', -(2n ** 53n)],
    ['cb 7fffffffffffffff', 2n ** 63n - 1n],
    ['cb 8000000000000000', -(2n ** 63n)],
    ['c1 3ff8000000000000', 1.5],
    ['c1 8000000000000000', -0],
    ['c1 7ff0000000000000', Infinity],
    ['c1 7ff8000000000000', NaN],
    ['80', ''],
    ['81 41', 'A'],
    ['d0 01 41', 'A'],
    ['d1 0001 41', 'A'],
    ['d2 00000001 41', 'A'],
    ['84 f09f9880', '😀'],
    ['90', []],
    ['92 01 c0', [1, null]],
    ['d4 01 01', [1]],
    ['d5 0001 01', [1]],
    ['d6 00000001 01', [1]],
    ['a0', {}],
    ['a1 81 61 01', { a: 1 }],
    ['d8 01 81 61 01', { a: 1 }],
    ['d9 0001 81 61 01', { a: 1 }],
    ['da 00000001 81 61 01', { a: 1 }],
    ['cc 02 0102', new Uint8Array([1, 2])],
    ['cd 0001 ff', new Uint8Array([255])],
    ['ce 00000000', new Uint8Array()],
  ])('%s', (bytes, value) => {
    expect(read(hex(bytes))).toStrictEqual(value)
    const reader = readerOf(hex(bytes))
    reader.skip()
    expect(reader.atEnd).toBe(true)
  })

  test('a UUID is its text, where the version has it', () => {
    const bytes = hex('e0 123e4567e89b12d3a456426614174000')
    expect(read(bytes, bolt('6.1'))).toBe('123e4567-e89b-12d3-a456-426614174000')
    expect(thrownBy(() => read(bytes, bolt('6.0')))).toMatchObject({ code: 'PROTOCOL' })
  })
})

describe('text of every length', () => {
  const lengths = [...Array.from({ length: 40 }, (_, length) => length), 199, 200, 201, 255, 256, 1000, 70_000]
  test.each(['a', 'é', '☃', '😀', '\u0000'])('of %j', (character) => {
    for (const length of lengths) {
      const text = character.repeat(length)
      const bytes = Buffer.from(text)
      const head = Buffer.alloc(5)
      head[0] = 0xd2
      head.writeUInt32BE(bytes.length, 1)
      expect(read(Buffer.concat([head, bytes]))).toBe(text)
      // One character of another kind at the end.
      expect(read(packed(`${text}z`))).toBe(`${text}z`)
      expect(read(packed(`${text}ü`))).toBe(`${text}ü`)
    }
  })
})

test('what was read keeps hold of no bytes, which are used again', () => {
  const bytes = packed([new Uint8Array([1, 2, 3]), 'text', { name: 'Ada' }, 'x'.repeat(400)])
  const reader = new PackReader(bolt())
  reader.reset(bytes, 0, bytes.length)
  const value = reader.value() as [Uint8Array, ...unknown[]]
  bytes.fill(0xc3)
  expect(value).toEqual([new Uint8Array([1, 2, 3]), 'text', { name: 'Ada' }, 'x'.repeat(400)])
  expect(Object.getPrototypeOf(value[0])).toBe(Uint8Array.prototype)
  expect(value[0].buffer.byteLength).toBe(3)
})

test('a reader is used again for other bytes, also after it threw', () => {
  const reader = new PackReader(bolt())
  for (let times = 0; times < 3 * deepest; times++) {
    reader.reset(hex('91 91 c4'), 0, 3)
    thrownBy(() => reader.value())
  }
  reader.reset(hex('00 91 07'), 1, 3)
  expect(reader.value()).toEqual([7])
})

test('a message has a tag and fields', () => {
  const reader = readerOf(hex('b1 71 91 01'))
  expect(reader.messageTag()).toBe(0x71)
  expect(reader.listHead()).toBe(1)
  expect(reader.atEnd).toBe(false)
  expect(reader.value()).toBe(1)
  expect(reader.atEnd).toBe(true)
})

describe('bytes that break the protocol', () => {
  const refused = (bytes: string): string => {
    const error = thrownBy(() => read(hex(bytes)))
    expect(error).toMatchObject({ code: 'PROTOCOL', fault: 'engine', retryable: false })
    return error.message
  }

  test.each(['c4', 'c5', 'c6', 'c7', 'cf', 'd3', 'd7', 'db', 'dc 01 4e', 'dd 0001 4e', 'de', 'df', 'e1', 'ef'])(
    'the marker %s',
    (bytes) => {
      expect(refused(bytes)).toMatch(/^the server sent something else in the place of a value$/)
      expect(thrownBy(() => readerOf(hex(bytes)).skip()).code).toBe('PROTOCOL')
    },
  )

  test.each([
    ['nothing', ''],
    ['half an integer', 'cb 00'],
    ['half a float', 'c1 00000000000000'],
    ['no length', 'd1 00'],
    ['half a text', '84 616263'],
    ['a text of 4 GB', 'd2 ffffffff 61'],
    ['bytes of 4 GB', 'ce ffffffff 61'],
    ['a list of 4 G values', 'd6 ffffffff 61'],
    ['a map of 4 G values', 'da ffffffff 61'],
    ['a list in a list, each of all the rest', 'd4 08 d4 06 d4 04 d4 02 d4 00'],
    ['a map with fewer entries', 'a2 81 61 01'],
    ['a structure without a tag', 'b1'],
    ['half a UUID', 'e0 00'],
    ['half a structure', 'b3 58 01'],
  ])('%s', (_, bytes) => {
    expect(refused(bytes)).toBe('the server sent a value longer than its message')
    expect(thrownBy(() => readerOf(hex(bytes)).skip()).code).toBe('PROTOCOL')
  })

  test.each([
    ['a key that is no text', 'a1 01 01'],
    ['a key that is a list', 'a1 90 01'],
    ['a key that is null', 'a1 c0 01'],
  ])('%s', (_, bytes) => expect(refused(bytes)).toBe('the server sent something else in the place of text'))

  test('a structure that is not known', () => {
    expect(refused('b1 7a 01')).toBe('the server sent a structure that is not known (0x7a)')
    expect(refused('b0 7a')).toContain('0x7a')
  })

  test('a message that is none, a list that is none', () => {
    expect(thrownBy(() => readerOf(hex('91 71')).messageTag()).message).toContain('something else than a message')
    expect(thrownBy(() => readerOf(hex('a0')).listHead()).message).toContain('in the place of a list')
  })

  test('more levels than are allowed', () => {
    for (const level of [hex('91'), hex('a1 81 61')]) {
      const nested = (levels: number): Buffer =>
        Buffer.concat([...Array.from({ length: levels }, () => level), hex('01')])
      expect(() => read(nested(deepest))).not.toThrow()
      expect(thrownBy(() => read(nested(deepest + 1))).message).toBe('the server sent a value of more than 500 levels')
      const reader = readerOf(nested(100_000))
      reader.skip()
      expect(reader.atEnd).toBe(true)
    }
  })
})
