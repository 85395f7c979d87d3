import { words } from '../../value/words.ts'
import type { Capability } from '../dialect.ts'

/** What Grafeo cannot say by itself: written in older words where there are any, and refused where not. */
export const lacks = words(
  'nulls-order let filter next finish insert free-order search load-csv use-graph planner-hints definitions group-by conditional-queries ' +
    'match-modes path-modes quantified-paths shortest-k dynamic-labels dynamic-types type-predicates normal-forms extended-case ' +
    'all-reduce collection-functions collect-subquery optional-call call-in-transactions transaction-status',
) as ReadonlySet<Capability> // names of the closed list, which the tests hold
