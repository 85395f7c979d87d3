import { type Batch, mostRows, type Row, type Shape } from './batch.ts'

/** Where a batch ends before it has its rows: about so many bytes of texts, bytes and lists. */
const mostBytes = 4 * 2 ** 20

const weightOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (value instanceof Uint8Array) return value.byteLength
  return Array.isArray(value) ? value.reduce((sum: number, each) => sum + weightOf(each), 8) : 8
}

/** One node or relationship that is put into a batch. */
export interface Given extends Shape {
  readonly ends?: Row['ends']
  readonly number?: Row['number']
  readonly values: readonly unknown[]
}

/** Gathers rows into batches. */
export class BatchBuilder {
  readonly #kind: Batch['kind']
  #shapes: Shape[] = []
  #places = new Map<string, number>()
  #rows: Row[] = []
  #weight = 0

  constructor(kind: Batch['kind']) {
    this.#kind = kind
  }

  get isFull(): boolean {
    return this.#rows.length >= mostRows || this.#weight >= mostBytes
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  add({ labels, keys, ...row }: Given): void {
    const name = JSON.stringify([labels, keys])
    let shape = this.#places.get(name)
    if (shape === undefined) {
      shape = this.#shapes.push({ labels, keys }) - 1
      this.#places.set(name, shape)
    }
    this.#rows.push({ shape, ...row })
    for (const value of row.values) this.#weight += weightOf(value)
  }

  /** What was gathered, and begins anew. */
  take(): Batch {
    const batch: Batch = { kind: this.#kind, shapes: this.#shapes, rows: this.#rows }
    this.#shapes = []
    this.#places = new Map()
    this.#rows = []
    this.#weight = 0
    return batch
  }
}
