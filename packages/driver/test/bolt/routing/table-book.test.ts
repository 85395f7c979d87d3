import { expect, test } from 'vitest'
import { readTable } from '../../../src/bolt/routing/read-table.ts'
import { TableBook } from '../../../src/bolt/routing/table-book.ts'
import { at, names, tableOf, type Servers } from './support.ts'

const setup = (tables: Readonly<Record<string, Servers>>) => {
  const forgotten: string[] = []
  const book = new TableBook(({ host }) => forgotten.push(host))
  const put = (database: string, servers: Servers, now = 0): void =>
    book.put(readTable(tableOf(servers), { from: at('a'), database, now }), now)
  for (const [database, servers] of Object.entries(tables)) put(database, servers)
  return { book, forgotten, put }
}

test('a server that left its last table is forgotten, and only then', () => {
  const { book, forgotten, put } = setup({
    one: { routers: 'a', readers: 'b', writers: 'c' },
    two: { routers: 'a', readers: 'c', writers: 'd' },
  })
  put('one', { routers: 'a', readers: 'e', writers: 'e' })
  expect(forgotten).toEqual(['b'])
  book.drop('two')
  expect(forgotten).toEqual(['b', 'c', 'd'])
})

test('a server that cannot be reached goes from every role of every table', () => {
  const { book, forgotten } = setup({
    one: { routers: 'a b', readers: 'b c', writers: 'b' },
    two: { routers: 'b c', readers: 'b', writers: 'c' },
  })
  book.removeEverywhere(at('b'))
  expect(forgotten).toEqual(['b'])
  expect(names(book.get('one')?.routers ?? [])).toBe('a')
  expect(names(book.get('two')?.routers ?? [])).toBe('c')
  expect(book.get('two')?.readers).toEqual([])
})

test('a server that does not serve one database goes on with others, and as a router', () => {
  const { book, forgotten } = setup({ one: { routers: 'b', readers: 'b', writers: 'b' }, two: { writers: 'b' } })
  book.removeServer(at('b'), 'one')
  expect(book.get('one')).toMatchObject({ readers: [], writers: [], routers: [at('b')] })
  expect(names(book.get('two')?.writers ?? [])).toBe('b')
  expect(forgotten).toEqual([])
})

test('a server that takes no writes goes on with reads', () => {
  const { book } = setup({ one: { readers: 'b', writers: 'b c' } })
  book.removeWriter(at('b'), 'one')
  expect(names(book.get('one')?.writers ?? [])).toBe('c')
  expect(names(book.get('one')?.readers ?? [])).toBe('b')
})

test('a server that lost all its roles keeps its connections until the next table says that it is gone', () => {
  const { book, forgotten, put } = setup({ one: { routers: 'a', readers: 'a', writers: 'b' } })
  book.removeWriter(at('b'), 'one')
  expect(forgotten).toEqual([])
  put('one', { routers: 'a', readers: 'b', writers: 'a' })
  book.removeServer(at('b'), 'one')
  expect(forgotten).toEqual([])
  put('one', { routers: 'a', readers: 'a', writers: 'a' })
  expect(forgotten).toEqual(['b'])
})

test('a router goes from one table alone', () => {
  const { book } = setup({ one: { routers: 'a b' }, two: { routers: 'a' } })
  book.removeRouter(at('a'), 'one')
  expect(names(book.get('one')?.routers ?? [])).toBe('b')
  expect(names(book.get('two')?.routers ?? [])).toBe('a')
})

test('tables that expired long ago are let go when another comes', () => {
  const { book, forgotten, put } = setup({ old: { ttl: 10, readers: 'x' }, lasting: { ttl: 100 } })
  put('new', {}, 39_999)
  expect(book.get('old')).toBeDefined()
  put('new', {}, 40_000)
  expect(book.get('old')).toBeUndefined()
  expect(book.get('lasting')).toBeDefined()
  expect(forgotten).toEqual(['x'])
})

test('routers of all tables are told once each', () => {
  const { book } = setup({ one: { routers: 'a b' }, two: { routers: 'b c' } })
  expect(names(book.routers())).toBe('a b c')
})
