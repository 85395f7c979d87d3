import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '@motif/driver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Schema, schema } from '../src/graph.schema.ts'
import { placeOrder } from '../src/place-order.ts'
import { openShop } from '../src/shop.ts'
import { ordersOn } from './cases.ts'

ordersOn('grafeo', () => Promise.resolve(connect<Schema>('grafeo::memory:', { schema })))

it('fail with a conflict on an engine that looks for one at the end, where they are not run again', async () => {
  await using db = connect('grafeo::memory:', { schema })
  await openShop(db, {
    customers: ['a', 'b'].map((id) => ({ id, name: id, balance: 1_000 })),
    products: [{ sku: 'BOOK', name: 'Book', price: 100, stock: 9 }],
  })
  const place = (id: string): Promise<number> =>
    placeOrder(db, { id, customer: id, lines: [{ sku: 'BOOK', quantity: 1 }], at: new Date(0) }, { maxRetryTime: 0 })
  const endings = await Promise.allSettled([place('a'), place('b')])
  const failed = endings.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  expect(failed).toMatchObject([{ code: 'CONFLICT', outcome: 'rolled back', retryable: true }])
})

const here = fileURLToPath(new URL('..', import.meta.url))
const run = (
  program: string,
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((resolve) => {
    const line = ['--import', 'tsx', '--conditions=motif-source', program, ...words]
    const child = execFile(process.execPath, line, { cwd: here }, (_error, out) =>
      resolve({ code: child.exitCode, out }),
    )
  })

let work = ''
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'motif-orders-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))

it('print what is committed, in a graph that the committed types still fit', async () => {
  expect(await run('src/main.ts', '--work', work)).toEqual({
    code: 0,
    out: await readFile(join(here, 'expected.txt'), 'utf8'),
  })
  const command = fileURLToPath(new URL('cli/main.ts', import.meta.resolve('@motif/codegen')))
  expect(await run(command, 'check', '--url', `grafeo:${join(work, 'shop.db')}`)).toEqual({
    code: 0,
    out: 'the graph and the generated files agree\n',
  })
})
