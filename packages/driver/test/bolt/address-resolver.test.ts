import { expect, it } from 'vitest'
import { addressResolver } from '../../src/bolt/address-resolver.ts'

const seed = { host: 'graph.example.com', port: 7687 }

it('gives addresses, whatever they are written as', async () => {
  const resolve = addressResolver(() => ['a', 'b:7688', '[::1]:7689', { host: 'c', port: 1 }])
  expect(await resolve?.(seed)).toEqual([
    { host: 'a', port: 7687 },
    { host: 'b', port: 7688 },
    { host: '::1', port: 7689 },
    { host: 'c', port: 1 },
  ])
})

it('asks with the address of the URL, and waits', async () => {
  const resolve = addressResolver((address) => Promise.resolve([address]))
  expect(await resolve?.(seed)).toEqual([seed])
})

it.each(['', 'a:b', 'a:99999', 'a,b', '::1:7687'])('refuses %s', async (given) => {
  await expect(addressResolver(() => [given])?.(seed)).rejects.toMatchObject({ code: 'USAGE' })
})

it('is none without the option', () => {
  expect(addressResolver(undefined)).toBeUndefined()
})
