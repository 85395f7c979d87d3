import type { Database } from '@motif/driver'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeAndAudit } from '../src/audit.ts'
import { type Books, booksOf } from '../src/books.ts'
import type { Schema } from '../src/graph.schema.ts'
import { type Line, type OrderRequest, placeOrder, Refused } from '../src/place-order.ts'
import { openShop } from '../src/shop.ts'

const at = new Date('2026-03-01T09:30:00Z')
const request = (id: string, customer: string, ...lines: readonly Line[]): OrderRequest => ({ id, customer, lines, at })

const shop = {
  customers: Array.from({ length: 8 }, (_, at) => ({ id: `c${at}`, name: `Customer ${at}`, balance: 10_000 })),
  products: [
    { sku: 'LAMP', name: 'Lamp', price: 4_500, stock: 12 },
    { sku: 'BOOK', name: 'Book', price: 1_250, stock: 30 },
    { sku: 'RUG', name: 'Rug', price: 9_900, stock: 3 },
  ],
}
const money = 80_000
const things = 45

/** What no number of orders may change. */
const expectWhole = ({ balances, orders, stock, sold, lowestBalance, smallestStock }: Books): void => {
  expect({ money: balances + orders, things: stock + sold }).toEqual({ money, things })
  expect(Math.min(lowestBalance, smallestStock)).toBeGreaterThanOrEqual(0)
}

/** The same cases on any engine; `open` gives an empty graph. */
export const ordersOn = (engine: string, open: () => Promise<Database<Schema>>): void => {
  describe(`orders on ${engine}`, () => {
    let db: Database<Schema>
    let before: Books
    beforeEach(async () => {
      db = await open()
      await openShop(db, shop)
      before = await booksOf(db)
    })
    afterEach(() => db.close())

    const lamp = request('1', 'c0', { sku: 'LAMP', quantity: 2 })
    const expectTakenBack = async (order: OrderRequest, reason: unknown, options = {}): Promise<void> => {
      await expect(placeOrder(db, order, options)).rejects.toMatchObject({ ...(reason as object) })
      expect(await booksOf(db)).toEqual(before)
    }

    it('are placed whole: stock, balance, order, lines and audit', async () => {
      expect(await placeOrder(db, request('1', 'c0', { sku: 'LAMP', quantity: 1 }, { sku: 'BOOK', quantity: 2 }))).toBe(
        7_000,
      )
      const books = await booksOf(db)
      expect(books).toMatchObject({ orders: 7_000, placed: 1, sold: 3, audited: 1, lowestBalance: 3_000 })
      expectWhole(books)
    })

    it('are taken back when the stock is too small', async () => {
      await expectTakenBack(request('1', 'c0', { sku: 'RUG', quantity: 4 }), {
        name: 'Refused',
        message: 'Rug: 3 in stock, not 4',
      })
    })

    it('are taken back when the balance is too small', async () => {
      await expectTakenBack(request('1', 'c0', { sku: 'LAMP', quantity: 3 }), { name: 'Refused' })
    })

    it('are taken back when a product or the customer is not known', async () => {
      await expectTakenBack(request('1', 'c0', { sku: 'NONE', quantity: 1 }), { message: 'a product is not known' })
      await expectTakenBack(request('1', 'nobody', { sku: 'LAMP', quantity: 1 }), {
        message: 'the customer is not known',
      })
    })

    it('are placed once when they are sent twice', async () => {
      await placeOrder(db, lamp)
      before = await booksOf(db)
      await expectTakenBack(request('1', 'c1', { sku: 'BOOK', quantity: 1 }), {
        code: 'CONSTRAINT',
        outcome: 'rolled back',
      })
    })

    it('are taken back when a step throws', async () => {
      const thrown = new TypeError('the bank does not answer')
      await expect(placeOrder(db, lamp, { confirm: () => Promise.reject(thrown) })).rejects.toBe(thrown)
      expect(await booksOf(db)).toEqual(before)
    })

    it('are taken back when the time is over', async () => {
      const confirm = (): Promise<never> => new Promise(() => {})
      await expectTakenBack(lamp, { code: 'TIMEOUT', outcome: 'rolled back' }, { confirm, timeout: 200 })
    })

    it('are taken back when the caller gives up', async () => {
      const control = new AbortController()
      const confirm = (): Promise<never> => {
        control.abort()
        return new Promise(() => {})
      }
      await expectTakenBack(lamp, { code: 'ABORTED', outcome: 'rolled back' }, { confirm, signal: control.signal })
    })

    it('are run again, or wait, when two want the same', async () => {
      let calls = 0
      const together = ['1', '2'].map((id) =>
        placeOrder(db, request(id, `c${id}`, { sku: 'BOOK', quantity: 1 }), {
          confirm: async () => {
            calls += 1
          },
        }),
      )
      expect(await Promise.all(together)).toEqual([1_250, 1_250])
      expect(calls).toBeGreaterThanOrEqual(2)
      expectWhole(await booksOf(db))
    })

    it('leave a line in the audit when they are refused, which the roll-back does not take', async () => {
      const ending = await placeAndAudit(db, request('1', 'c0', { sku: 'RUG', quantity: 4 }))
      expect(ending).toMatchObject({ outcome: 'taken back', reason: 'Refused' })
      expect(await booksOf(db)).toEqual({ ...before, audited: 1 })
    })

    it('keep the books whole when 64 come at once', async () => {
      const line = fc.record({ sku: fc.constantFrom('LAMP', 'BOOK', 'RUG'), quantity: fc.integer({ min: 1, max: 3 }) })
      const [lines = []] = fc.sample(fc.array(line, { minLength: 64, maxLength: 64 }), 1)
      const endings = await Promise.all(
        lines.map((each, at) => placeAndAudit(db, request(`o${at}`, `c${at % 8}`, each), { timeout: 60_000 })),
      )
      const books = await booksOf(db)
      expectWhole(books)
      expect(new Set(endings.flatMap(({ reason }) => reason ?? []))).toEqual(new Set([Refused.name]))
      const placed = endings.filter(({ outcome }) => outcome === 'placed')
      expect(books).toMatchObject({
        placed: placed.length,
        orders: placed.reduce((sum, { total = 0 }) => sum + total, 0),
        audited: 64,
      })
    })
  })
}
