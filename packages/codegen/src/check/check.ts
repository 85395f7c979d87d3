import type { Executor } from '@motif/core'
import { diff } from '../catalog/diff.ts'
import type { Difference } from '../catalog/difference.ts'
import { settle } from '../config/settings.ts'
import { emit } from '../emit/emit.ts'
import type { RunOptions } from '../generate.ts'
import { introspect } from '../introspect/introspect.ts'
import { readSnapshot } from '../read-snapshot.ts'
import { type FileDifference, fileDifferences } from './file-difference.ts'

/** What a check found. */
export interface CheckReport {
  /** True when nothing differs. */
  readonly ok: boolean
  readonly mode: 'live' | 'offline'
  /** How the graph differs from the snapshot; none offline. */
  readonly differences: readonly Difference[]
  /** How the committed files differ from what the snapshot gives. */
  readonly files: readonly FileDifference[]
  readonly warnings: readonly string[]
}

/**
 * Compares committed files with the snapshot beside them and, given an executor, the snapshot with the live graph.
 * Writes nothing. A graph that is sampled differs only by what the sample met.
 *
 * @example
 * const { ok, differences } = await check(db.executor, { output: 'src/graph.schema.ts' })
 * const offline = await check(undefined, { output: 'src/graph.schema.ts' })
 * @throws GraphError USAGE when there is no snapshot; whatever reading the graph throws.
 */
export const check = async (executor: Executor | undefined, options: RunOptions = {}): Promise<CheckReport> => {
  const settings = settle(options, options.directory ?? process.cwd())
  const snapshot = readSnapshot(settings.snapshot)
  const { files: generated, warnings } = await emit(snapshot, settings)
  const files = fileDifferences(generated.filter((file) => file.path !== settings.snapshot))
  if (executor === undefined) return { ok: files.length === 0, mode: 'offline', differences: [], files, warnings }
  const { signal, onProgress } = options
  const live = await introspect(executor, { scan: settings.scan, enums: settings.enums, signal, onProgress })
  const differences = diff(snapshot, live, settings.shape)
  return { ok: files.length === 0 && differences.length === 0, mode: 'live', differences, files, warnings }
}
