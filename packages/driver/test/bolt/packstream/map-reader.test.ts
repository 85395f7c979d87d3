import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { shapeReader } from '../../../src/bolt/packstream/shape-reader.ts'
import { hex, packed, read, readerOf, thrownBy } from './support.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const ada = { name: 'Ada', born: 1815, tags: ['a', { deep: null }] }

/** Reads a map often enough for a function to be made. */
const readOften = (bytes: Uint8Array): void => {
  for (let times = 0; times < 600; times++) read(bytes)
}

describe('maps of a shape that came often', () => {
  test('are read as before', () => {
    const bytes = packed(ada)
    readOften(bytes)
    expect(read(bytes)).toStrictEqual(ada)
    expect(Object.keys(read(bytes) as object)).toEqual(['name', 'born', 'tags'])
    expect(read(packed({ name: 'Bob', born: null, tags: [] }))).toStrictEqual({ name: 'Bob', born: null, tags: [] })
  })

  test.each([
    ['another key at the beginning', { naam: 'Ada', born: 1815, tags: 1 }],
    ['another in the middle', { name: 'Ada', bore: 1815, tags: 1 }],
    ['another at the end', { name: 'Ada', born: 1815, rank: 1 }],
    ['a longer key', { name: 'Ada', born: 1815, tagsAndMore: 1 }],
    ['another order', { name: 'Ada', tags: 1, born: 1815 }],
    ['fewer keys', { name: 'Ada', born: 1815 }],
    ['more keys', { name: 'Ada', born: 1815, tags: 1, more: 2 }],
    ['a key past ASCII', { name: 'Ada', börn: 1815, tags: 1 }],
    ['__proto__ for a key', JSON.parse('{"name": "Ada", "__proto__": {"x": 1}, "tags": 1}') as object],
  ])('and those with %s too', (_, other) => {
    readOften(packed(ada))
    const bytes = packed(other)
    for (let times = 0; times < 1500; times++) {
      const value = read(bytes) as object
      expect(Object.entries(value)).toEqual(Object.entries(other))
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    }
    expect(read(packed(ada))).toStrictEqual(ada)
  })

  test('cut off at any byte are refused', () => {
    const bytes = packed(ada)
    readOften(bytes)
    for (let end = 0; end < bytes.length; end++) {
      expect(thrownBy(() => read(bytes.subarray(0, end))).code).toBe('PROTOCOL')
    }
  })

  test('also where a key is written at greater length than it takes', () => {
    const bytes = hex('a1 d1 0002 6964 07')
    for (let times = 0; times < 600; times++) expect(read(bytes)).toEqual({ id: 7 })
  })

  test('any maps, in any order', () => {
    const maps = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'name', '0'), fc.integer()), {
      minLength: 1,
      maxLength: 4,
    })
    return fc.assert(
      fc.property(maps, (several) => {
        const written = several.map((each) => packed(each))
        for (let times = 0; times < 40; times++) {
          for (const [index, bytes] of written.entries())
            expect(Object.entries(read(bytes) as object)).toEqual(Object.entries(several[index] ?? {}))
        }
      }),
    )
  })
})

test('of a key that comes twice the last value counts', () => {
  const bytes = hex('a2 81 61 01 81 61 02')
  for (let times = 0; times < 600; times++) expect(read(bytes)).toStrictEqual({ a: 2 })
})

test('a function tells of maps that are of another shape, so that it can be given up', () => {
  let missed = 0
  const reader = shapeReader(['a', 'b'], () => missed++)
  const read = (map: object): unknown => reader?.(readerOf(packed(map).subarray(1)))
  expect([read({ a: 1, b: 2 }), missed]).toEqual([{ a: 1, b: 2 }, 0])
  expect([read({ a: 1, c: 2 }), missed]).toEqual([{ a: 1, c: 2 }, 1])
})

test('names in a function are names, whatever they look like', () => {
  const keys = ['"', "'", '`', '\\', '${x}', '\n', '\u2028', '});throw 1;//', '', '__proto__', 'é😀']
  const reader = shapeReader(keys, () => {
    throw new Error('it should have been of that shape')
  })
  const bytes = packed(keys.map((key) => [key, 1]).flat()).subarray(2)
  expect(Object.entries(reader?.(readerOf(bytes)) ?? {})).toEqual(keys.map((key) => [key, 1]))
})

test('where code from text is forbidden, maps are read all the same', async () => {
  let tries = 0
  vi.stubGlobal('Function', function forbidden() {
    tries++
    throw new EvalError('Code generation from strings disallowed for this context')
  })
  vi.resetModules()
  const fresh = await import('./support.ts')
  for (let times = 0; times < 600; times++) expect(fresh.read(packed(ada))).toStrictEqual(ada)
  expect(tries).toBeGreaterThan(0)
})
