import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import type { Config } from '../config/config.ts'
import { configSchema } from '../config/config-schema.ts'
import { loadModule } from '../load-module.ts'

export interface LoadedConfig {
  readonly config: Config
  /** What its paths are taken from: where the file is, or the working directory when there is none. */
  readonly directory: string
  /** Absent when no file was found, which is fine. */
  readonly path: string | undefined
}

const names = ['ts', 'mts', 'js', 'mjs'].map((ending) => `motif.config.${ending}`)

const find = (directory: string, wanted: string | undefined): string | undefined => {
  if (wanted === undefined) return names.map((name) => resolve(directory, name)).find((path) => existsSync(path))
  const path = resolve(directory, wanted)
  if (!existsSync(path)) throw new GraphError('USAGE', `there is no config at ${path}; \`motif init\` writes one`)
  return path
}

/**
 * Loads `motif.config.ts`, or the file that `--config` names, and checks it. Throws USAGE naming file, line and key.
 */
export const loadConfig = async (directory: string, wanted: string | undefined): Promise<LoadedConfig> => {
  const path = find(directory, wanted)
  if (path === undefined) return { config: {}, directory, path }
  const expected = { what: 'config', write: 'export default defineConfig({ … })', schema: configSchema }
  return { config: await loadModule(path, expected), directory: dirname(path), path }
}
