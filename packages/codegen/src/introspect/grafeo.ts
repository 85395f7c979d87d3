import type { Executor, Signal } from '@motif/core'
import type { Catalog, Constraint, Index, LabelSet, RelationshipEntry, Scan } from '../catalog/catalog.ts'
import { order, sortedBy } from '../catalog/order.ts'
import { ask, type Question, text, texts, whole } from './ask.ts'
import { partsOf, type Target } from './grafeo-parts.ts'
import { GrafeoValues } from './grafeo-values.ts'
import type { IntrospectOptions, Introspector, Progress } from './introspect.ts'

type Ends = ReadonlyMap<string, RelationshipEntry['ends']>

/** Reads one Grafeo graph; see `introspectGrafeo`. */
class GrafeoReader {
  readonly #executor: Executor
  readonly #scan: Scan
  readonly #signal: Signal | undefined
  readonly #report: (progress: Progress) => void

  constructor(executor: Executor, options: IntrospectOptions) {
    this.#executor = executor
    this.#scan = options.scan ?? { mode: 'full' }
    this.#signal = options.signal
    this.#report = options.onProgress ?? (() => {})
  }

  async read(): Promise<Catalog> {
    this.#report({ what: 'label sets and relationship ends', done: 0, total: 1 })
    const labelSets = await this.#labelSets()
    const ends = await this.#ends()
    const constraints = await this.#constraints()
    const indexes = await this.#indexes()
    const labels = labelTargets(labelSets, constraints)
    const types = typeTargets(ends)
    const parts = [
      ...partsOf('node', labels, sum(labelSets), this.#scan),
      ...partsOf('relationship', types, sum(types), this.#scan),
    ]
    const values = { node: new GrafeoValues(this.#ask), relationship: new GrafeoValues(this.#ask) }
    for (const each of constraints) for (const property of each.properties) values.node.name(each.target, property)
    for (const [done, part] of parts.entries()) {
      this.#report({ what: part.what, done, total: parts.length })
      await values[part.kind].read(part)
    }
    return {
      format: 1,
      engine: 'grafeo',
      scan: this.#scan,
      labels: labels.map((label) => values.node.entry(label)),
      labelSets,
      relationships: types.map((type) => ({ ...values.relationship.entry(type), ends: ends.get(type.name) ?? [] })),
      constraints,
      indexes,
    }
  }

  readonly #ask = <Row>(question: Question): Promise<Row[]> => ask<Row>(this.#executor, question, this.#signal)

  async #labelSets(): Promise<LabelSet[]> {
    const rows = await this.#ask<{ labels: string[]; count: number }>({
      text: 'MATCH (x) RETURN labels(x) AS labels, count(*) AS count',
      columns: [
        { name: 'labels', type: texts },
        { name: 'count', type: whole },
      ],
    })
    const sets = rows.map(({ labels, count }) => ({ labels: [...labels].sort(order), count }))
    return sortedBy(sets, (each) => JSON.stringify(each.labels))
  }

  async #ends(): Promise<Ends> {
    const rows = await this.#ask<{ type: string; from: string[]; to: string[]; count: number }>({
      text: 'MATCH (a)-[x]->(b) RETURN type(x) AS type, labels(a) AS from, labels(b) AS to, count(*) AS count',
      columns: [
        { name: 'type', type: text },
        { name: 'from', type: texts },
        { name: 'to', type: texts },
        { name: 'count', type: whole },
      ],
    })
    const byType = new Map<string, RelationshipEntry['ends'][number][]>()
    for (const { type, from, to, count } of rows) {
      const pair = { from: [...from].sort(order), to: [...to].sort(order), count }
      byType.set(type, [...(byType.get(type) ?? []), pair])
    }
    return new Map(
      [...byType].map(([type, pairs]) => [type, sortedBy(pairs, (pair) => JSON.stringify([pair.from, pair.to]))]),
    )
  }

  async #constraints(): Promise<Constraint[]> {
    const rows = await this.#ask<{ name: string; type: string; label: string; properties: string }>({
      text: 'SHOW CONSTRAINTS',
      columns: ['name', 'type', 'label', 'properties'].map((name) => ({ name, type: text })),
    })
    const constraints = rows.map(
      ({ name, type, label, properties }): Constraint => ({
        name,
        kind: constraintKinds.get(type) ?? 'other',
        on: 'node',
        target: label,
        properties: properties.split(', '), // the engine gives them as one text
      }),
    )
    return sortedBy(constraints, (each) => each.name)
  }

  async #indexes(): Promise<Index[]> {
    const rows = await this.#ask<{ name: string; type: string; label: string; property: string }>({
      text: 'SHOW INDEXES',
      columns: ['name', 'type', 'label', 'property'].map((name) => ({ name, type: text })),
    })
    const indexes = new Map<string, Index>()
    // A row a property, in any order: the engine keeps none.
    for (const { name, type, label, property } of sortedBy(rows, (row) => row.property)) {
      const key = JSON.stringify([name, label])
      const properties = [...(indexes.get(key)?.properties ?? []), property]
      indexes.set(key, { name, kind: type, target: label, properties })
    }
    return sortedBy(indexes.values(), (each) => JSON.stringify([each.name, each.target]))
  }
}

const constraintKinds: ReadonlyMap<string, Constraint['kind']> = new Map([
  ['UNIQUE', 'unique'],
  ['NOT NULL', 'exists'],
  ['NODE KEY', 'key'],
])

const sum = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((all, each) => all + each.count, 0)

/** Every label of a node, and every label that a constraint names before there are nodes. */
const labelTargets = (labelSets: readonly LabelSet[], constraints: readonly Constraint[]): Target[] => {
  const counts = new Map(constraints.map((each) => [each.target, 0]))
  for (const { labels, count } of labelSets) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + count)
  }
  const targets = [...counts].map(([name, count]) => ({ name, count }))
  return sortedBy(targets, (each) => each.name)
}

const typeTargets = (ends: Ends): Target[] => {
  const targets = [...ends].map(([name, pairs]) => ({ name, count: sum(pairs) }))
  return sortedBy(targets, (each) => each.name)
}

/**
 * Reads a Grafeo graph by Cypher alone. The engine counts values by type; none is sent. Relationship constraints and
 * declared node types (`CREATE NODE TYPE`) cannot be asked for in Cypher and are not seen. Counts and values are read by
 * several statements: where others write meanwhile, hand in a transaction's executor.
 */
export const introspectGrafeo: Introspector = (executor, options) => new GrafeoReader(executor, options).read()
