import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import fc from 'fast-check'
import { GraphError } from '@motif/core'
import { describe, expect, it } from 'vitest'
import { tag } from '../../src/bolt/message/tag.ts'
import { PackWriter } from '../../src/bolt/packstream/writer.ts'
import { ServerFailure } from '../../src/bolt/server-failure.ts'
import { cut, scriptedServer, type Conversation, type ScriptedReply } from '../../src/testing/index.ts'
import { featuresOf, open, pull, run } from './support.ts'

const runs = 150

/** What a server says to RUN and PULL, with rows of many kinds. */
const stream = (): Uint8Array => {
  const writer = new PackWriter(featuresOf('5.4'))
  const say = (which: number, ...fields: readonly unknown[]): void => {
    writer.begin(which, fields.length)
    for (const field of fields) writer.value(field)
    writer.end()
  }
  say(tag.success, { fields: ['a', 'b'], t_first: 1 })
  say(tag.record, [1, 'text', { list: [1, 2.5, null, true], bytes: Uint8Array.of(1, 2, 3) }])
  say(tag.record, ['x'.repeat(300), -(2 ** 40), 2n ** 60n])
  say(tag.failure, { code: 'Neo.ClientError.Statement.SyntaxError', message: 'no' })
  return writer.take()
}

const whole = stream()

/** The stream with some bytes changed, some cut out and some put in. */
const mutated = fc
  .array(fc.record({ at: fc.nat(whole.length - 1), cut: fc.nat(6), put: fc.uint8Array({ maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((changes) => {
    let bytes = [...whole]
    for (const { at, cut: count, put } of changes) bytes = [...bytes.slice(0, at), ...put, ...bytes.slice(at + count)]
    return Uint8Array.from(bytes)
  })

const hostile = fc.oneof(
  mutated,
  fc.uint8Array({ maxLength: 300 }),
  // Chunks that are whole, of messages that say they are a RECORD, a SUCCESS or a FAILURE.
  fc
    .array(fc.tuple(fc.constantFrom(0x71, 0x70, 0x7f), fc.uint8Array({ maxLength: 40 })), { maxLength: 8 })
    .map((messages) =>
      Uint8Array.from(messages.flatMap(([which, rest]) => [0, rest.length + 2, 0xb1, which, ...rest, 0, 0])),
    ),
)

const pieces = (bytes: Uint8Array, size: number): ScriptedReply[] => {
  const replies: ScriptedReply[] = []
  for (let at = 0; at < bytes.length; at += size) replies.push({ bytes: bytes.subarray(at, at + size) })
  return replies
}

describe('hostile bytes', () => {
  it('to requests end in an answer or an error, once for each, and never in silence', { timeout: 60_000 }, async () => {
    let next: readonly ScriptedReply[] = []
    const conversation: Conversation = ({ name }) => (name === 'RUN' ? next : name === 'PULL' ? [] : [hello])
    const hello: ScriptedReply = { tag: tag.success, fields: [{}] }
    await using server = await scriptedServer({ connections: Array<Conversation>(runs).fill(conversation) })
    await fc.assert(
      fc.asyncProperty(hostile, fc.integer({ min: 1, max: 100 }), async (bytes, size) => {
        next = [...pieces(bytes, size), cut()]
        const channel = await open(server.port, { maxMessageSize: 1 << 20 })
        const answers = [run(channel), pull(channel), pull(channel)]
        channel.flush()
        await Promise.all(answers.map(({ done }) => done))
        await expect.poll(() => channel.broken).toBeInstanceOf(GraphError)
        expect(['PROTOCOL', 'CONNECTION']).toContain(channel.broken?.code)
        for (const { seen } of answers) expect(seen).toHaveLength(1)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })

  it('to HELLO reject', { timeout: 60_000 }, async () => {
    let next: readonly ScriptedReply[] = []
    const conversation: Conversation = ({ name }) => (name === 'HELLO' ? next : [])
    await using server = await scriptedServer({ connections: Array<Conversation>(runs).fill(conversation) })
    await fc.assert(
      fc.asyncProperty(hostile, async (bytes) => {
        next = [{ bytes }, cut()]
        const outcome = await open(server.port).then(
          (channel) => channel.close(),
          (error: unknown) => error,
        )
        if (outcome instanceof GraphError) expect(['PROTOCOL', 'CONNECTION']).toContain(outcome.code)
        else if (outcome !== undefined) expect(outcome).toBeInstanceOf(ServerFailure)
      }),
      { numRuns: runs, endOnFailure: true },
    )
  })

  it('to the handshake reject', { timeout: 60_000 }, async () => {
    let next = new Uint8Array()
    const server = createServer((socket) => socket.on('error', () => undefined).end(next)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 30 }), fc.boolean(), async (bytes, manifest) => {
        next = manifest ? Uint8Array.of(0, 0, 1, 0xff, ...bytes) : bytes
        const error = await open(port).then(
          () => expect.unreachable('nothing was agreed'),
          (reason: unknown) => reason,
        )
        expect(error).toBeInstanceOf(GraphError)
        expect(['PROTOCOL', 'CONNECTION']).toContain((error as GraphError).code)
      }),
      { numRuns: runs, endOnFailure: true },
    )
    server.close()
  })
})
