// What must hold after any number of orders, however many of them were taken back.
import type { Database } from '@motif/driver'
import type { Schema } from './graph.schema.ts'

export interface Books {
  /** Cents that customers have, and cents of all orders: their sum never changes. */
  readonly balances: number
  readonly orders: number
  readonly placed: number
  /** The lowest balance and the smallest stock: never below zero. */
  readonly lowestBalance: number
  readonly smallestStock: number
  /** Products in stock, and products in orders: their sum never changes. */
  readonly stock: number
  readonly sold: number
  readonly audited: number
}

/** All of it as it was at one moment. */
export const booksOf = (db: Database<Schema>): Promise<Books> =>
  db.read(async (tx) => {
    const [customers, products, orders, lines, audit] = await Promise.all([
      tx.match('(c:Customer)').return('sum(c.balance) AS balances, min(c.balance) AS lowest').one(),
      tx.match('(p:Product)').return('sum(p.stock) AS stock, min(p.stock) AS smallest').one(),
      tx.match('(o:Order)').return('sum(o.total) AS orders, count(o) AS placed').one(),
      tx.match('(:Order)-[l:CONTAINS]->(:Product)').return('sum(l.quantity) AS sold').one(),
      tx.match('(a:AuditEntry)').return('count(a) AS audited').one(),
    ])
    return {
      balances: customers.balances,
      orders: orders.orders,
      placed: orders.placed,
      lowestBalance: customers.lowest ?? 0,
      smallestStock: products.smallest ?? 0,
      stock: products.stock,
      sold: lines.sold,
      audited: audit.audited,
    }
  })
