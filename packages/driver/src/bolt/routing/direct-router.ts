import type { Address } from '../address.ts'
import type { Router } from './router.ts'

const nothing = (): void => {}

/** Leads to one server, whatever becomes of it. */
export const directRouter = (address: Address): Router => ({
  pick: ({ database }) => ({ address, database, table: database, guessed: false }),
  next: () => undefined,
  report: nothing,
  learn: nothing,
  opened: nothing,
  closed: nothing,
  table: () => undefined,
  refresh: () => Promise.resolve(),
  close: nothing,
})
