import type { Clause } from '../../ast/clause.ts'
import type { Pass } from './block.ts'
import { eachClause } from './each-clause.ts'
import { clauseNames } from './own-names.ts'
import { needsQuotes } from './reserved-words.ts'

const bare = <T extends { readonly source?: string }>(node: T): Omit<T, 'source'> => {
  const { source: _, ...kept } = node
  return kept
}

const withoutSource = (clause: Clause): Clause => {
  switch (clause.kind) {
    case 'match':
    case 'create':
      return { ...bare(clause), patterns: clause.patterns.map(bare) } as Clause // the same fields, but for source texts
    case 'merge':
      return { ...bare(clause), pattern: bare(clause.pattern) }
    case 'with':
    case 'return':
      return { ...bare(clause), items: clause.items.map(bare) } as Clause // as above
    default:
      return bare(clause) as Clause // as above
  }
}

const written = ['prefix', 'schema-command', 'opaque']

/** Clauses whose text the engine does not read, though another spelling of the same it does: words it reserves, UNION DISTINCT. */
export const reprinted: Pass = eachClause((clause, _scope, { context }): readonly Clause[] | undefined => {
  if (clause.kind === 'union' && /DISTINCT/i.test(clause.source ?? '')) return [{ kind: 'union', all: false }]
  const quotes = !written.includes(clause.kind) && needsQuotes(clauseNames(clause), context)
  return quotes && clause.source !== undefined ? [withoutSource(clause)] : undefined
})
