import { defineSchema, type SchemaDescriptor } from '@motif/core'
import { models } from '@motif/core/model'
import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyGraph } from '../empty-graph.ts'
import { engines } from '../engines.ts'
import { type LooseModel, type LoosePage, looseModel } from './loose.ts'

interface Schema {
  nodes: {
    Item: {
      properties: {
        shop: string
        id: number
        rank: number | null
        name: string | null
        at: Date | null
        price: number | null
        sold: boolean | null
      }
      in: {}
      out: {}
    }
  }
  relationships: {}
}

const schema: SchemaDescriptor<Schema> = defineSchema<Schema>({
  temporal: 'date',
  nodes: {
    Item: {
      key: ['shop', 'id'],
      properties: {
        shop: 'string',
        id: 'integer',
        rank: 'integer?',
        name: 'string?',
        at: 'dateTime?',
        price: 'float?',
        sold: 'boolean?',
      },
    },
  },
  relationships: {},
})

const fields = ['rank', 'name', 'at', 'price', 'sold', 'shop', 'id'] as const

/** Few different values, so that there are many ties, and nulls among them. */
const item = fc.record({
  rank: fc.option(fc.integer({ min: -1, max: 1 })),
  name: fc.option(fc.constantFrom('', 'a', 'A', 'ä', 'b\u0000c', '🜁', "'", '\\')),
  // Half of them differ in what a JS Date does not hold.
  at: fc.option(
    fc.constantFrom('2024-02-29T12:30:15.000001Z', '2024-02-29T12:30:15.000002Z', '1969-12-31T23:59:59.999Z'),
  ),
  price: fc.option(fc.constantFrom(0.1, -2.5, 1e300, 5e-324)),
  sold: fc.option(fc.boolean()),
})

const order = fc
  .uniqueArray(fc.constantFrom(...fields), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.constantFrom('asc', 'desc').map((direction) => ({ [name]: direction })))),
  )

const fill = `UNWIND $rows AS row CREATE (n:Item {shop: row.shop, id: row.id})
  SET n.rank = row.rank, n.name = row.name, n.price = row.price, n.sold = row.sold
  SET n.at = CASE WHEN row.at IS NULL THEN null ELSE datetime(row.at) END`

const keyOf = ({ shop, id }: Record<string, unknown>): string => `${String(shop)} ${String(id)}`

/** Page after page, from one end to the other. */
const walk = async (items: LooseModel, options: object, way: 'after' | 'before'): Promise<string[][]> => {
  const pages: string[][] = []
  let page: LoosePage | undefined
  for (let cursor: string | null = null; page === undefined || cursor !== null; ) {
    page = await items.page(cursor === null ? options : { ...options, [way]: cursor })
    pages.push(page.rows.map(keyOf))
    cursor = page[way]
    if (pages.length > 50) throw new Error('it does not end')
  }
  return pages
}

describe.each(engines)('pages on %s', (engine) => {
  let db: Database<Schema>
  let items: LooseModel
  beforeAll(async () => {
    db = await emptyGraph<Schema>(engine, { schema, extend: models<Schema>() })
    items = looseModel(db, 'Item')
  })
  afterAll(() => db.close())

  const refill = async (rows: readonly object[]): Promise<void> => {
    await db.cypher.as<never>('MATCH (n:Item) DETACH DELETE n').execute()
    await db.cypher.as<never, { rows: readonly object[] }>(fill).execute({ rows })
  }

  test('give every row once, in the order of one reading, forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.array(order, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (rows, orders, size) => {
          await refill(rows.map((row, at) => ({ ...row, shop: at % 2 === 0 ? 'x' : 'y', id: at >> 1 })))
          for (const orderBy of orders) {
            const named = new Set(orderBy.flatMap((each) => Object.keys(each)))
            const whole = [...orderBy, ...['shop', 'id'].filter((name) => !named.has(name))]
            const all = (await items.find({ orderBy: whole, select: { shop: true, id: true } })).map(keyOf)
            const options = { orderBy, size, select: { shop: true, id: true } }
            const forwards = await walk(items, options, 'after')
            expect(forwards.flat()).toEqual(all)
            expect(forwards.slice(0, -1).every((page) => page.length === size)).toBe(true)
            const last = await items.page({ ...options, size: rows.length })
            expect([last.before, last.after]).toEqual([null, null])
            if (forwards.length < 2) continue
            const end = await items.page({ ...options, size: rows.length - 1 })
            const tail = await items.page({ ...options, after: end.after })
            expect(tail.rows.map(keyOf)).toEqual(all.slice(-1))
            const backwards = await walk(items, { ...options, before: tail.before }, 'before')
            expect(backwards.toReversed().flat()).toEqual(all.slice(0, -1))
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('do not move when rows come and go', async () => {
    await refill(
      [1, 2, 3, 4, 5, 6].map((id) => ({ shop: 'x', id, rank: 1, name: null, at: null, price: null, sold: null })),
    )
    const options = { orderBy: 'rank', size: 2, select: { id: true } }
    const first = await items.page(options)
    await db.cypher.as<never>('MATCH (n:Item) WHERE n.id IN [1, 2, 3] DETACH DELETE n').execute()
    const second = await items.page({ ...options, after: first.after })
    expect(second.rows).toEqual([{ id: 4 }, { id: 5 }])
    const back = await items.page({ ...options, before: second.before })
    expect(back).toEqual({ rows: [], after: null, before: null })
  })

  test('keep to their condition, and are refused by a cursor of another order', async () => {
    await refill([1, 2, 3, 4].map((id) => ({ shop: 'x', id, rank: id, name: 'a', at: null, price: null, sold: null })))
    const options = { where: { rank: { gt: 1 } }, orderBy: { rank: 'desc' }, size: 2 }
    const page = await items.page({ ...options, select: { id: true } })
    expect(page.rows).toEqual([{ id: 4 }, { id: 3 }])
    expect((await items.page({ ...options, after: page.after, select: { id: true } })).rows).toEqual([{ id: 2 }])
    await expect(items.page({ ...options, orderBy: 'rank', after: page.after })).rejects.toMatchObject({
      code: 'USAGE',
    })
    expect(page.after).toMatch(/^[\w-]+$/)
  })
})
