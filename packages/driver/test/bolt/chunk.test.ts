import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dechunker } from '../../src/bolt/chunk.ts'

const chunk = (bytes: Uint8Array): Uint8Array => Uint8Array.of(bytes.length >> 8, bytes.length & 0xff, ...bytes)
const noop = Uint8Array.of(0, 0)

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

/** All messages that come out when the bytes come in pieces of these sizes, the last of them again and again. */
const through = (dechunker: Dechunker, bytes: Uint8Array, sizes: readonly number[] = [bytes.length]): Uint8Array[] => {
  const messages: Uint8Array[] = []
  let at = 0
  for (let read = 0; at < bytes.length; read++) {
    const space = dechunker.space()
    const count = Math.min(space.length, bytes.length - at, sizes[Math.min(read, sizes.length - 1)] ?? 1)
    space.set(bytes.subarray(at, at + count))
    dechunker.filled(count)
    at += count
    while (dechunker.next()) messages.push(Uint8Array.from(dechunker.bytes.subarray(dechunker.start, dechunker.end)))
  }
  return messages
}

const numbered = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 7)

/** A message longer than a chunk may be. */
const inChunks = (message: Uint8Array, size = 65_535): Uint8Array => {
  const parts: Uint8Array[] = []
  for (let at = 0; at < message.length; at += size) {
    const part = message.subarray(at, at + size)
    parts.push(Uint8Array.of(part.length >> 8, part.length & 0xff), part)
  }
  return joined([...parts, noop])
}

describe('a message', () => {
  it('in one chunk is read in place', () => {
    const dechunker = new Dechunker(100)
    const buffer = dechunker.bytes
    expect(through(dechunker, joined([chunk(numbered(5)), noop]))).toEqual([numbered(5)])
    expect(dechunker.bytes).toBe(buffer)
    expect(dechunker.start).toBe(2)
  })

  it('in several chunks is joined', () => {
    const stream = joined([chunk(numbered(3)), chunk(numbered(2)), chunk(numbered(1)), noop])
    expect(through(new Dechunker(100), stream)).toEqual([Uint8Array.of(0, 7, 14, 0, 7, 0)])
  })

  it('comes out however the stream is cut, with NOOPs between messages', () => {
    const message = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(message, fc.nat(2)), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        (messages, sizes) => {
          const stream = messages.map(([chunks, noops]) =>
            joined([...Array<Uint8Array>(noops).fill(noop), ...chunks.map(chunk), noop]),
          )
          const expected = messages.map(([chunks]) => joined(chunks))
          expect(through(new Dechunker(1000), joined(stream), sizes)).toEqual(expected)
        },
      ),
    )
  })

  it('far larger than the buffer comes whole, and the buffer shrinks behind it', () => {
    const dechunker = new Dechunker(10_000_000)
    const large = numbered(5_000_000)
    const stream = joined([inChunks(large), inChunks(numbered(9)), inChunks(large, 8192)])
    const messages = through(dechunker, stream, [70_000])
    expect(messages.map((message, index) => Buffer.compare(message, index === 1 ? numbered(9) : large))).toEqual([
      0, 0, 0,
    ])
    expect(dechunker.bytes.length).toBeGreaterThan(5_000_000)
    dechunker.space()
    expect(dechunker.bytes.length).toBe(1 << 20)
  })
})

describe('the buffer', () => {
  it('grows for whoever fills it, up to a megabyte', () => {
    const dechunker = new Dechunker(1000)
    const small = inChunks(numbered(100))
    through(dechunker, joined(Array<Uint8Array>(100).fill(small)), [1000])
    expect(dechunker.bytes.length).toBe(1 << 16)
    const messages = through(dechunker, joined(Array<Uint8Array>(40_000).fill(small)))
    expect(messages.length).toBe(40_000)
    expect(dechunker.bytes.length).toBe(1 << 20)
  })
})

describe('the limit', () => {
  it('holds for one chunk, before it has come', () => {
    expect(through(new Dechunker(5), inChunks(numbered(5)))).toEqual([numbered(5)])
    const overLimit = expect.objectContaining({ code: 'PROTOCOL', message: expect.stringContaining('maxMessageSize') })
    expect(() => through(new Dechunker(5), Uint8Array.of(0, 6))).toThrow(overLimit)
    expect(() => through(new Dechunker(5), Uint8Array.of(0, 3, 1, 2, 3, 0, 3))).toThrow(overLimit)
  })
})

describe('bytes in front of the messages', () => {
  it('can be looked at and stepped over', () => {
    const dechunker = new Dechunker(100)
    const read = (bytes: Uint8Array): void => {
      dechunker.space().set(bytes)
      dechunker.filled(bytes.length)
    }
    read(Uint8Array.of(1, 2))
    expect([...dechunker.unread]).toEqual([1, 2])
    read(Uint8Array.of(3, 4, 0, 1))
    expect([...dechunker.unread]).toEqual([1, 2, 3, 4, 0, 1])
    dechunker.skip(4)
    expect(dechunker.next()).toBe(false)
    expect(through(dechunker, Uint8Array.of(9, 0, 0))).toEqual([Uint8Array.of(9)])
  })
})
