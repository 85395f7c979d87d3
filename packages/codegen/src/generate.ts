import type { Executor, Signal } from '@motif/core'
import type { Catalog } from './catalog/catalog.ts'
import type { Config } from './config/config.ts'
import { type Settings, settle } from './config/settings.ts'
import { type Emitted, emit } from './emit/emit.ts'
import { introspect, type Progress } from './introspect/introspect.ts'

/** Options of `generate` and `check`: those of `motif.config.ts`, and how the call goes about it. */
export interface RunOptions extends Config {
  /** What relative paths are taken from. @defaultValue the working directory */
  readonly directory?: string | undefined
  readonly signal?: Signal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface Generated extends Emitted {
  readonly catalog: Catalog
}

/** Introspects a graph as a config wants it. */
export const readCatalog = (
  executor: Executor,
  { scan, enums, samples }: Settings,
  { signal, onProgress }: Pick<RunOptions, 'signal' | 'onProgress'>,
): Promise<Catalog> => introspect(executor, { scan, enums, samples, signal, onProgress })

/**
 * Introspects a graph and gives the files that `motif generate` would write; `writeFiles` writes them.
 *
 * @example
 * const { files } = await generate(db.executor, { output: 'src/graph.schema.ts', scan: { sample: 1_000 } })
 * writeFiles(files)
 * @throws GraphError whatever reading the graph throws; USAGE for an override that is no type.
 */
export const generate = async (executor: Executor, options: RunOptions = {}): Promise<Generated> => {
  const settings = settle(options, options.directory ?? process.cwd())
  const catalog = await readCatalog(executor, settings, options)
  return { catalog, ...(await emit(catalog, settings)) }
}
