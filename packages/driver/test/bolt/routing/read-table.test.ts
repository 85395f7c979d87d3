import { GraphError } from '@motif/core'
import { expect, test } from 'vitest'
import { addressText } from '../../../src/bolt/address.ts'
import { readTable } from '../../../src/bolt/routing/read-table.ts'
import { at, names, tableOf } from './support.ts'

const origin = { from: at('router'), database: undefined, now: 500 }

const reading = (answer: Record<string, unknown>): string => {
  try {
    readTable(answer, origin)
  } catch (error) {
    if (error instanceof GraphError) return `${error.code}: ${error.message}`
  }
  return 'no error'
}

const withReaders = (...addresses: unknown[]): Record<string, unknown> => ({
  rt: {
    ttl: 1,
    servers: [
      { role: 'ROUTE', addresses: ['a:1'] },
      { role: 'READ', addresses },
    ],
  },
})

test('roles, database and time are read', () => {
  const table = readTable(tableOf({ routers: 'a b', readers: 'c', writers: 'd e', ttl: 300, db: 'home' }), origin)
  expect([table.routers, table.readers, table.writers].map(names)).toEqual(['a b', 'c', 'd e'])
  expect(table).toMatchObject({ database: 'home', ttl: 300, expiresAt: 300_500, cameWithoutWriters: false })
  expect(table.from).toEqual(at('router'))
})

test('a database asked for by name keeps that name', () => {
  expect(readTable(tableOf({ db: 'real' }), { ...origin, database: 'alias' }).database).toBe('alias')
})

test('the longest time a server can name is for ever', () => {
  const { expiresAt } = readTable(tableOf({ ttl: 9_223_372_036_854_775_807n }), origin)
  expect(expiresAt).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
})

test('a table may come without writers', () => {
  expect(readTable(tableOf({ writers: '' }), origin)).toMatchObject({ writers: [], cameWithoutWriters: true })
})

test('hosts are names, IPv4 and IPv6 addresses, with a port or with the usual one', () => {
  const { readers } = readTable(
    withReaders('db.example.com', '127.0.0.1:9001', '[::1]:9002', '[::1]', 'fe80::1'),
    origin,
  )
  expect(readers.map(addressText)).toEqual([
    'db.example.com:7687',
    '127.0.0.1:9001',
    '[::1]:9002',
    '[::1]:7687',
    '[fe80::1]:7687',
  ])
})

test('a table that leads nowhere is refused', () => {
  expect(reading(tableOf({ routers: '' }))).toBe('PROTOCOL: the routing table of router:7687 names no router')
  expect(reading(tableOf({ readers: '' }))).toBe('PROTOCOL: the routing table of router:7687 names no reader')
})

test.each([
  [{}],
  [{ rt: null }],
  [{ rt: [] }],
  [{ rt: { ttl: 1 } }],
  [{ rt: { ttl: 1, servers: {} } }],
  [{ rt: { ttl: 1, servers: ['a:1'] } }],
  [{ rt: { ttl: 1, servers: [{ role: 'READ' }] } }],
  [
    {
      rt: {
        servers: [
          { role: 'ROUTE', addresses: ['a:1'] },
          { role: 'READ', addresses: ['a:1'] },
        ],
      },
    },
  ],
  [withReaders(7)],
  [withReaders('')],
  [withReaders('a:b')],
  [withReaders('http://a:1')],
])('what is no table is refused: %j', (answer) => {
  expect(reading(answer)).toMatch(/^PROTOCOL: the routing table of router:7687 /)
})
