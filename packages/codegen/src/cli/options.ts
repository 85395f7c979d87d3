import { join } from 'node:path'
import { GraphError } from '@motif/core'
import type { Command } from 'commander'
import type { RunOptions } from '../generate.ts'
import { loadConfig } from './load-config.ts'
import type { Terminal } from './terminal.ts'

/** What every command on a graph takes. */
export interface GraphFlags {
  readonly url?: string
  readonly config?: string
  readonly json?: boolean
}

/** What a command that introspects a graph takes beside that. */
export interface ScanFlags extends GraphFlags {
  readonly sample?: number
  readonly full?: boolean
}

/** Reads the number that an option takes: `--sample 1_000`. Throws USAGE naming the option. */
export const wholeNumber =
  (option: string) =>
  (text: string): number => {
    const value = Number(text.replaceAll(/[_,]/g, ''))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new GraphError('USAGE', `${option} takes a whole number above 0, not '${text}'`)
    return value
  }

/** Reads the seconds that an option takes: `--interval 0.5`. Throws USAGE naming the option. */
export const seconds =
  (option: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !(value > 0 && value <= 86_400))
      throw new GraphError('USAGE', `${option} takes seconds above 0, up to a day, not '${text}'`)
    return value
  }

/** Declares `--url`, `--config` and `--json`. */
export const withGraphFlags = (command: Command): Command =>
  command
    .option('--url <url>', 'the graph: grafeo:./air.db, neo4j://localhost … (else GRAPH_URL, else the config)')
    .option('--config <file>', 'the config to use (else motif.config.ts here, if there is one)')
    .option('--json', 'print one JSON object for programs')

/** Declares these, `--sample` and `--full`. */
export const withScanFlags = (command: Command): Command =>
  withGraphFlags(command)
    .option(
      '--sample <count>',
      'read about so many nodes of each label and relationships of each type',
      wholeNumber('--sample'),
    )
    .option('--full', 'read everything, whatever the config says')

export interface RunPlan {
  /** The graph's URL, unless nothing names one. */
  readonly url: string | undefined
  readonly options: RunOptions
  /** The config's file, if there is one. */
  readonly config: string | undefined
}

/** A file in the config's URL is taken from where the config is, as its other paths are. */
const from = (directory: string, url: string | undefined): string | undefined => {
  const [, scheme, path] = /^([a-z][a-z0-9+.-]*:)([^/:].*)$/.exec(url ?? '') ?? []
  return scheme === undefined || path === undefined ? url : `${scheme}${join(directory, path)}`
}

/** Joins flags, environment and config; the flags win. */
export const planOf = async (flags: ScanFlags, terminal: Terminal): Promise<RunPlan> => {
  if (flags.full === true && flags.sample !== undefined)
    throw new GraphError('USAGE', '--full and --sample exclude each other')
  const { config, directory, path } = await loadConfig(terminal.directory, flags.config)
  const scan = flags.full === true ? 'full' : flags.sample === undefined ? config.scan : { sample: flags.sample }
  return {
    url: flags.url ?? (terminal.environment['GRAPH_URL'] || from(directory, config.url)),
    options: { ...config, scan, directory, signal: terminal.signal },
    config: path,
  }
}

/** The URL of a plan that needs one. */
export const urlOf = ({ url }: RunPlan): string => {
  if (url !== undefined) return url
  throw new GraphError('USAGE', 'no graph is named: pass --url, set GRAPH_URL, or put `url` in motif.config.ts')
}
