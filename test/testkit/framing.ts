import { createInterface } from 'node:readline'
import type { Socket } from 'node:net'
import type { Message } from './protocol.ts'

/** Reads requests off the socket: one line of JSON between two lines that mark it. */
export const onRequest = (socket: Socket, take: (request: Message) => void): void => {
  let lines: string[] | undefined
  const reader = createInterface({ input: socket })
  // TestKit goes as soon as a test is over, whoever is still about to answer.
  reader.on('error', () => socket.destroy())
  reader.on('line', (line) => {
    if (line === '#request begin') lines = []
    else if (line !== '#request end') lines?.push(line)
    else {
      const { name, data } = JSON.parse((lines ?? []).join('\n')) as Message
      take({ name, data: data ?? {} })
      lines = undefined
    }
  })
}

export const respond = (socket: Socket, name: string, data: unknown): void => {
  if (socket.destroyed) return
  socket.write(`#response begin\n${toJson({ name, data })}\n#response end\n`)
}

/** As JSON.stringify, with every digit of a bigint. */
const toJson = (value: unknown): string => {
  const digits = new Map<string, string>()
  const text = JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'bigint') return each
    const mark = `bigint ${digits.size} ${Math.random()}`
    digits.set(JSON.stringify(mark), String(each))
    return mark
  })
  return [...digits].reduce((made, [mark, number]) => made.replace(mark, number), text)
}
