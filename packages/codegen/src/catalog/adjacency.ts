import type { EndPair, RelationshipEntry } from './catalog.ts'
import type { Adjacency, RelationshipModel } from './model.ts'
import { order } from './order.ts'

type Direction = 'out' | 'in'

/** Labels by relationship type by label, in both directions. */
export class AdjacencyTable {
  readonly #table = {
    out: new Map<string, Map<string, Set<string>>>(),
    in: new Map<string, Map<string, Set<string>>>(),
  }

  add(type: string, from: string, to: string): void {
    this.#put('out', from, type, to)
    this.#put('in', to, type, from)
  }

  of(label: string, direction: Direction): readonly Adjacency[] {
    const types = this.#table[direction].get(label) ?? new Map<string, Set<string>>()
    return [...types]
      .map(([type, labels]) => ({ type, labels: [...labels].sort(order) }))
      .sort((a, b) => order(a.type, b.type))
  }

  #put(direction: Direction, label: string, type: string, other: string): void {
    const types = this.#table[direction].get(label) ?? new Map<string, Set<string>>()
    this.#table[direction].set(label, types.set(type, (types.get(type) ?? new Set()).add(other)))
  }
}

const pairsOf = (ends: readonly EndPair[], kept: ReadonlySet<string>): RelationshipModel['pairs'] => {
  const pairs = new Map<string, { from: string; to: string; count: number }>()
  for (const end of ends) {
    for (const from of end.from) {
      for (const to of end.to) {
        const key = JSON.stringify([from, to])
        const count = (pairs.get(key)?.count ?? 0) + end.count
        if (kept.has(from) && kept.has(to)) pairs.set(key, { from, to, count })
      }
    }
  }
  return [...pairs.values()].sort((a, b) => order(a.from, b.from) || order(a.to, b.to))
}

/** The pairs of labels that a relationship type joins and how often, each label of a node for itself; labels left out are skipped. */
export const labelPairs = (entry: RelationshipEntry, kept: ReadonlySet<string>): RelationshipModel['pairs'] =>
  pairsOf(entry.ends, kept)
