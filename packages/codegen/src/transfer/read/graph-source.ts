import { randomUUID } from 'node:crypto'
import { type Executor, GraphError, type QueryRequest, type Signal } from '@motif/core'
import type { LabelSet } from '../../catalog/catalog.ts'
import { ask, texts, whole } from '../../introspect/ask.ts'
import { introspect } from '../../introspect/introspect.ts'
import { type About, fingerprintOf } from '../about.ts'
import type { Batch } from '../batch.ts'
import { BatchBuilder } from '../batch-builder.ts'
import { Numbering } from '../ids/numbering.ts'
import { readMarker } from '../load/marker.ts'
import type { TransferProgress } from '../progress.ts'
import { readSchema } from '../schema.ts'
import type { Source } from '../source.ts'
import { columnQuery } from './column-query.ts'
import type { ElementQuery, Found } from './element-query.ts'
import type { Reading } from './reading.ts'
import { readingOf } from './readings.ts'
import { TypePlan } from './type-plan.ts'
import { typedValue } from './typed-value.ts'
import { wholeQuery } from './whole-query.ts'

const sum = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((all, { count }) => all + count, 0)

const byName = (a = '', b = ''): number => (a < b ? -1 : 1)

const isSorted = (names: readonly string[]): boolean =>
  names.every((name, at) => at === 0 || byName(names[at - 1], name) < 0)

const isLabelled = ({ labels }: LabelSet): boolean => labels.length > 0

/** How many rows a pattern has. */
const countOf = async (executor: Executor, pattern: string, signal: Signal | undefined): Promise<number> => {
  const question = { text: `MATCH ${pattern} RETURN count(*) AS count`, columns: [{ name: 'count', type: whole }] }
  const [row] = await ask<{ count: number }>(executor, question, signal)
  return row?.count ?? 0
}

export interface ReadOptions {
  /** Only these nodes are read, each with the number it has here, and the relationships between them. */
  readonly only?: Numbering | undefined
  readonly signal?: Signal | undefined
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
}

/** A live graph, read through one executor: that of a transaction, so that what is read belongs together. */
export class GraphSource implements Source {
  readonly about: About
  readonly #executor: Executor
  readonly #reading: Reading
  readonly #options: ReadOptions
  readonly #numbering: Numbering

  constructor(executor: Executor, about: About, options: ReadOptions) {
    this.#executor = executor
    this.about = about
    this.#reading = readingOf(executor.dialect)
    this.#options = options
    this.#numbering = options.only ?? new Numbering()
  }

  /** Takes the census of a graph: what it holds, and of what types. */
  static async of(executor: Executor, options: ReadOptions = {}): Promise<GraphSource> {
    readingOf(executor.dialect)
    const { signal, onProgress } = options
    if ((await readMarker(executor, signal)) !== undefined)
      throw new GraphError('USAGE', 'a load was broken off in this graph: resume it, or clean up first')
    const catalog = await introspect(executor, {
      signal,
      onProgress: ({ what, done, total }) => onProgress?.({ verb: 'looking at', what, done, total, counted: false }),
    })
    const about: About = {
      id: randomUUID(),
      engine: catalog.engine,
      fingerprint: fingerprintOf(catalog),
      catalog,
      schema: await readSchema(executor),
      nodes: await countOf(executor, '(n)', signal),
      relationships: await countOf(executor, '()-[r]->()', signal),
    }
    return new GraphSource(executor, about, options)
  }

  /** Once: the numbers of nodes are given on the way. */
  async *batches(): AsyncGenerator<Batch> {
    const { catalog, nodes, relationships } = this.about
    yield* this.#each('node', new TypePlan(catalog.labels, this.#reading), nodes)
    yield* this.#each('relationship', new TypePlan(catalog.relationships, this.#reading), relationships)
  }

