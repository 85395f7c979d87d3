import type { Dialect } from '../dialect/dialect.ts'
import { type Quote, quoteName, quoteWith } from '../ast/quote.ts'

const quotes = new WeakMap<ReadonlySet<string>, Quote>()

/** How names are quoted for a dialect: as everywhere, and besides the words it reserves. */
export const quoteFor = ({ reserved }: Dialect): Quote => {
  if (reserved === undefined) return quoteName
  let quote = quotes.get(reserved)
  if (quote === undefined) quotes.set(reserved, (quote = quoteWith(reserved)))
  return quote
}
