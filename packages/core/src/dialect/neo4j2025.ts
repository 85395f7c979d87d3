import type { Clause } from '../ast/clause.ts'
import { words } from '../value/words.ts'
import { eachAsked } from './asked.ts'
import { inOlderWords } from './older.ts'
import type { Capability, Dialect } from './dialect.ts'

/** What Cypher 5 has no words for. */
export const cypher25 =
  'let filter next search conditional-queries match-modes path-modes all-reduce collection-functions definitions group-by'
const onlyIn25 = words(cypher25)

const lacks = words('nulls-order') as ReadonlySet<Capability>

/** A look at the texts, and at clauses that have none, which is cheaper than a look into every one. */
const ordersNulls = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause) => {
    if (clause.source !== undefined) return /\bnulls\s/i.test(clause.source)
    if (clause.kind === 'order-by') return clause.items.some(({ nulls }) => nulls !== undefined)
    return clause.kind === 'call-subquery' && ordersNulls(clause.clauses)
  })

/** Words that Cypher 25 alone gives a meaning: without any of them nothing is looked into. */
const hint =
  /\b(LET|FILTER|NEXT|WHEN|SEARCH|REPEATABLE|DIFFERENT|WALK|TRAIL|ACYCLIC|allReduce|coll\.|vector|DEFINE|GROUP)\b|^\s*\{/i

const prefix = (clauses: readonly Clause[], text: string): string => {
  if (!hint.test(text) || clauses.some((clause) => clause.kind === 'prefix' && clause.name === 'CYPHER')) return ''
  let found = false
  eachAsked(clauses, ([capability]) => {
    found ||= onlyIn25.has(capability)
  })
  return found ? 'CYPHER 25 ' : ''
}

/** Cypher 5 and 25 beside each other; see `dialects.ts`. */
export const neo4j2025: Dialect = {
  name: 'neo4j2025',
  rewrite: (clauses) => (ordersNulls(clauses) ? inOlderWords(clauses, lacks) : clauses),
  prefix,
}
