// A server that knows one result by heart: forked with the file of a recording, it tells its port, and answers every
// statement with that result, so that what a client costs is measured without a database.
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { agreed, framesOf, proposalLength, tags } from './frames.ts'

const bytes = readFileSync(process.argv[2] ?? '')
const frames = framesOf(bytes)
const records = frames.filter(({ tag }) => tag === tags.record)
const [hello, logon, run, tail] = frames
  .filter(({ tag }) => tag === tags.success)
  .map(({ start, end }) => bytes.subarray(start, end))

const success = Buffer.from('0003b170a00000', 'hex')
const hasMore = Buffer.concat([
  Buffer.from('000db170a188', 'hex'),
  Buffer.from('has_more'),
  Buffer.from('c30000', 'hex'),
])

/** The number a PULL asks for: `{n: …}`, with or without what follows. */
const wanted = (message: Buffer): number => {
  const at = message.indexOf(0x6e, 6) + 1
  const marker = message[at] ?? 0
  if (marker < 0x80) return marker
  if (marker >= 0xf0) return marker - 256
  if (marker === 0xc8) return message.readInt8(at + 1)
  return marker === 0xc9 ? message.readInt16BE(at + 1) : message.readInt32BE(at + 1)
}

const page = (cursor: number, count: number): { next: number; parts: readonly (Uint8Array | undefined)[] } => {
  const next = count < 0 ? records.length : Math.min(records.length, cursor + count)
  const [first, last] = [records[cursor], records[next - 1]]
  const rows =
    first === undefined || last === undefined || next === cursor ? undefined : bytes.subarray(first.start, last.end)
  return { next, parts: [rows, next === records.length ? tail : hasMore] }
}

const serve = (socket: Socket): void => {
  let waiting: Uint8Array | undefined
  let greeted = false
  let cursor = 0
  const answer = (message: Buffer, tag: number): readonly (Uint8Array | undefined)[] => {
    if (tag === tags.hello) return [hello]
    if (tag === tags.logon) return [logon]
    if (tag === tags.run) {
      cursor = 0
      return [run]
    }
    if (tag !== tags.pull) return [success]
    const { next, parts } = page(cursor, wanted(message))
    cursor = next
    return parts
  }
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (data: Buffer) => {
    let all = waiting === undefined ? data : Buffer.concat([waiting, data])
    if (!greeted) {
      if (all.length < proposalLength) return void (waiting = all)
      greeted = true
      socket.write(agreed)
      all = all.subarray(proposalLength)
    }
    const asked = framesOf(all)
    for (const { tag, start, end } of asked) {
      if (tag === tags.goodbye) return void socket.end()
      for (const part of answer(all.subarray(start, end), tag)) if (part !== undefined) socket.write(part)
    }
    const read = asked.at(-1)?.end ?? 0
    waiting = read === all.length ? undefined : all.subarray(read)
  })
}

const server = createServer(serve)
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port) // a TCP listener has one
})
process.on('disconnect', () => process.exit())
