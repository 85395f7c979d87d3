/** A model as data-driven cases use it: what the types say of its calls is tried elsewhere. */
export interface LooseModel {
  get(key: unknown, options?: unknown): Promise<unknown>
  getOrThrow(key: unknown, options?: unknown): Promise<unknown>
  getMany(keys: readonly unknown[], options?: unknown): Promise<unknown[]>
  find(options?: unknown): Promise<Record<string, unknown>[]>
  findFirst(options?: unknown): Promise<unknown>
  findOrThrow(options?: unknown): Promise<unknown>
  count(options?: unknown): Promise<number>
  exists(options?: unknown): Promise<boolean>
  aggregate(options: unknown): Promise<unknown[]>
  page(options: unknown): Promise<LoosePage>
  stream(options?: unknown): AsyncIterable<unknown>
}

export interface LoosePage {
  readonly rows: readonly Record<string, unknown>[]
  readonly after: string | null
  readonly before: string | null
}

/** The models of a graph, whatever its types say. */
export const looseModel = (graph: object, ...labels: readonly string[]): LooseModel =>
  (graph as { model(...labels: readonly string[]): LooseModel }).model(...labels) // models() gave it this door
