import { aggregates } from './aggregates.ts'
import { columns } from './columns.ts'
import { conversions } from './conversions.ts'
import { entities } from './entities.ts'
import type { Fault } from './fault.ts'
import { names } from './names.ts'
import { nulls } from './nulls.ts'
import { operators } from './operators.ts'
import { patterns } from './patterns.ts'
import { scopes } from './scopes.ts'
import { subqueries } from './subqueries.ts'
import { temporal } from './temporal.ts'
import { writes } from './writes.ts'

/** Every known fault of the engine, by area. */
export const faults: Readonly<Record<string, readonly Fault[]>> = {
  columns,
  entities,
  nulls,
  aggregates,
  scopes,
  operators,
  conversions,
  patterns,
  writes,
  names,
  subqueries,
  temporal,
}
