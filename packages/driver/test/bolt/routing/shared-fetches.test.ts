import { expect, test } from 'vitest'
import { SharedFetches } from '../../../src/bolt/routing/shared-fetches.ts'

const setup = () => {
  const started: { readonly who: string; resolve(value: string): void; reject(error: unknown): void }[] = []
  const fetches = new SharedFetches<string>((error) => error === 'personal')
  const run = (table: string, who: string): Promise<string> =>
    fetches.run(table, who, () => new Promise((resolve, reject) => started.push({ who, resolve, reject })))
  return { started, run, who: () => started.map(({ who }) => who).join(' ') }
}

test('all who want one table wait for one fetch', async () => {
  const { started, run, who } = setup()
  const all = [run('t', 'ann'), run('t', 'ann'), run('t', 'bob')]
  started[0]?.resolve('table')
  expect(await Promise.all(all)).toEqual(['table', 'table', 'table'])
  expect(who()).toBe('ann')
})

test('tables are fetched beside each other', async () => {
  const { started, run } = setup()
  const all = [run('t', 'ann'), run('u', 'ann')]
  started[1]?.resolve('second')
  started[0]?.resolve('first')
  expect(await Promise.all(all)).toEqual(['first', 'second'])
})

test('the next one fetches anew once a fetch is over', async () => {
  const { started, run } = setup()
  const first = run('t', 'ann')
  started[0]?.resolve('old')
  await first
  const second = run('t', 'ann')
  started[1]?.resolve('new')
  expect(await second).toBe('new')
})

test('a failure that concerns everybody is told to everybody', async () => {
  const { started, run, who } = setup()
  const all = [run('t', 'ann'), run('t', 'bob')]
  started[0]?.reject('nobody answers')
  expect(await Promise.allSettled(all)).toEqual([
    { status: 'rejected', reason: 'nobody answers' },
    { status: 'rejected', reason: 'nobody answers' },
  ])
  expect(who()).toBe('ann')
})

test('a failure that concerns one who asked is told to nobody else', async () => {
  const { started, run, who } = setup()
  const ann = run('t', 'ann')
  const annToo = run('t', 'ann')
  const bob = run('t', 'bob')
  const cid = run('t', 'cid')
  started[0]?.reject('personal')
  await expect(ann).rejects.toBe('personal')
  await expect(annToo).rejects.toBe('personal')
  expect(who()).toBe('ann bob')
  started[1]?.resolve('table')
  expect(await Promise.all([bob, cid])).toEqual(['table', 'table'])
})
