import { expect, test } from 'vitest'
import { RowStream } from '../../src/builder/row-stream.ts'

interface Watched {
  readonly stream: RowStream
  /** What happened to the batches, in order. */
  readonly seen: string[]
}

const over = (batches: readonly (readonly unknown[] | Error)[]): Watched => {
  const seen: string[] = []
  async function* read(): AsyncGenerator<readonly unknown[]> {
    seen.push('started')
    try {
      for (const batch of batches) {
        if (batch instanceof Error) throw batch
        yield batch
      }
      seen.push('read')
    } finally {
      seen.push('left')
    }
  }
  return { stream: new RowStream(read()), seen }
}

test('gives the rows of all batches, empty ones among them', async () => {
  const { stream, seen } = over([[1, 2], [], [3]])
  const rows: unknown[] = []
  for await (const row of stream) rows.push(row)
  expect(rows).toEqual([1, 2, 3])
  expect(seen).toEqual(['started', 'read', 'left'])
})

test('starts nothing before a row is asked for', async () => {
  const { stream, seen } = over([[1]])
  expect(seen).toEqual([])
  await stream.next()
  expect(seen).toEqual(['started'])
})

test('gives each of several calls made at once its own row, in order', async () => {
  const { stream } = over([[1, 2], [3]])
  const steps = await Promise.all([1, 2, 3, 4, 5].map(() => stream.next()))
  expect(steps.map(({ value }) => value as unknown)).toEqual([1, 2, 3, undefined, undefined])
  expect(steps.map(({ done }) => done)).toEqual([false, false, false, true, true])
})

test('leaves the batches when its loop is left, and gives nothing more', async () => {
  const { stream, seen } = over([[1, 2], [3]])
  for await (const row of stream) if (row === 1) break
  expect(seen).toEqual(['started', 'left'])
  expect(await stream.next()).toEqual({ done: true, value: undefined })
})

test('left before it began, it starts nothing', async () => {
  const { stream, seen } = over([[1]])
  await stream.return()
  expect(await stream.next()).toEqual({ done: true, value: undefined })
  expect(seen).toEqual([])
})

test('throws what reading threw, once, after the rows before it', async () => {
  const { stream } = over([[1], new Error('lost')])
  expect(await stream.next()).toEqual({ done: false, value: 1 })
  await expect(stream.next()).rejects.toThrow('lost')
  expect(await stream.next()).toEqual({ done: true, value: undefined })
})
