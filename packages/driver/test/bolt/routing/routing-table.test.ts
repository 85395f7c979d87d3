import { expect, test } from 'vitest'
import { readTable } from '../../../src/bolt/routing/read-table.ts'
import { allServers, isFresh, without } from '../../../src/bolt/routing/routing-table.ts'
import { at, names, tableOf, type Servers } from './support.ts'

const table = (servers: Servers = {}) => readTable(tableOf(servers), { from: at('a'), database: 'adb', now: 1_000 })

test('a table is fresh until its time is over', () => {
  expect(isFresh(table({ ttl: 10 }), 'read', 10_999)).toBe(true)
  expect(isFresh(table({ ttl: 10 }), 'read', 11_000)).toBe(false)
})

test('a table without writers is fresh for reads alone', () => {
  expect(isFresh(table({ writers: '' }), 'read', 1_000)).toBe(true)
  expect(isFresh(table({ writers: '' }), 'write', 1_000)).toBe(false)
})

test('a table that lost its last router is not fresh', () => {
  expect(isFresh(without(table(), at('a'), ['routers']), 'read', 1_000)).toBe(false)
})

test('a server goes from the roles that are named, and from no other', () => {
  const full = table({ routers: 'a b', readers: 'a b', writers: 'a b' })
  const left = without(full, at('a'), ['readers', 'writers'])
  expect([left.routers, left.readers, left.writers].map(names)).toEqual(['a b', 'b', 'b'])
  expect(names(full.readers)).toBe('a b')
})

test('a table stays itself where nothing goes', () => {
  const full = table()
  expect(without(full, at('z'), ['routers', 'readers', 'writers'])).toBe(full)
})

test('a server in several roles counts once', () => {
  expect(names([...allServers(table({ routers: 'a b', readers: 'b c', writers: 'a' })).values()])).toBe('a b c')
})
