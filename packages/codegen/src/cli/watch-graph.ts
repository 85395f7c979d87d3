import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Catalog } from '../catalog/catalog.ts'
import { diff } from '../catalog/diff.ts'
import type { Difference } from '../catalog/difference.ts'
import { type Settings, settle } from '../config/settings.ts'
import { readCatalog } from '../generate.ts'
import { planOf, type RunPlan, type ScanFlags, urlOf } from './options.ts'
import type { Terminal } from './terminal.ts'
import { withGraph } from './with-graph.ts'

/** What was generated from before. */
interface Known {
  readonly plan: RunPlan
  readonly catalog: Catalog
}

/** What is generated from now, and what has changed. */
export interface Changed {
  readonly catalog: Catalog
  readonly settings: Settings
  readonly differences: readonly Difference[]
}

const textOf = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : readFileSync(path, 'utf8')

const waited = async (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  pause(milliseconds, true, { signal }).catch(() => false)

/**
 * Looks at a graph and its config every so often, until Ctrl-C, and hands over what has changed: whatever `motif check`
 * would call a difference, or the text of the config. A look that fails is told and tried again, since a graph is away
 * now and then and a config is half written.
 */
export const watchGraph = async (
  flags: ScanFlags & { readonly interval: number },
  terminal: Terminal,
  first: Known,
  onChange: (changed: Changed) => Promise<void>,
): Promise<void> => {
  let { catalog: known, plan } = first
  let config = textOf(plan.config)
  let complaint = ''
  const look = async (): Promise<void> => {
    plan = await planOf(flags, terminal)
    const now = textOf(plan.config)
    const { directory = terminal.directory, signal } = plan.options
    const settings = settle(plan.options, directory)
    const catalog = await withGraph(terminal, urlOf(plan), true, (executor) =>
      readCatalog(executor, settings, { signal }),
    )
    const differences = diff(known, catalog, settings.shape)
    if (differences.length > 0 || now !== config) await onChange({ catalog, settings, differences })
    known = catalog
    config = now
    complaint = ''
  }
  while (await waited(flags.interval * 1_000, terminal.signal)) {
    await look().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== complaint && !terminal.signal.aborted) terminal.errors.write(`motif: ${message}\n`)
      complaint = message
    })
  }
}
