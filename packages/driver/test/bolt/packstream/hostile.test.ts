import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { rowReader } from '../../../src/bolt/packstream/row-reader.ts'
import { Structure } from '../../../src/bolt/packstream/structure.ts'
import { versions, type Features } from '../../../src/bolt/version.ts'
import { temporalReady } from '../../../src/temporal-library.ts'
import { anyValue } from './any-value.ts'
import { packed, readerOf } from './support.ts'

beforeAll(async () => temporalReady())

/** Reads bytes in every way there is; whatever comes of it, it is a value within them or one of the two errors. */
const expectUnharmed = (bytes: Uint8Array, features: Features): void => {
  const ways = [
    (reader: ReturnType<typeof readerOf>) => reader.value(),
    (reader: ReturnType<typeof readerOf>) => reader.valueAs(true),
    (reader: ReturnType<typeof readerOf>) => reader.skip(),
    rowReader(['a', 'b', 'c']),
  ]
  for (const way of ways) {
    const reader = readerOf(bytes, features)
    const last = reader.end
    try {
      way(reader)
      expect(reader.at).toBeLessThanOrEqual(last)
    } catch (error) {
      expect(error).toBeInstanceOf(GraphError)
      expect(['PROTOCOL', 'RESULT_SHAPE']).toContain((error as GraphError).code)
    }
  }
}

const features = fc.constantFrom(...versions)

const integer = fc.integer({ min: -200, max: 200 })
const entity = fc
  .tuple(
    fc.constantFrom(0x4e, 0x52, 0x72, 0x50, 0x44, 0x54, 0x74, 0x49, 0x69, 0x46, 0x66, 0x64, 0x45, 0x56, 0x3f),
    fc.array(fc.oneof(integer, anyValue), { maxLength: 9 }),
  )
  .map(([tag, fields]) => new Structure(tag, fields))

/** Bytes that are a value, before something happens to them. */
const bytes = fc.oneof(anyValue, entity, fc.array(entity, { maxLength: 4 })).map((value) => packed(value))

test('any bytes', () =>
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), features, expectUnharmed), { numRuns: 2000 }))

test('bytes that begin like a list, a map, text or a structure', () => {
  const heads = [0x91, 0x9f, 0xa1, 0xaf, 0xb1, 0xb4, 0xb8, 0xd0, 0xd2, 0xd4, 0xd6, 0xd8, 0xda, 0xcc, 0xce]
  return fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...heads, 0x4e, 0x52, 0x50, 0xff, 0), { maxLength: 60 }),
      features,
      (list, of) => expectUnharmed(Uint8Array.from(list), of),
    ),
    { numRuns: 2000 },
  )
})

test('a value with some bytes changed', () =>
  fc.assert(
    fc.property(
      bytes,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 }),
      features,
      (of, changes, version) => {
        const changed = Uint8Array.from(of)
        for (const [at, byte] of changes) changed[at % changed.length] = byte
        expectUnharmed(changed, version)
      },
    ),
    { numRuns: 400 },
  ))

test('a value cut off anywhere is never one', () =>
  fc.assert(
    fc.property(bytes, fc.nat(), features, (of, where, version) => {
      const cut = of.subarray(0, where % of.length)
      expectUnharmed(cut, version)
      expect(() => readerOf(cut, version).value()).toThrow(GraphError)
      expect(() => readerOf(cut, version).skip()).toThrow(GraphError)
    }),
    { numRuns: 300 },
  ))
