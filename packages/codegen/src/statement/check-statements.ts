import { type Dialect, type Executor, neo4j } from '@motif/core'
import type { GeneratedFile } from '../emit/emit.ts'
import type { RunOptions } from '../generate.ts'
import type { StatementFault } from './fault.ts'
import { readCache } from './cache.ts'
import { dialectNamed } from './dialect-named.ts'
import { fingerprint } from './fingerprint.ts'
import { loadDescriptor } from './load-descriptor.ts'
import { settleStatements } from './settings.ts'

/** What was found in a program's Cypher. */
export interface StatementsReport {
  /** True when nothing speaks against any text, and the graph was asked about all that can be asked about. */
  readonly ok: boolean
  readonly mode: 'live' | 'offline'
  /** The dialects that the texts were compiled for. */
  readonly dialects: readonly string[]
  /** How many files were searched, and what was found in them. */
  readonly searched: number
  readonly statements: number
  readonly chains: number
  readonly faults: readonly StatementFault[]
  /** Texts that no graph was asked about: offline, those that the cache does not know. */
  readonly unasked: number
  /** Chains of which only the running program knows the whole: their texts are read one by one, and no graph is asked. */
  readonly partial: number
  /** Statements whose types were written. */
  readonly written: number
  /** The types and the cache, to be written or to be compared with what is committed. */
  readonly files: readonly GeneratedFile[]
  readonly warnings: readonly string[]
}

/** The dialects to check in where no graph is at hand: those it was asked in before. */
const offlineDialects = (names: readonly string[]): readonly Dialect[] => {
  const known = names.map(dialectNamed).filter((dialect) => dialect !== undefined)
  return known.length === 0 ? [neo4j] : known
}

/**
 * Finds the Cypher in a program's sources and checks it: against Motif's grammar, by the program's own types, and by
 * asking the graph for a plan, which runs nothing. Without an executor, what the graph said earlier is taken from the
 * cache. Gives the types of whole statements, to be read in place of inferring them; writes nothing.
 *
 * @example
 * const { ok, faults, files } = await checkStatements(db.executor, { statements: { include: ['src/**\/*.ts'] } })
 * if (ok) writeFiles(files)
 * @throws GraphError USAGE for a config or a cache that is not right; whatever reaching the graph throws.
 */
export const checkStatements = async (
  executor: Executor | undefined,
  options: RunOptions = {},
): Promise<StatementsReport> => {
  const settings = settleStatements(options, options.directory ?? process.cwd())
  // ts-morph holds a whole compiler: it is loaded when sources are read, not with every command.
  const { StatementsRun } = await import('./statements-run.ts')
  const cache = readCache(settings.cache)
  const schema = fingerprint(settings.schema)
  const run = new StatementsRun({
    settings,
    executor,
    dialects: executor === undefined ? offlineDialects(Object.keys(cache?.asked ?? {})) : [executor.dialect],
    descriptor: await loadDescriptor(settings.schema),
    fingerprint: schema,
    asked: cache?.schema === schema ? cache.asked : {},
    signal: options.signal,
    onProgress: options.onProgress,
  })
  return run.report()
}
