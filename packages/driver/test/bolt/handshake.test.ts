import fc from 'fast-check'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { proposal, readHandshake } from '../../src/bolt/handshake.ts'
import { versions } from '../../src/bolt/version.ts'

const read = (...bytes: readonly number[]) => readHandshake(Uint8Array.from(bytes), bytes.length)
const manifest = (...rest: readonly number[]) => read(0, 0, 1, 0xff, ...rest)

describe('the proposal', () => {
  it('names in its ranges every version below 6 that is spoken, and no other', () => {
    const named: string[] = []
    for (let at = 8; at < proposal.length; at += 4) {
      const [, back = 0, minor = 0, major = 0] = proposal.subarray(at, at + 4)
      for (let below = 0; below <= back; below++) named.push(`${major}.${minor - below}`)
    }
    expect(named).toEqual(versions.map(({ version }) => version).filter((version) => Number(version) < 6))
  })

  it('begins with what tells Bolt from others, and prefers the manifest', () => {
    expect([...proposal.subarray(0, 8)]).toEqual([0x60, 0x60, 0xb0, 0x17, 0, 0, 1, 0xff])
  })
})

describe('the reply of a server that chooses', () => {
  it.each(versions.map(({ version }) => version))('%s', (version) => {
    const [major = 0, minor = 0] = version.split('.').map(Number)
    expect(read(0, 0, minor, major)).toMatchObject({ features: { version }, end: 4, answer: new Uint8Array() })
  })

  it('is waited for until it is whole', () => {
    expect(read()).toBeUndefined()
    expect(read(0, 0, 4)).toBeUndefined()
  })

  it.each([
    ['no version', [0, 0, 0, 0], 'none of the versions'],
    ['a version that was not proposed', [0, 0, 5, 5], 'chose Bolt 5.5'],
    ['a range', [0, 1, 4, 4], 'does not answer as a server of Bolt'],
    ['HTTP', [0x48, 0x54, 0x54, 0x50], '7687'],
    ['an alert of TLS', [0x15, 0x03, 0x03, 0x00], 'bolt+s:'],
    ['anything else', [1, 2, 3, 4], 'does not answer as a server of Bolt'],
  ])('may not be %s', (_, bytes, words) => {
    expect(() => read(...bytes)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    expect(() => read(...bytes)).toThrow(words)
  })
})

describe('the reply of a server that tells all it speaks', () => {
  it('is answered with the newest that both speak', () => {
    // 6.2 to 6.0, 5.8 to 5.0, 4.4 to 4.2, no capabilities; then a byte of what follows.
    const reply = [3, 0, 2, 2, 6, 0, 8, 8, 5, 0, 2, 4, 4, 0]
    expect(manifest(...reply, 0x99)).toMatchObject({
      features: { version: '6.1' },
      end: 4 + reply.length,
      answer: Uint8Array.of(0, 0, 1, 6, 0),
    })
    expect(manifest(1, 0, 8, 8, 5, 0)).toMatchObject({ features: { version: '5.8' } })
  })

  it('agrees to no capability, however many are offered', () => {
    expect(manifest(1, 0, 0, 4, 5, 0xff, 0x82, 0x71)).toMatchObject({ end: 12, answer: Uint8Array.of(0, 0, 4, 5, 0) })
  })

  it('is waited for until it is whole', () => {
    const reply = [0, 0, 1, 0xff, 2, 0, 8, 8, 5, 0, 2, 4, 4, 0x80, 0x01]
    for (let length = 0; length < reply.length; length++) expect(read(...reply.slice(0, length))).toBeUndefined()
    expect(read(...reply)).toMatchObject({ end: reply.length })
  })

  it.each([
    ['no version that is spoken', [1, 0, 0, 0, 7, 0], 'speaks Bolt 7.0, none'],
    ['no version at all', [0, 0], 'none of the versions'],
    ['more versions than there can be', [0xff, 0xff, 0x03], 'more versions'],
    ['a count without an end', Array<number>(10).fill(0xff), 'without an end'],
  ])('may not be %s', (_, bytes, words) => {
    expect(() => manifest(...bytes)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    expect(() => manifest(...bytes)).toThrow(words)
  })
})

it('any bytes are an agreement, too few, or an error of the protocol', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, asManifest) => {
      const all = asManifest ? Uint8Array.of(0, 0, 1, 0xff, ...bytes) : bytes
      try {
        const agreement = readHandshake(all, all.length)
        if (agreement !== undefined) expect(agreement.end).toBeLessThanOrEqual(all.length)
      } catch (error) {
        expect(error).toBeInstanceOf(GraphError)
        expect(error).toMatchObject({ code: 'PROTOCOL' })
      }
    }),
  )
})
