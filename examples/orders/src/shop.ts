// The shop before its first order of the day: constraints, and something of everything, so that types can be read off it.
import type { Database } from '@motif/driver'
import type { Schema } from './graph.schema.ts'

const unique = [
  'CREATE CONSTRAINT customer_id FOR (c:Customer) REQUIRE c.id IS UNIQUE',
  'CREATE CONSTRAINT product_sku FOR (p:Product) REQUIRE p.sku IS UNIQUE',
  'CREATE CONSTRAINT order_id FOR (o:Order) REQUIRE o.id IS UNIQUE',
]
// Grafeo checks a constraint by looking at every node, unless there is an index as well; others make one by themselves.
const ofGrafeo = [
  'CREATE INDEX customer_by_id FOR (c:Customer) ON (c.id)',
  'CREATE INDEX product_by_sku FOR (p:Product) ON (p.sku)',
  'CREATE INDEX order_by_id FOR (o:Order) ON (o.id)',
]

/** Amounts are whole cents: sums of these are exact. */
export interface Stock {
  readonly customers: readonly { readonly id: string; readonly name: string; readonly balance: number }[]
  readonly products: readonly {
    readonly sku: string
    readonly name: string
    readonly price: number
    readonly stock: number
  }[]
}

/** Makes the constraints, and puts customers and products into an empty graph. */
export const openShop = async (db: Database<Schema>, { customers, products }: Stock): Promise<void> => {
  const { name } = await db.open()
  // The grammar of queries has no words for constraints, so what such a text returns is stated.
  for (const text of name === 'grafeo' ? [...unique, ...ofGrafeo] : unique) await db.cypher.as<never>(text).execute()
  await db.write(async (tx) => {
    await tx
      .unwind('$rows AS row')
      .create('(:Customer {id: row.id, name: row.name, balance: row.balance})')
      .execute({ rows: customers })
    await tx
      .unwind('$rows AS row')
      .create('(:Product {sku: row.sku, name: row.name, price: row.price, stock: row.stock})')
      .execute({ rows: products })
  })
}
