import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { GraphError } from '@motif/core'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dump, load } from '../../src/index.ts'
import { DumpReader } from '../../src/transfer/file/read-dump.ts'
import { open } from '../../src/transfer/file/input.ts'
import { freshFolder } from '../folder.ts'
import { emptyGraph, everyKind, run } from './graphs.ts'

let whole: Buffer
beforeAll(async () => {
  const { freshGraph } = await import('@motif/driver/testing')
  await using db = freshGraph('grafeo')
  await everyKind(db)
  await run(db, 'UNWIND range(1, 1500) AS i CREATE (:N {i: i})-[:R]->(:M {name: toString(i)})')
  const chunks: Buffer[] = []
  const { PassThrough } = await import('node:stream')
  const pipe = new PassThrough()
  pipe.on('data', (chunk: Buffer) => chunks.push(chunk))
  await dump(db, { to: pipe })
  whole = Buffer.concat(chunks)
})

async function* bytesOf(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Reads a dump to its end; returns the error. */
const faultOf = async (bytes: Uint8Array): Promise<GraphError | undefined> => {
  try {
    const batches = new DumpReader('air.dump', open(bytesOf(bytes))).batches()
    while ((await batches.next()).done !== true);
    return undefined
  } catch (error) {
    if (error instanceof GraphError) return error
    throw error
  }
}

const told =
  /^air\.dump (?:is damaged at byte \d+, in chunk \d+: |is no dump of Motif|is cut short|is a dump of version)/

describe('a dump', () => {
  it('is read as it was written, however its bytes come', async () => {
    expect(await faultOf(whole)).toBeUndefined()
    const batches = new DumpReader('x', open(bytesOf(whole, 1))).batches()
    let rows = 0
    for await (const batch of batches) rows += batch.rows.length
    expect(rows).toBe(3_004 + 1_504)
  })

  it('is refused with any bit turned, and the place is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(whole)
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at)
        const fault = await faultOf(damaged)
        expect(fault?.code).toBe('USAGE')
        expect(fault?.message).toMatch(told)
        const [, place] = /at byte (\d+)/.exec(fault?.message ?? '') ?? []
        if (place !== undefined) expect(Number(place)).toBeLessThanOrEqual(at)
      }),
      { numRuns: 300 },
    )
  })

  it('is refused cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        const fault = await faultOf(whole.subarray(0, length))
        expect(fault?.message).toMatch(told)
      }),
      { numRuns: 100 },
    )
  })

  it('is refused with a piece gone, twice there, or put elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(whole.length - 1), fc.nat(4_000), async (from, to, length) => {
        const piece = whole.subarray(from, from + length + 1)
        const without = Buffer.concat([whole.subarray(0, from), whole.subarray(from + length + 1)])
        const moved = Buffer.concat([without.subarray(0, to), piece, without.subarray(to)])
        const twice = Buffer.concat([whole.subarray(0, to), piece, whole.subarray(to)])
        for (const bytes of [without, moved, twice])
          if (!bytes.equals(whole)) expect(await faultOf(bytes)).toBeDefined()
      }),
      { numRuns: 100 },
    )
  })

  it('is refused packed and then damaged, unless what it holds is intact', async () => {
    const packed = gzipSync(whole)
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.nat(7), async (at, bit) => {
        const damaged = Buffer.from(packed)
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at)
        const isIntact = (): boolean => {
          try {
            return gunzipSync(damaged).equals(whole)
          } catch {
            return false
          }
        }
        if (!isIntact()) expect((await faultOf(damaged))?.message).toMatch(told)
      }),
      { numRuns: 100 },
    )
    expect((await faultOf(packed.subarray(0, -5)))?.message).toMatch(/the end is missing$/)
  })

  it('is refused with more behind it', async () => {
    const fault = await faultOf(Buffer.concat([whole, Buffer.from('x')]))
    expect(fault?.message).toMatch(/more comes after its end$/)
  })

  it('tells the chunk and the byte', async () => {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(40) ^ 1, 40)
    expect((await faultOf(damaged))?.message).toBe(
      'air.dump is damaged at byte 11, in chunk 0: its checksum is another',
    )
  })

  it.each([
    ['', 'is cut short: it does not begin as one'],
    ['hello, this is a text', 'is no dump of Motif: it does not begin as one'],
  ])('is not %j', async (text, why) => {
    expect((await faultOf(Buffer.from(text)))?.message).toBe(`air.dump ${why}`)
  })

  it('of a later form is told as one', async () => {
    const later = Buffer.from(whole)
    later.writeUInt8(2, 10)
    expect((await faultOf(later))?.message).toBe('air.dump is a dump of version 2; this reads version 1')
  })

  it('leaves nothing in the graph when its last byte is damaged', async () => {
    const path = join(freshFolder(), 'air.dump')
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(whole.length - 1) ^ 1, whole.length - 1)
    writeFileSync(path, damaged)
    const db = emptyGraph()
    await expect(load(db, { from: path })).rejects.toThrow(/is damaged at byte \d+, in chunk \d+/)
    expect(await run(db, 'MATCH (n) RETURN count(n) AS n')).toEqual([{ n: 0 }])
    expect(readFileSync(path)).toEqual(damaged)
  })

  it('that comes through a pipe and is damaged tells what stands', async () => {
    const damaged = Buffer.from(whole)
    damaged.writeUInt8(damaged.readUInt8(whole.length - 1) ^ 1, whole.length - 1)
    const db = emptyGraph()
    await expect(load(db, { from: bytesOf(damaged) })).rejects.toThrow(
      /^the dump is damaged at byte \d+, in chunk \d+: .*; 3,004 nodes of 3,004 and 1,504 relationships of 1,504 stand in the graph; load it again with resume/,
    )
  })

  it('that is not there is named', async () => {
    await expect(load(emptyGraph(), { from: '/nowhere/air.dump' })).rejects.toThrow(
      'there is no dump at /nowhere/air.dump',
    )
  })
})
