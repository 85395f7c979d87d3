import type { Executor, Signal } from '@motif/core'
import type { Catalog, Constraint, LabelSet, RelationshipEntry, Scan } from '../catalog/catalog.ts'
import { order, sortedBy } from '../catalog/order.ts'
import { ours } from '../catalog/ours.ts'
import { ask, type Question, text, texts, whole } from './ask.ts'
import { ElementValues } from './element-values.ts'
import type { IntrospectOptions, Progress } from './introspect.ts'
import { type Kind, partsOf, type Target } from './parts.ts'
import { ShownValues } from './shown-values.ts'
import type { Words } from './words.ts'

type Ends = ReadonlyMap<string, RelationshipEntry['ends']>

/**
 * Reads a graph by Cypher alone: the engine counts values by type, none is sent. Counts and values are read by several
 * statements: where others write meanwhile, hand in a transaction's executor.
 */
export class GraphReader {
  readonly #executor: Executor
  readonly #words: Words
  readonly #scan: Scan
  readonly #options: IntrospectOptions
  readonly #signal: Signal | undefined
  readonly #report: (progress: Progress) => void

  constructor(executor: Executor, words: Words, options: IntrospectOptions) {
    this.#executor = executor
    this.#words = words
    this.#scan = options.scan ?? { mode: 'full' }
    this.#options = options
    this.#signal = options.signal
    this.#report = options.onProgress ?? (() => {})
  }

  async read(): Promise<Catalog> {
    this.#report({ what: 'label sets and relationship ends', done: 0, total: 1 })
    const labelSets = await this.#labelSets()
    const ends = await this.#ends()
    const constraints = sortedBy((await this.#words.constraints(this.#ask)).filter(isTheirs), (each) => each.name)
    const indexes = (await this.#words.indexes(this.#ask)).filter(isTheirs)
    const nodes = { kind: 'node', targets: labelTargets(labelSets, constraints), count: sum(labelSets) } as const
    const types = typeTargets(ends)
    const relationships = { kind: 'relationship', targets: types, count: sum(types) } as const
    const parts = [nodes, relationships].flatMap((stock) => partsOf(stock, this.#scan, this.#words))
    const values = { node: this.#values('node', constraints), relationship: this.#values('relationship', constraints) }
    for (const [done, part] of parts.entries()) {
      this.#report({ what: part.what, done, total: parts.length })
      await values[part.kind].read(part)
    }
    for (const kind of ['node', 'relationship'] as const) await this.#unmask(kind, values[kind])
    const shown = new ShownValues(this.#ask, this.#words, this.#options)
    return {
      format: 1,
      engine: this.#words.engine,
      scan: this.#scan,
      labels: await shown.of(
        'node',
        nodes.targets.map((label) => values.node.entry(label)),
      ),
      labelSets,
      relationships: await shown.of(
        'relationship',
        types.map((type) => ({ ...values.relationship.entry(type), ends: ends.get(type.name) ?? [] })),
      ),
      constraints,
      indexes: sortedBy(indexes, (each) => JSON.stringify([each.name, each.target])),
    }
  }

  readonly #ask = <Row>(question: Question): Promise<Row[]> => ask<Row>(this.#executor, question, this.#signal)

  /** Starts with the properties that constraints name. */
  #values(kind: Kind, constraints: readonly Constraint[]): ElementValues {
    const values = new ElementValues(this.#ask, this.#words)
    for (const { on, target, properties } of constraints) {
      if (on === kind) for (const property of properties) values.name(target, property)
    }
    return values
  }

  async #unmask(kind: Kind, values: ElementValues): Promise<void> {
    const { disguises } = this.#words
    if (disguises !== undefined && values.hasIntegerLists) values.unmask(await disguises(this.#ask, kind))
  }

  async #labelSets(): Promise<LabelSet[]> {
    const rows = await this.#ask<{ labels: string[]; count: number }>({
      text: 'MATCH (x) RETURN labels(x) AS labels, count(*) AS count',
      columns: [
        { name: 'labels', type: texts },
        { name: 'count', type: whole },
      ],
    })
    const sets = rows
      .filter(({ labels }) => !labels.some((label) => ours.has(label)))
      .map(({ labels, count }) => ({ labels: [...labels].sort(order), count }))
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
}

const isTheirs = ({ target }: { readonly target: string }): boolean => !ours.has(target)

const sum = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((all, each) => all + each.count, 0)

/** Every label of a node, and every label that a constraint names before there are nodes. */
const labelTargets = (labelSets: readonly LabelSet[], constraints: readonly Constraint[]): Target[] => {
  const counts = new Map(constraints.flatMap(({ on, target }) => (on === 'node' ? [[target, 0]] : [])))
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
