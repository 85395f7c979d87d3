import type { Dialect, QueryRequest, RowBatch } from '@motif/core'
import { recordingExecutor } from '@motif/core/testing'
import { describe, expect, it } from 'vitest'

const dialect: Dialect = { name: 'neo4j' }
const request = (text: string): QueryRequest => ({
  text,
  params: {},
  parameters: [],
  columns: [{ name: 'name', type: { kind: 'string', nullable: false } }],
  access: 'read',
})
const batchesOf = async (result: AsyncIterable<RowBatch>): Promise<RowBatch[]> => {
  const batches: RowBatch[] = []
  for await (const batch of result) batches.push(batch)
  return batches
}

describe('recordingExecutor', () => {
  it('keeps what it was sent, and answers in turn', async () => {
    const executor = recordingExecutor({ dialect, answers: [[{ name: 'Ada' }]] })
    const first = executor.execute(request('RETURN 1 AS name'))
    const second = executor.execute(request('RETURN 2 AS name'))
    expect(await batchesOf(first)).toEqual([{ layout: 'records', rows: [{ name: 'Ada' }] }])
    expect(await batchesOf(second)).toEqual([])
    expect(executor.requests.map(({ text }) => text)).toEqual(['RETURN 1 AS name', 'RETURN 2 AS name'])
  })

  it('hands out copies, since a reader may change them', async () => {
    const answer = { name: 'Ada' }
    const [batch] = await batchesOf(recordingExecutor({ dialect, answers: [[answer]] }).execute(request('')))
    Object.assign(batch?.rows[0] ?? {}, { name: 'changed' })
    expect(answer.name).toBe('Ada')
  })

  it('sums up a result that changed nothing', async () => {
    const summary = await recordingExecutor({ dialect }).execute(request('')).summary()
    expect(summary).toMatchObject({ columns: ['name'], counters: { nodesCreated: 0 }, engine: 'recording' })
  })
})
