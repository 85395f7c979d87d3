import { GraphError } from '@motif/core'

/** What is used of the engine's library. Stated here, so that nobody's types need the optional peer. */
export interface NativeResult {
  readonly columns: readonly string[]
  readonly length: number
  readonly profile: unknown
  readonly counters: {
    readonly nodesCreated: number
    readonly nodesDeleted: number
    readonly edgesCreated: number
    readonly edgesDeleted: number
    readonly propertiesSet: number
    readonly labelsAdded: number
    readonly labelsRemoved: number
  }
  get(index: number): Record<string, unknown>
  toArrowIPC(): Buffer
}

export interface NativeTransaction {
  executeCypher(text: string, params?: Readonly<Record<string, unknown>>): Promise<NativeResult>
  /** GQL, which has the savepoints that Cypher lacks. */
  execute(text: string): Promise<NativeResult>
  commit(): void
  rollback(): void
}

export interface NativeDatabase {
  executeCypher(text: string, params?: Readonly<Record<string, unknown>>): Promise<NativeResult>
  beginTransaction(isolation?: string): NativeTransaction
  walCheckpoint(): void
  version(): string
  close(): void
}

export interface NativeLibrary {
  readonly GrafeoDB: {
    create(path?: string): NativeDatabase
    open(path: string): NativeDatabase
    openReadOnly(path: string): NativeDatabase
  }
}

/** Loads the library on first use. Throws a GraphError USAGE when it is not installed. */
export const loadNative = async (): Promise<NativeLibrary> => {
  try {
    const { default: library } = await import('@grafeo-db/js')
    return library
  } catch (cause) {
    throw new GraphError('USAGE', 'the embedded engine is not installed, or not for this machine: add @grafeo-db/js', {
      engine: 'grafeo',
      outcome: 'not sent',
      cause,
    })
  }
}
