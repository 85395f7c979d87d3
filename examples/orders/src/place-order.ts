// One order: five steps in one transaction. Whatever is thrown inside takes all of them back.
import { $ } from '@motif/core'
import type { Database, ManagedOptions, ManagedTransaction } from '@motif/driver'
import type { Schema } from './graph.schema.ts'

export interface Line {
  readonly sku: string
  readonly quantity: number
}

/** The id is the caller's: an order that is sent twice is placed once. */
export interface OrderRequest {
  readonly id: string
  readonly customer: string
  readonly lines: readonly Line[]
  readonly at: Date
}

/** An order that the shop does not take. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

export interface PlaceOptions extends ManagedOptions {
  /** The last step, on what the order costs: what it throws takes the order back. May be called again when the work is. */
  readonly confirm?: (total: number) => Promise<void>
}

interface Priced extends Line {
  readonly price: number
}

/** What is read after this stays as it is: of two orders for one thing the second waits, or fails and is run again. */
const hold = async (tx: ManagedTransaction<Schema>, { customer, lines }: OrderRequest): Promise<void> => {
  const skus = lines.map(({ sku }) => sku)
  const held = await tx.lock(tx.match('(p:Product)').where('p.sku IN $skus'), 'p', { skus })
  if (held < new Set(skus).size) throw new Refused('a product is not known')
  if ((await tx.lock(tx.match('(c:Customer {id: $customer})'), 'c', { customer })) === 0)
    throw new Refused('the customer is not known')
}

/** Takes the lines from the stock, and says what each costs. */
const takeFromStock = async (tx: ManagedTransaction<Schema>, lines: readonly Line[]): Promise<readonly Priced[]> => {
  const taken = await tx
    .unwind<Line>()($('lines'), 'line')
    .match('(p:Product {sku: line.sku})')
    .set('p.stock = p.stock - line.quantity')
    .return('p.sku AS sku, p.name AS name, p.price AS price, p.stock AS left, line.quantity AS quantity')
    .run({ lines })
  const short = taken.find(({ left }) => left < 0)
  if (short !== undefined)
    throw new Refused(`${short.name}: ${short.left + short.quantity} in stock, not ${short.quantity}`)
  return taken.map(({ sku, price, quantity }) => ({ sku, price, quantity }))
}

const charge = async (tx: ManagedTransaction<Schema>, customer: string, total: number): Promise<void> => {
  const { name, balance } = await tx
    .match('(c:Customer {id: $customer})')
    .set('c.balance = c.balance - $total')
    .return('c.name AS name, c.balance AS balance')
    .one({ customer, total })
  if (balance < 0) throw new Refused(`${name} has ${balance + total} cents, not ${total}`)
}

const record = async (
  tx: ManagedTransaction<Schema>,
  { id, customer, at }: OrderRequest,
  lines: readonly Priced[],
  total: number,
): Promise<void> => {
  await tx
    .match('(c:Customer {id: $customer})')
    .create('(c)-[:PLACED]->(o:Order {id: $id, total: $total, at: $at})')
    .create('(:AuditEntry {what: "placed", order: $id, at: $at})-[:ABOUT]->(o)')
    .execute({ customer, id, total, at })
  await tx
    .unwind('$lines AS line')
    .match('(o:Order {id: $id}), (p:Product {sku: line.sku})')
    .create('(o)-[:CONTAINS {quantity: line.quantity, price: line.price}]->(p)')
    .execute({ id, lines })
}

/** Places an order and returns what it costs, in cents; throws `Refused`, and the graph's own errors. */
export const placeOrder = (
  db: Database<Schema>,
  order: OrderRequest,
  { confirm, ...options }: PlaceOptions = {},
): Promise<number> =>
  db.write(async (tx) => {
    await hold(tx, order)
    const lines = await takeFromStock(tx, order.lines)
    const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
    await charge(tx, order.customer, total)
    await record(tx, order, lines, total)
    await confirm?.(total)
    return total
  }, options)
