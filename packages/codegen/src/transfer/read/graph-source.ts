import { randomUUID } from 'node:crypto'
import { type Column, type Executor, GraphError, type QueryRequest, type Signal, type ValueType } from '@motif/core'
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
import type { Reading } from './reading.ts'
import { readingOf } from './readings.ts'
import type { Told } from './told.ts'
import { TypePlan } from './type-plan.ts'
import { typedValue } from './typed-value.ts'

/** A node or relationship as the engine gives it. */
interface Found {
  readonly id: number
  readonly end?: number
  readonly labels: readonly string[]
  readonly keys: readonly string[]
  readonly values: readonly unknown[]
  readonly told?: readonly (readonly [key: string, told: Told])[]
}

const anything: ValueType = { kind: 'any', nullable: true }
const list: ValueType = { kind: 'list', of: anything, nullable: false }

const columnsOf = (names: readonly string[]): readonly Column[] =>
  names.map((name) => ({
    name,
    type: name === 'id' || name === 'end' ? whole : name === 'labels' || name === 'keys' ? texts : list,
  }))

const sum = (entries: readonly { readonly count: number }[]): number =>
  entries.reduce((all, { count }) => all + count, 0)

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

  private constructor(executor: Executor, about: About, options: ReadOptions) {
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
    const order = keys.map((_, at) => at).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1))
    const given = {
      labels: [...labels].sort(),
      keys: order.map((at) => keys[at] ?? ''),
      values: order.map((at) => {
        const key = keys[at] ?? ''
        return typedValue(values[at], plan.settled(labels, key), told?.get(key))
      }),
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

  async *#found(kind: Batch['kind'], plan: TypePlan): AsyncGenerator<Found> {
    const { asked, known, isDeep } = plan
    const isNode = kind === 'node'
    // Of nodes without a label, and of Motif's own, the census says nothing: all their properties are asked for.
    const bare = isNode && sum(this.about.catalog.labelSets.filter(isLabelled)) < this.about.nodes
    const given: Readonly<Record<string, readonly string[]>> = {
      ...(asked.length > 0 ? { asked } : {}),
      ...(bare ? { known } : {}),
    }
    const which = [
      ...(asked.length > 0 ? ['k IN $asked'] : []),
      ...(bare ? ['none(l IN labels(x) WHERE l IN $known)'] : []),
    ]
    const columns: Readonly<Record<string, string>> = {
      id: isNode ? 'id(x)' : 'id(a)',
      ...(isNode ? {} : { end: 'id(b)' }),
      labels: isNode ? 'labels(x)' : '[type(x)]',
      keys: 'keys(x)',
      values: '[k IN keys(x) | x[k]]',
      ...(which.length === 0
        ? {}
        : { told: `[k IN keys(x) WHERE ${which.join(' OR ')} | [k, ${this.#reading.told('x[k]', isDeep || bare)}]]` }),
    }
    const returned = Object.entries(columns).map(([name, expression]) => `${expression} AS ${name}`)
    const request: QueryRequest = {
      text: `${this.#reading.match[kind]} RETURN ${returned.join(', ')}`,
      params: given,
      parameters: [],
      columns: columnsOf(Object.keys(columns)),
      access: 'read',
    }
    for await (const range of this.#ranges()) {
      const params = { ...request.params, ...range }
      yield* this.#rows({ ...request, params, parameters: this.#typed(params) })
    }
  }

  #typed(params: object): QueryRequest['parameters'] {
    return Object.keys(params).map((name) => ({ name, type: name === 'from' || name === 'to' ? whole : texts }))
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

  async *#rows(request: QueryRequest): AsyncGenerator<Found> {
    const names = request.columns?.map(({ name }) => name) ?? []
    const { signal } = this.#options
    for await (const { layout, rows } of this.#executor.execute(request, { signal, fetchSize: 1_000 })) {
      for (const row of rows) {
        const values = row as readonly unknown[] // in a batch of lists
        yield (layout === 'records' ? row : Object.fromEntries(names.map((name, at) => [name, values[at]]))) as Found // the columns asked for
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
