import { GraphNode, GraphPath, GraphRelationship, type ErrorCode } from '@motif/core'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { UnsupportedValue } from '../../../src/bolt/packstream/unsupported-value.ts'
import { PackWriter } from '../../../src/bolt/packstream/writer.ts'
import { bolt, dechunked, packed, read, thrownBy } from './support.ts'

const run = 0x10

const message = (writer: PackWriter, ...fields: unknown[]): void => {
  writer.begin(run, fields.length)
  for (const field of fields) writer.value(field)
  writer.end()
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('framing', () => {
  test('a message is chunks and an end', () => {
    const writer = new PackWriter(bolt())
    message(writer, 1, 'a')
    expect(hexOf(writer.take())).toBe('0005 b210 01 8161 0000'.replaceAll(' ', ''))
  })

  test('several are handed over at once, and each once', () => {
    const writer = new PackWriter(bolt())
    message(writer, 1)
    message(writer)
    expect(hexOf(writer.take())).toBe('0003 b110 01 0000 0002 b010 0000'.replaceAll(' ', ''))
    expect(writer.take()).toHaveLength(0)
    message(writer, 2)
    expect(hexOf(writer.take())).toBe('0003b110020000')
  })

  test('a chunk is as large as it can be', () => {
    // The field's own head is five bytes, the message's two.
    for (const size of [65_528, 65_529, 131_063, 131_064, 131_065, 400_000]) {
      const writer = new PackWriter(bolt())
      const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251)
      message(writer, 'before')
      message(writer, bytes)
      message(writer, 'after')
      const taken = Buffer.from(writer.take())
      const [first, last] = [taken.subarray(0, 13), taken.subarray(-12)]
      expect([hexOf(first), hexOf(last)]).toEqual(['0009b110866265666f72650000', '0008b1108561667465720000'])
      const framed = taken.subarray(13, -12)
      const whole = dechunked(framed)
      expect(Buffer.compare(whole.subarray(whole.length - size), bytes)).toBe(0)
      expect(framed.length - whole.length).toBe(2 * Math.ceil(whole.length / 65_535) + 2)
      expect(framed.readUInt16BE(0)).toBe(Math.min(whole.length, 65_535))
    }
  })

  test('what was handed over is not written to again', () => {
    const writer = new PackWriter(bolt())
    for (const size of [10, 200_000]) {
      const taken = ['x', 'y', 'z'].map((letter) => {
        message(writer, letter.repeat(size))
        return writer.take()
      })
      expect(taken.map((bytes) => read(dechunked(bytes).subarray(2)))).toEqual(
        ['x', 'y', 'z'].map((letter) => letter.repeat(size)),
      )
    }
  })

  test('a message that is taken back leaves nothing, whatever came before it', () => {
    const writer = new PackWriter(bolt())
    message(writer, 1)
    writer.begin(run, 2)
    writer.value('x'.repeat(100_000))
    expect(thrownBy(() => writer.value(undefined)).code).toBe('PARAMETER')
    writer.rewind()
    message(writer, 2)
    expect(hexOf(writer.take())).toBe('0003b110010000 0003b110020000'.replace(' ', ''))
  })

  test('messages may be taken while the next is begun', () => {
    const writer = new PackWriter(bolt())
    for (const size of [3, 300_000]) {
      message(writer, 'x'.repeat(size))
      writer.begin(0x11, 2)
      writer.value(4)
      const taken = writer.take()
      writer.value(5)
      writer.end()
      expect(read(dechunked(taken).subarray(2))).toBe('x'.repeat(size))
      expect(hexOf(writer.take())).toBe('0004b21104050000')
    }
  })
})

describe('a map', () => {
  test.each([0, 15, 16, 255, 256, 65_535, 65_536])('of %i entries, and what comes behind it', (size) => {
    const map = Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, index % 100]))
    expect(read(packed([map, 'behind']))).toEqual([map, 'behind'])
  })

  test('in maps whose heads are longer too', () => {
    const wide = (inner: unknown): unknown => ({
      ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 'x'])),
      inner,
      last: true,
    })
    expect(read(packed(wide(wide(wide(1)))))).toEqual(wide(wide(wide(1))))
  })

  test('holds what is its own, and nothing inherited', () => {
    const bare = Object.assign(Object.create(null), { inherited: 1 })
    expect(read(packed(Object.assign(Object.create(bare), { own: 2 })))).toEqual({ own: 2 })
  })

  test('is whole also when a getter changes it meanwhile', () => {
    const map: Record<string, unknown> = {
      get first() {
        delete map['second']
        map['third'] = 3
        return 1
      },
      second: 2,
    }
    expect(read(packed([map, 'behind']))).toEqual([{ first: 1 }, 'behind'])
  })
})

