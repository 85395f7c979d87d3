import type { Executor, Signal } from '@motif/core'
import type { Catalog, Constraint, ElementEntry, Index, LabelSet, RelationshipEntry, Scan } from '../catalog/catalog.ts'
import { order, sortedBy } from '../catalog/order.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import { ask, type Question, text, texts, whole } from './ask.ts'
import { typeWordOf } from './grafeo-types.ts'
import type { IntrospectOptions, Introspector, Progress } from './introspect.ts'
import { PropertyCounts } from './property-counts.ts'
import { sampleCondition } from './sample.ts'

/** A pattern over one label or type: its text, the condition that stands in for a name that cannot be written, and the variable. */
interface Target {
  readonly kind: 'node' | 'relationship'
  readonly name: string
  readonly count: number
}

/** Grafeo's grammar has no way to write a backtick inside a name: such a label is found by value. */
const patternOf = ({ kind, name }: Target): { pattern: string; condition: string | undefined } => {
  const plain = !name.includes('`') && name !== ''
  if (kind === 'node')
    return plain
      ? { pattern: `(x:\`${name}\`)`, condition: undefined }
      : { pattern: '(x)', condition: '$name IN labels(x)' }
  return plain
    ? { pattern: `()-[x:\`${name}\`]->()`, condition: undefined }
    : { pattern: '()-[x]->()', condition: 'type(x) = $name' }
}

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
    const nodes = labelTargets(labelSets, constraints)
    const types = [...ends].map(([name, pairs]): Target => ({ kind: 'relationship', name, count: total(pairs) }))
    const elements: ElementEntry[] = []
    for (const [done, target] of [...nodes, ...types].entries()) {
      this.#report({ what: target.name, done, total: nodes.length + types.length })
      elements.push(await this.#element(target, constraints))
    }
    const relationships = elements.slice(nodes.length)
    return {
      format: 1,
      engine: 'grafeo',
      scan: this.#scan,
      labels: sortedBy(elements.slice(0, nodes.length), (each) => each.name),
      labelSets,
      relationships: sortedBy(
        relationships.map((each): RelationshipEntry => ({ ...each, ends: ends.get(each.name) ?? [] })),
        (each) => each.name,
      ),
      constraints,
      indexes,
    }
  }

  #ask<Row>(question: Question): Promise<Row[]> {
    return ask<Row>(this.#executor, question, this.#signal)
  }

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

  async #ends(): Promise<Map<string, RelationshipEntry['ends']>> {
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
    for (const { name, type, label, property } of rows) {
      const known = indexes.get(JSON.stringify([name, label]))
      indexes.set(JSON.stringify([name, label]), {
        name,
        kind: type,
        target: label,
        properties: [...(known?.properties ?? []), property],
      })
    }
    return sortedBy(indexes.values(), (each) => each.name)
  }

  async #element(target: Target, constraints: readonly Constraint[]): Promise<ElementEntry> {
    const counts = new PropertyCounts()
    if (target.kind === 'node') {
      const named = constraints.filter((each) => each.on === 'node' && each.target === target.name)
      for (const name of named.flatMap((each) => each.properties)) counts.name(name)
    }
    const scanned = target.count === 0 ? 0 : await this.#scanned(target)
    if (scanned > 0) await this.#values(target, counts)
    return { name: target.name, count: target.count, scanned, properties: counts.entries() }
  }

  /** How many the sample takes; the count is known otherwise. */
  async #scanned(target: Target): Promise<number> {
    if (sampleCondition('x', target.count, this.#scan) === undefined) return target.count
    const { match, params } = this.#match(target)
    const [row] = await this.#ask<{ count: number }>({
      text: `${match} RETURN count(x) AS count`,
      columns: [{ name: 'count', type: whole }],
      params,
    })
    return row?.count ?? 0
  }

  /** Counts values by property and type inside the engine: no value leaves it. */
  async #values(target: Target, counts: PropertyCounts): Promise<void> {
    const { match, params } = this.#match(target)
    const values = `${match} UNWIND keys(x) AS key WITH key, x[key] AS v`
    const columns = [
      { name: 'key', type: text },
      { name: 'word', type: text },
      { name: 'count', type: whole },
    ]
    const rows = await this.#ask<{ key: string; word: TypeWord; count: number }>({
      text: `${values} WITH key, ${typeWordOf('v')} AS word RETURN key, word, count(*) AS count`,
      columns,
      params,
    })
    for (const { key, word, count } of rows) counts.add(key, word, count)
    const lists = rows.filter((row) => row.word === 'list').map((row) => row.key)
    if (lists.length === 0) return
    const elements = await this.#ask<{ key: string; word: TypeWord; count: number }>({
      text: `${values} WHERE key IN $lists AND ${typeWordOf('v')} = 'list' UNWIND v AS e WITH key, ${typeWordOf('e')} AS word RETURN key, word, count(*) AS count`,
      columns,
      params: { ...params, lists },
    })
    for (const { key, word, count } of elements) counts.addElement(key, word, count)
  }

  #match(target: Target): { match: string; params: Record<string, string | number> } {
    const { pattern, condition } = patternOf(target)
    const sample = sampleCondition('x', target.count, this.#scan)
    const conditions = [condition, sample?.text].filter((each) => each !== undefined)
    const params: Record<string, string | number> = {}
    if (condition !== undefined) params['name'] = target.name
    if (sample !== undefined) params['bound'] = sample.bound
    return { match: `MATCH ${pattern}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`, params }
  }
}

const constraintKinds: ReadonlyMap<string, Constraint['kind']> = new Map([
  ['UNIQUE', 'unique'],
  ['NOT NULL', 'exists'],
  ['NODE KEY', 'key'],
])

const total = (pairs: readonly { readonly count: number }[]): number => pairs.reduce((sum, pair) => sum + pair.count, 0)

/** Every label of a node, and every label that a constraint names before there are nodes. */
const labelTargets = (labelSets: readonly LabelSet[], constraints: readonly Constraint[]): Target[] => {
  const counts = new Map<string, number>(
    constraints.filter((each) => each.on === 'node').map((each) => [each.target, 0]),
  )
  for (const { labels, count } of labelSets)
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + count)
  return [...counts].map(([name, count]) => ({ kind: 'node', name, count }))
}

/**
 * Reads a Grafeo graph by Cypher alone. The engine counts values by type; none is sent. Relationship constraints and
 * declared node types (`CREATE NODE TYPE`) cannot be asked for in Cypher and are not seen.
 */
export const introspectGrafeo: Introspector = (executor, options) => new GrafeoReader(executor, options).read()
