// One order that is placed, each way in which one is taken back, and 64 at once. Run it with
// `pnpm --filter @motif/example-orders demo`, or on an empty graph elsewhere: `… demo --url bolt://localhost:7687`.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { connect, type Database } from '@motif/driver'
import Table from 'cli-table3'
import { type Ending, placeAndAudit } from './audit.ts'
import { type Books, booksOf } from './books.ts'
import { type Schema, schema } from './graph.schema.ts'
import type { Line, OrderRequest } from './place-order.ts'
import { openShop } from './shop.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { work: { type: 'string', default: join(here, '.tmp') }, url: { type: 'string' } },
})
const file = join(values.work, 'shop.db')

const cents = (amount: number): string => (amount / 100).toFixed(2)
const at = new Date('2026-03-01T09:30:00Z')
const order = (id: string, customer: string, ...lines: readonly Line[]): OrderRequest => ({ id, customer, lines, at })
const lamp: Line = { sku: 'LAMP', quantity: 1 }

const shop = {
  customers: [
    { id: 'ada', name: 'Ada', balance: 100_000 },
    { id: 'ben', name: 'Ben', balance: 3_000 },
    ...Array.from({ length: 64 }, (_, at) => ({ id: `c${at}`, name: `Customer ${at}`, balance: 5_000 })),
  ],
  products: [
    { sku: 'LAMP', name: 'Lamp', price: 4_500, stock: 10 },
    { sku: 'BOOK', name: 'Book', price: 1_250, stock: 40 },
  ],
}

const told = ({ total, outcome, reason, message }: Ending): string =>
  total === undefined ? `${outcome}: ${reason}, ${message}` : `placed for ${cents(total)}`

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const bars = { left: '  ', mid: '', 'left-mid': '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' }
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' }
  const below = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' }
  const drawn = new Table({
    head: [...head],
    chars: { ...bars, ...none, ...below },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
  })
  drawn.push(...rows.map((row) => [...row]))
  return drawn.toString().replaceAll(/ +$/gm, '')
}

const row = ({ balances, orders, stock, sold, placed, audited }: Books): readonly string[] => [
  cents(balances),
  cents(orders),
  cents(balances + orders),
  ...[stock, sold, placed, audited].map(String),
]

/** One order after the other; the books are shown after each. */
const oneByOne = async (db: Database<Schema>): Promise<void> => {
  const never = (): Promise<never> => new Promise(() => {})
  const refuse = (): Promise<never> => Promise.reject(new TypeError('the bank does not answer'))
  const cases: readonly (readonly [string, () => Promise<Ending>])[] = [
    ['two products', () => placeAndAudit(db, order('1', 'ada', lamp, { sku: 'BOOK', quantity: 2 }))],
    ['more than there is', () => placeAndAudit(db, order('2', 'ada', { sku: 'LAMP', quantity: 99 }))],
    ['more than is paid for', () => placeAndAudit(db, order('3', 'ben', lamp))],
    ['the same order again', () => placeAndAudit(db, order('1', 'ada', lamp))],
    ['a step that fails', () => placeAndAudit(db, order('4', 'ada', lamp), { confirm: refuse })],
    ['a step without an end', () => placeAndAudit(db, order('5', 'ada', lamp), { confirm: never, timeout: 300 })],
  ]
  const rows: (readonly string[])[] = []
  for (const [name, run] of cases) {
    console.log(`  ${name.padEnd(22)} ${told(await run())}`)
    rows.push([name, ...row(await booksOf(db))])
  }
  const [one, two] = await Promise.all(['6', '7'].map((id) => placeAndAudit(db, order(id, 'ada', lamp))))
  console.log(`  ${'two for one product'.padEnd(22)} ${[one, two].map((each) => each && told(each)).join('; ')}`)
  rows.push(['two for one product', ...row(await booksOf(db))])
  console.log(`\n${table(['', 'balances', 'orders', 'sum', 'stock', 'sold', 'placed', 'audit'], rows)}`)
}

const atOnce = async (db: Database<Schema>): Promise<void> => {
  const requests = Array.from({ length: 64 }, (_, at) => order(`o${at}`, `c${at}`, { sku: 'BOOK', quantity: 1 }))
  const endings = await Promise.all(requests.map((request) => placeAndAudit(db, request, { timeout: 60_000 })))
  const placed = endings.filter(({ outcome }) => outcome === 'placed').length
  const refused = endings.filter(({ reason }) => reason === 'Refused').length
  const { balances, orders, smallestStock, lowestBalance } = await booksOf(db)
  console.log(`  64 orders for a book, of which there are 38: ${placed} placed, ${refused} refused`)
  console.log(
    `  smallest stock ${smallestStock}, lowest balance ${cents(lowestBalance)}, sum ${cents(balances + orders)}`,
  )
}

const main = async (): Promise<void> => {
  if (values.url === undefined) {
    await rm(file, { force: true })
    await mkdir(values.work, { recursive: true })
  }
  await using db = connect(values.url ?? `grafeo:${file}?create=true`, { schema })
  await openShop(db, shop)
  console.log('One by one')
  await oneByOne(db)
  console.log('\n64 at once')
  await atOnce(db)
}

await main()