describe('refused, with the place and without the value', () => {
  const refusal = (params: unknown, code: ErrorCode = 'PARAMETER', version?: string): string => {
    const writer = new PackWriter(bolt(version))
    writer.begin(run, 3)
    writer.value('RETURN $x')
    const error = thrownBy(() => writer.value(params))
    expect(error).toMatchObject({ code, outcome: 'not sent', fault: 'caller', retryable: false })
    return error.message
  }

  class Money {
    readonly amount = 4_711
  }

  test.each([
    [{ p: undefined }, '$p is undefined: leave it out, or give null'],
    [{ rows: [{ name: 'a' }, { name: undefined }] }, '$rows[1].name is undefined: leave it out, or give null'],
    [{ rows: Object.assign([], { 0: 1, 2: 3 }) }, '$rows[1] is undefined: leave it out, or give null'],
    [{ p: { a: [{ b: () => 1 }] } }, '$p.a[0].b is a function, which cannot be sent'],
    [{ p: Symbol('x') }, '$p is a symbol, which cannot be sent'],
    [{ p: 2n ** 63n }, '$p is past the 64 bits of an integer'],
    [{ p: -(2n ** 63n) - 1n }, '$p is past the 64 bits of an integer'],
    [{ p: 'a\ud800' }, '$p holds half of a surrogate pair, which UTF-8 cannot carry'],
    [{ p: `${'a'.repeat(500)}\udc00` }, '$p holds half of a surrogate pair, which UTF-8 cannot carry'],
    [{ p: { 'a\ud800': 1 } }, '$p.a\ud800 holds half of a surrogate pair, which UTF-8 cannot carry'],
    [{ p: new Map() }, '$p is a Map, which cannot be sent: give Object.fromEntries(…)'],
    [{ p: new Set() }, '$p is a Set, which cannot be sent: give Array.from(…)'],
    [{ p: new Money() }, '$p is a Money, which cannot be sent: give a plain value'],
    [{ p: [/x/] }, '$p[0] is a RegExp, which cannot be sent: give a plain value'],
    [{ p: Promise.resolve(1) }, '$p is a Promise, which cannot be sent: give a plain value'],
    [{ p: new Date(Number.NaN) }, '$p is an invalid Date'],
    [{ p: new Uint16Array(1) }, '$p is a Uint16Array, and no vector holds such numbers: give a list, Array.from(…)'],
    [
      { p: new DataView(new ArrayBuffer(1)) },
      '$p is a DataView, and no vector holds such numbers: give a list, Array.from(…)',
    ],
    [
      { p: Temporal.PlainYearMonth.from('2020-01') },
      '$p is a PlainYearMonth, which cannot be sent: give a plain value',
    ],
    [{ p: new GraphNode([], '4:a:1', {}) }, '$p is a node, which cannot be sent: give its properties or its elementId'],
    [
      { p: new GraphRelationship('R', '5:a:1', ['4:a:1', '4:a:2'], {}) },
      '$p is a relationship, which cannot be sent: give its properties or its elementId',
    ],
    [{ p: new GraphPath([], []) }, '$p is a path, which cannot be sent: give the element ids of its nodes'],
    [{ p: new UnsupportedValue('X', '9.0', undefined) }, '$p is a value that this version of Bolt cannot carry'],
  ])('%o', (params, message) => expect(refusal(params)).toBe(message))

  test('a vector where the version has none', () => {
    expect(refusal({ p: [new Float32Array(2)] }, 'UNSUPPORTED_FEATURE', '5.8')).toBe(
      '$p[0] is a vector, which needs Bolt 6.0 where the server speaks 5.8: give a list, Array.from(…)',
    )
  })

  test('a value that contains itself', () => {
    const loop: { next?: unknown } = {}
    loop.next = [loop]
    expect(refusal({ loop })).toMatch(/^\$loop(\.next\[0\]){5}\.next… is nested too deeply, or contains itself$/)
  })

  test('only parameters have a dollar sign', () => {
    const writer = new PackWriter(bolt())
    writer.begin(run, 3)
    writer.value('RETURN 1')
    writer.value({})
    expect(thrownBy(() => writer.value({ tx_metadata: { at: undefined } })).message).toBe(
      'tx_metadata.at is undefined: leave it out, or give null',
    )
    writer.rewind()
    writer.begin(run, 3)
    expect(thrownBy(() => writer.value(undefined)).message).toBe('the value is undefined: leave it out, or give null')
  })

  test("an error of the caller's own comes as it is", () => {
    const writer = new PackWriter(bolt())
    writer.begin(run, 1)
    const own = new TypeError('mine')
    const params = {
      get p(): never {
        throw own
      },
    }
    expect(() => writer.value({ params })).toThrow(own)
    writer.rewind()
    message(writer, [[1]])
    expect(hexOf(writer.take())).toBe('0005b1109191010000')
  })
})