  async *#each(kind: Batch['kind'], plan: TypePlan, total: number): AsyncGenerator<Batch> {
    const builder = new BatchBuilder(kind)
    let done = 0
    const told = (): void =>
      this.#options.onProgress?.({ verb: 'reading', what: `${kind}s`, done, total, counted: true })
    for await (const found of this.#found(kind, plan)) {
      if (this.#isLeftOut(found)) continue
      this.#put(builder, found, plan)
      done++
      if (builder.isFull) {
        yield builder.take()
        told()
      }
    }
    if (!builder.isEmpty) yield builder.take()
    told()
    if (done !== total && this.#options.only === undefined)
      throw this.#changed(`${total} ${kind}s were there, ${done} came`)
  }

  #put(builder: BatchBuilder, found: Found, plan: TypePlan): void {
    const { id, end, labels, keys, values } = found
    const told = found.told === undefined ? undefined : new Map(found.told)
    const order = isSorted(keys) ? undefined : keys.map((_, at) => at).sort((a, b) => byName(keys[a], keys[b]))
    const typed = values.map((value, at) => {
      const key = keys[at] ?? ''
      return typedValue(value, plan.settled(labels, key), told?.get(key))
    })
    const given = {
      labels: isSorted(labels) ? labels : [...labels].sort(),
      keys: order?.map((at) => keys[at] ?? '') ?? keys,
      values: order?.map((at) => typed[at]) ?? typed,
    }
    if (end === undefined && this.#options.only !== undefined) builder.add({ ...given, number: this.#numberOf(id) })
    else if (end === undefined) {
      this.#numbering.add(id)
      builder.add(given)
    } else builder.add({ ...given, ends: [this.#numberOf(id), this.#numberOf(end)] })
  }

  #isLeftOut({ id, end }: Found): boolean {
    const { only } = this.#options
    return only !== undefined && (only.of(id) === undefined || (end !== undefined && only.of(end) === undefined))
  }

  #numberOf(id: number): number {
    const number = this.#numbering.of(id)
    if (number !== undefined) return number
    throw this.#changed('a relationship joins a node that was not there before')
  }

  /** By columns where the engine keeps what the census has seen, and that is of few kinds. */
  #query(kind: Batch['kind'], plan: TypePlan): ElementQuery {
    const { catalog, nodes } = this.about
    // Of nodes without a label, and of Motif's own, the census says nothing.
    const isBare = kind === 'node' && sum(catalog.labelSets.filter(isLabelled)) < nodes
    const { byColumns, words } = this.#reading
    const isSettled = byColumns && plan.asked.length === 0 && !isBare
    const columns = isSettled ? columnQuery(kind, catalog, words.quoted) : undefined
    return columns ?? wholeQuery(kind, plan, this.#reading, isBare)
  }

  async *#found(kind: Batch['kind'], plan: TypePlan): AsyncGenerator<Found> {
    const { returned, columns, params, read } = this.#query(kind, plan)
    const text = `${this.#reading.match[kind]} RETURN ${returned}`
    for await (const range of this.#ranges()) {
      const given = { ...params, ...range }
      const parameters = Object.keys(given).map((name) => ({ name, type: name in range ? whole : texts }))
      for await (const row of this.#rows({ text, params: given, parameters, columns, access: 'read' })) yield read(row)
    }
  }

  /** The ids that each statement reads. */
  async *#ranges(): AsyncGenerator<Readonly<Record<string, number>>> {
    const { page } = this.#reading
    if (page === undefined) return yield {}
    const [row] = await ask<{ most: number | null }>(
      this.#executor,
      {
        text: 'MATCH (n) RETURN max(id(n)) AS most',
        columns: [{ name: 'most', type: { kind: 'integer', nullable: true } }],
      },
      this.#options.signal,
    )
    const most = row?.most ?? -1
    for (let from = 0; from <= most; from += page) yield { from, to: from + page - 1 }
  }

  async *#rows(request: QueryRequest): AsyncGenerator<Readonly<Record<string, unknown>>> {
    const names = request.columns?.map(({ name }) => name) ?? []
    const { signal } = this.#options
    for await (const { layout, rows } of this.#executor.execute(request, { signal, fetchSize: 1_000 })) {
      for (const row of rows) {
        const values = row as readonly unknown[] // in a batch of lists
        yield layout === 'records'
          ? (row as Record<string, unknown>)
          : Object.fromEntries(names.map((name, at) => [name, values[at]]))
      }
    }
  }

  #changed(how: string): GraphError {
    return new GraphError('CONFLICT', `the graph was changed while it was read: ${how}; try again`, {
      fault: 'surroundings',
      retryable: true,
    })
  }
}
