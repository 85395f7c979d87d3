import type { Catalog, ElementEntry, PropertyEntry } from './catalog.ts'
import { sortedBy } from './order.ts'
import { type TypeCounts, typeWords } from './type-word.ts'

const sum = (a: TypeCounts, b: TypeCounts): TypeCounts =>
  Object.fromEntries(
    typeWords.flatMap((word) => {
      const count = (a[word] ?? 0) + (b[word] ?? 0)
      return count === 0 ? [] : [[word, count]]
    }),
  )

const mergeProperty = (a: PropertyEntry, b: PropertyEntry): PropertyEntry => {
  const elements =
    a.elements === undefined && b.elements === undefined ? undefined : sum(a.elements ?? {}, b.elements ?? {})
  return {
    name: a.name,
    count: a.count + b.count,
    types: sum(a.types, b.types),
    ...(elements === undefined ? {} : { elements }),
    ...(b.values === undefined ? {} : { values: b.values }), // these are always of the whole graph
  }
}

const mergeProperties = (a: readonly PropertyEntry[], b: readonly PropertyEntry[]): PropertyEntry[] => {
  const merged = new Map(a.map((each) => [each.name, each]))
  for (const each of b) {
    const known = merged.get(each.name)
    merged.set(each.name, known === undefined ? each : mergeProperty(known, each))
  }
  return sortedBy(merged.values(), (each) => each.name)
}

/** Counts are of the known one grown by what was read, so that it is whole exactly when the known one was. */
const complete = <E extends ElementEntry>(live: E, known: ElementEntry | undefined): E => {
  if (known === undefined || live.scanned === live.count) return live
  return {
    ...live,
    count: known.count + live.scanned,
    scanned: known.scanned + live.scanned,
    properties: mergeProperties(known.properties, live.properties),
  }
}

/**
 * A sampled catalogue with what was known before added to it. A sample shows that something is there, never that it is
 * not: what it did not meet is taken to be as it was, so that only what it did meet shows up as a difference.
 */
export const completeSample = (live: Catalog, known: Catalog): Catalog => {
  if (live.scan.mode === 'full') return live
  const of = <E extends ElementEntry>(list: readonly E[], before: readonly ElementEntry[]): E[] =>
    list.map((each) =>
      complete(
        each,
        before.find((other) => other.name === each.name),
      ),
    )
  return { ...live, labels: of(live.labels, known.labels), relationships: of(live.relationships, known.relationships) }
}
