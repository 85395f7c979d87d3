import { GraphError, type SchemaShape, type Signal } from '@motif/core'
import type { Database } from '@motif/driver'
import type { About } from '../about.ts'
import type { Batch } from '../batch.ts'
import { counted, grouped } from '../../catalog/words.ts'
import { IdList } from '../ids/id-list.ts'
import type { TransferProgress } from '../progress.ts'
import { type Marker, markedNodes, removeMarker, writeMarker } from './marker.ts'
import { markKey } from './marks.ts'
import { send } from './send.ts'
import { type MergeKeys, type Statement, Statements } from './statements.ts'
import { type Writing, writingOf } from './writing.ts'

export interface LoaderOptions {
  readonly mergeBy?: MergeKeys | undefined
  readonly signal?: Signal | undefined
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
  /** Told after each batch what stands in the graph, in words. */
  readonly onStanding?: ((text: string) => void) | undefined
  /** How what was broken off is ended; and how, where only marks are left. */
  readonly wayOut: string
  readonly wayToEnd: string
}

/** Nodes whose mark is taken away by one transaction. */
const tidied = 10_000

/** Writes a dump's batches into a graph, a transaction each; what has been written is known to the graph itself. */
export class GraphLoader {
  #ids: IdList = new IdList()
  readonly #db: Database<SchemaShape>
  readonly #about: About
  readonly #options: LoaderOptions
  readonly #writing: Writing
  /** What the graph has; what came of the dump. */
  #standing: Marker
  #nodes = 0
  #relationships = 0

  constructor(db: Database<SchemaShape>, about: About, options: LoaderOptions) {
    this.#db = db
    this.#about = about
    this.#options = options
    this.#writing = writingOf(db.executor.dialect)
    this.#standing = { id: about.id, phase: 'loading', nodes: 0, relationships: 0 }
  }

  /** The id of each node in the graph, by its number in the dump. */
  get ids(): IdList {
    return this.#ids
  }

  /** What stands in the graph, and the way out. */
  get standing(): string {
    const { nodes, relationships } = this.#standing
    const { nodes: all, relationships: joined } = this.#about
    const what = `${counted(nodes, 'node')} of ${grouped(all)} and ${counted(relationships, 'relationship')} of ${grouped(joined)}`
    const { wayOut, wayToEnd } = this.#options
    return `${what} stand in the graph; ${this.#standing.phase === 'tidying' ? wayToEnd : wayOut}`
  }

  /** What stands in the graph when nothing of the dump is missing. */
  get whole(): string {
    const { nodes, relationships } = this.#about
    return `all ${counted(nodes, 'node')} and ${counted(relationships, 'relationship')} stand in the graph`
  }

  /** How much of the dump has come. */
  get counts(): { readonly nodes: number; readonly relationships: number } {
    return { nodes: this.#nodes, relationships: this.#relationships }
  }

  /** Begins anew, or where an earlier load was broken off. */
  async begin(earlier: Marker | undefined): Promise<void> {
    if (this.#merges) return
    if (earlier === undefined) {
      await this.#db.write((tx) => writeMarker(tx.executor, this.#standing))
      return
    }
    this.#standing = earlier
    this.#options.onStanding?.(this.standing)
    this.#ids = await markedNodes(this.#db.executor, this.#options.signal)
  }

  /** Writes a batch, or passes over it where it is there already. */
  async write(batch: Batch): Promise<void> {
    const isNode = batch.kind === 'node'
    const before = isNode ? this.#nodes : this.#relationships
    const after = before + batch.rows.length
    const there = isNode ? this.#standing.nodes : this.#standing.relationships
    if (isNode) this.#nodes = after
    else this.#relationships = after
    if (after > there) await this.#write(batch, before)
    const total = isNode ? this.#about.nodes : this.#about.relationships
    this.#options.onProgress?.({ verb: 'loading', what: `${batch.kind}s`, done: after, total, counted: true })
  }

  /** Takes the marks away. */
  async finish(): Promise<void> {
    if (this.#merges) return
    const { end } = this.#ids
    await this.#stepping(async () => {
      this.#standing = { ...this.#standing, phase: 'tidying' }
      await this.#db.write((tx) => writeMarker(tx.executor, this.#standing))
      this.#options.onStanding?.(this.standing)
      for (let from = 0; from < end; from += tidied) {
        const ids = this.#ids.slice(from, from + tidied)
        const text = `UNWIND $ids AS i MATCH (n) WHERE id(n) = i REMOVE n.${markKey}`
        await this.#db.write((tx) => send(tx.executor, { text, params: { ids } }), this.#limits)
        this.#options.onProgress?.({
          verb: 'tidying',
          what: 'nodes',
          done: Math.min(from + tidied, end),
          total: end,
          counted: true,
        })
      }
      await this.#db.write((tx) => removeMarker(tx.executor))
    })
  }

  get #merges(): boolean {
    return this.#options.mergeBy !== undefined
  }

  get #limits(): { readonly signal?: Signal | undefined } {
    return { signal: this.#options.signal }
  }

  async #write(batch: Batch, from: number): Promise<void> {
    const { mergeBy } = this.#options
    const statements = new Statements(batch, {
      writing: this.#writing,
      from,
      idOf: (number) => this.#ids.at(number),
      mergeBy,
    }).all()
    const count = from + batch.rows.length
    const standing = { ...this.#standing, [batch.kind === 'node' ? 'nodes' : 'relationships']: count }
    const made = await this.#db.write(async (tx) => {
      const rows: Record<string, number>[] = []
      for (const statement of statements) rows.push(...(await this.#run(tx.executor, statement, batch.kind)))
      if (!this.#merges) await writeMarker(tx.executor, standing)
      return rows
    }, this.#limits)
    if (batch.kind === 'node') for (const { i, id } of made) this.#ids.set(i ?? 0, id ?? 0)
    this.#standing = standing
    this.#options.onStanding?.(this.standing)
  }

  async #run(
    executor: Database<SchemaShape>['executor'],
    { text, rows }: Statement,
    kind: Batch['kind'],
  ): Promise<Record<string, number>[]> {
    const columns = kind === 'node' ? ['i', 'id'] : ['count']
    const made = await send(executor, { text, params: { rows }, columns })
    const count = kind === 'node' ? made.length : (made[0]?.['count'] ?? 0)
    // To merge may be to find several that are equal.
    if (this.#merges ? count >= rows.length : count === rows.length) return made
    throw new GraphError('CONFLICT', 'nodes that were loaded are gone: others change the graph meanwhile', {
      fault: 'surroundings',
      outcome: 'rolled back',
    })
  }

  /** Does some work whose failure tells what stands. */
  async #stepping(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (cause) {
      throw this.stopped(cause)
    }
  }

  /** A failure with what stands by then. */
  stopped(cause: unknown): unknown {
    if (!(cause instanceof GraphError)) return cause
    const { code, fault, retryable, outcome, engine, engineCode, label, properties } = cause
    const details = { fault, retryable, outcome, engine, engineCode, label, properties, cause }
    return new GraphError(code, `${cause.message}; ${this.standing}`, details)
  }
}
