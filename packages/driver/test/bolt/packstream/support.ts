import assert from 'node:assert/strict'
import { GraphError } from '@motif/core'
import { PackReader } from '../../../src/bolt/packstream/reader.ts'
import { PackWriter } from '../../../src/bolt/packstream/writer.ts'
import { versions, type Features } from '../../../src/bolt/version.ts'

/** The newest version of Bolt, or the one of this name. */
export const bolt = (version?: string): Features =>
  versions.find((each) => version === undefined || each.version === version) as Features

/** 4.4 after client and server agreed to moments in UTC. */
export const patched: Features = { ...bolt('4.4'), utcMoments: 'always' }

const tag = 0x71

/** The chunks of a message put together again. */
export const dechunked = (framed: Uint8Array): Buffer => {
  const parts: Uint8Array[] = []
  let at = 0
  for (;;) {
    const size = ((framed[at] ?? 0) << 8) | (framed[at + 1] ?? 0)
    at += 2
    if (size === 0) break
    parts.push(framed.subarray(at, at + size))
    at += size
  }
  assert.equal(at, framed.length)
  return Buffer.concat(parts)
}

/** One value alone. */
export const packed = (value: unknown, features: Features = bolt()): Buffer => {
  const writer = new PackWriter(features)
  writer.begin(tag, 1)
  writer.value(value)
  writer.end()
  const message = dechunked(writer.take())
  assert.deepEqual([message[0], message[1]], [0xb1, tag])
  return message.subarray(2)
}

/** Reads bytes that are one value; they stand between others, which must not be looked at. */
export const read = (bytes: Uint8Array, features: Features = bolt()): unknown => {
  const reader = readerOf(bytes, features)
  const value = reader.value()
  assert.ok(reader.atEnd, 'not all was read')
  return value
}

export const readerOf = (bytes: Uint8Array, features: Features = bolt()): PackReader => {
  const reader = new PackReader(features)
  const around = Buffer.concat([Buffer.alloc(7, 0xc1), bytes, Buffer.alloc(9, 0x01)])
  reader.reset(around, 7, 7 + bytes.length)
  return reader
}

export const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')

/** The error that something must throw. */
export const thrownBy = (work: () => unknown): GraphError => {
  try {
    work()
  } catch (error) {
    assert.ok(error instanceof GraphError, String(error))
    return error
  }
  throw new Error('it should have been refused')
}

/** What a value is, told so that two are equal when they are the same: Temporal's keep what they hold to themselves. */
export const told = (value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(told)
  const kind = Object.prototype.toString.call(value)
  if (kind.startsWith('[object Temporal.')) return `${kind} ${String(value)}`
  if (ArrayBuffer.isView(value)) return [kind, ...Array.from(value as Uint8Array, told)]
  const name = (value as { constructor?: { name: string } }).constructor?.name
  const members = Object.keys(value).map((key) => [key, told((value as Record<string, unknown>)[key])])
  return name === 'Object' ? { members } : { name, members }
}
