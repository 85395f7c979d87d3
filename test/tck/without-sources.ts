import type { Clause } from '@motif/core/ast'

/** What is sent as it was written has nothing but its text. */
const bare: ReadonlySet<unknown> = new Set(['opaque', 'prefix', 'schema-command'])

const strip = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(strip)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => key !== 'source' || ('kind' in node && bare.has(node.kind)))
  return Object.fromEntries(kept.map(([key, value]) => [key, strip(value)]))
}

/** The engine names a column by the text it was written in, which is lost: the name is written out. */
const named = (clause: Clause): Clause => {
  if (clause.kind !== 'return') return clause
  const items = clause.items.map((item) =>
    item.alias === undefined && item.expression.kind !== 'variable' && item.source !== undefined
      ? { ...item, alias: item.source }
      : item,
  )
  return { ...clause, items }
}

/** Clauses without the text they were read from, so that every part of them has to be printed. */
export const withoutSources = (clauses: readonly Clause[]): readonly Clause[] =>
  strip(clauses.map(named)) as readonly Clause[] // the same trees, less a field that may be absent
