import { GraphError } from '@motif/core'
import type { Database } from '@motif/driver'
import { Changes } from './changes.ts'

/** A graph of which nothing is known. */
export interface AnyGraph {
  nodes: {}
  relationships: {}
}

/** Writes with ids of their own, and reads, one after the other by many workers; and what became of each. */
export class Workload {
  /** The server that acknowledged a write, by its id. */
  readonly acknowledged: Map<number, string> = new Map()
  /** Writes of which nobody knows whether they were committed. */
  readonly unknown: Set<number> = new Set()
  /** Writes that are said not to have been committed, and why. */
  readonly refused: Map<number, string> = new Map()
  readonly failedReads: unknown[] = []
  reads = 0
  readonly #db: Database<AnyGraph>
  readonly #workers: Promise<void>[] = []
  readonly #changes: Changes = new Changes()
  #next = 0
  #stopped = false

  constructor(db: Database<AnyGraph>) {
    this.#db = db
  }

  start(writers: number, readers: number): void {
    for (let each = 0; each < writers; each++) this.#workers.push(this.#repeat(() => this.#write(this.#next++)))
    for (let each = 0; each < readers; each++) this.#workers.push(this.#repeat(() => this.#read()))
  }

  /** Lets everybody finish what they do. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#workers)
  }

  /** Waits until this server acknowledged so many writes more. */
  acknowledgedBy(address: string, count: number): Promise<void> {
    const before = this.#countOf(address)
    return this.#changes.until(() => this.#countOf(address) >= before + count)
  }

  #countOf(address: string): number {
    let count = 0
    for (const each of this.acknowledged.values()) if (each === address) count++
    return count
  }

  async #repeat(work: () => Promise<void>): Promise<void> {
    while (!this.#stopped) await work()
  }

  async #write(id: number): Promise<void> {
    try {
      const address = await this.#db.write(async (tx) => {
        const { server } = await tx.cypher.as<never, { id: number }>('CREATE (:Written {id: $id})').execute({ id })
        return server?.address ?? 'a server that does not say which'
      })
      this.acknowledged.set(id, address)
      this.#changes.happened()
    } catch (error) {
      if (!(error instanceof GraphError) || error.outcome === undefined) throw error
      if (error.outcome === 'unknown') this.unknown.add(id)
      else this.refused.set(id, `${error.outcome}: ${error.message}`)
    }
  }

  async #read(): Promise<void> {
    try {
      await this.#db.read((tx) => tx.cypher.as<{ one: number }, {}>('RETURN 1 AS one').one())
      this.reads++
    } catch (error) {
      this.failedReads.push(error)
    }
  }
}
