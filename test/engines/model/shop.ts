import { defineSchema } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import { emptyGraph } from '../empty-graph.ts'
import type { EngineName } from '../engines.ts'

/** What the tests of writing models write: one key of one property, one of two, one that only a declaration tells. */
export interface Shop {
  nodes: {
    User: {
      key: 'id'
      properties: {
        id: number
        name: string
        full_name: string | null
        age: number | null
        score: number | null
        visits: number | null
        version: number | null
        at: Date | null
        born: Date | null
        tags: string[] | null
      }
      out: { WROTE: 'Post'; FOLLOWS: 'User'; LIKES: 'Post' | 'Tag' }
      in: { FOLLOWS: 'User' }
    }
    Post: {
      key: 'id'
      properties: { id: number; title: string }
      out: { TAGGED: 'Tag' }
      in: { WROTE: 'User'; LIKES: 'User' }
    }
    Tag: { properties: { name: string; color: string | null }; out: {}; in: { TAGGED: 'Post'; LIKES: 'User' } }
    Seat: { key: 'row' | 'number'; properties: { row: string; number: number; taken: boolean | null }; out: {}; in: {} }
  }
  relationships: {
    WROTE: { from: 'User'; to: 'Post'; properties: {} }
    FOLLOWS: { from: 'User'; to: 'User'; properties: { since: Date; weight: number | null } }
    LIKES: { from: 'User'; to: 'Post' | 'Tag'; properties: { stars: number | null } }
    TAGGED: { from: 'Post'; to: 'Tag'; properties: {} }
  }
  temporal: 'date'
}

export const shop = defineSchema<Shop>({
  temporal: 'date',
  nodes: {
    User: {
      key: ['id'],
      properties: {
        id: 'integer',
        name: 'string',
        full_name: 'string?',
        age: 'integer?',
        score: 'float?',
        visits: 'integer?',
        version: 'integer?',
        at: 'dateTime?',
        born: 'date?',
        tags: 'list<string>?',
      },
    },
    Post: { key: ['id'], properties: { id: 'integer', title: 'string' } },
    Tag: { properties: { name: 'string', color: 'string?' } },
    Seat: { key: ['row', 'number'], properties: { row: 'string', number: 'integer', taken: 'boolean?' } },
  },
  relationships: {
    WROTE: { from: ['User'], to: ['Post'], properties: {} },
    FOLLOWS: { from: ['User'], to: ['User'], properties: { since: 'date', weight: 'float?' } },
    LIKES: { from: ['User'], to: ['Post', 'Tag'], properties: { stars: 'integer?' } },
    TAGGED: { from: ['Post'], to: ['Tag'], properties: {} },
  },
})

type Row = Record<string, unknown>
interface Changed {
  readonly counters: Record<string, number>
}

/** A model whose arguments are not checked, so that a test may give it what is wrong. */
export interface Loose {
  get(key: unknown, options?: object): Promise<Row | undefined>
  getMany(keys: readonly unknown[], options?: object): Promise<(Row | undefined)[]>
  find(options?: object): Promise<Row[]>
  count(options?: object): Promise<number>
  create(data: object, options?: object): Promise<Row>
  createMany(rows: Iterable<object> | AsyncIterable<object>, options?: object): Promise<Changed & { created: number }>
  update(key: unknown, changes: object, options?: object): Promise<Row>
  updateMany(options: object): Promise<Changed & { updated: number }>
  upsert(data: object, options?: object): Promise<{ row: Row; created: boolean }>
  modify(key: unknown, change: (row: Row) => object | Promise<object>, options?: object): Promise<Row>
  delete(key: unknown, options?: object): Promise<Changed & { deleted: number }>
  deleteMany(options: object): Promise<Changed & { deleted: number }>
  connect(key: unknown, relation: string, keys: unknown, properties?: object): Promise<Joined>
  disconnect(key: unknown, relation: string, keys: unknown): Promise<Joined>
  set(key: unknown, relation: string, keys: unknown, properties?: object): Promise<Joined>
}
type Joined = Changed & { connected: number; disconnected: number }

interface Doors {
  model(...labels: readonly string[]): Loose
}
type Opened = Database<Shop> & Doors

/** The model of a label of a database or a transaction. */
export const loose = (graph: object, ...labels: readonly string[]): Loose => (graph as Doors).model(...labels)

/** An empty graph with models; `Tag` has its key by declaration. */
export const openShop = async (engine: EngineName, declarations: object = {}): Promise<Opened> => {
  const extend = models<Shop>()({ Tag: { key: 'name' }, ...declarations }) as never
  return (await emptyGraph<Shop>(engine, { schema: shop, extend })) as unknown as Opened
}

/** Each node with its relationships, in the words of a test. */
export const graphOf = async (db: Database<Shop>): Promise<readonly string[]> => {
  const query = db.cypher.as<{ label: string; a: Row; type: string | null; r: Row; b: Row }>(
    'MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n)[0] AS label, n {.*} AS a, type(r) AS type, ' +
      'properties(r) AS r, m {.*} AS b',
  )
  const rows = await query.run()
  const nameOf = (row: Row): string => String(row['name'] ?? row['title'] ?? row['row'])
  const words = rows.map(({ label, a, type, r, b }) => {
    const begin = `${label} ${nameOf(a)}`
    if (type === null) return begin
    const own = Object.entries(r).filter(([, value]) => value !== null)
    const told = own.map(
      ([key, value]) => `${key} ${value instanceof Date ? value.toISOString().slice(0, 10) : String(value)}`,
    )
    return `${begin} ${[type, ...told.toSorted()].join(' ')} ${nameOf(b)}`
  })
  return words.toSorted()
}
