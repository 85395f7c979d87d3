import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { GraphError } from '@motif/core'
import { createJiti } from 'jiti'
import { type Config, defineConfig } from '../config/config.ts'
import { configIssues } from '../config/config-issues.ts'
import { configSchema } from '../config/config-schema.ts'

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

const evaluate = async (path: string): Promise<unknown> => {
  // The file may import `defineConfig` from a package that is installed elsewhere, or run from source: we hand it ours.
  const options = { virtualModules: { '@motif/codegen': { defineConfig } }, fsCache: false, moduleCache: false }
  const loaded = await createJiti(path, { ...options, interopDefault: false })
    .import<{ readonly default?: unknown }>(path)
    .catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new GraphError('USAGE', `${path} cannot be loaded: ${message}`, { cause })
    })
  if (loaded.default !== undefined) return loaded.default
  throw new GraphError('USAGE', `${path} exports no config: write \`export default defineConfig({ … })\``)
}

/**
 * Loads `motif.config.ts`, or the file that `--config` names, and checks it. Throws USAGE naming file, line and key.
 */
export const loadConfig = async (directory: string, wanted: string | undefined): Promise<LoadedConfig> => {
  const path = find(directory, wanted)
  if (path === undefined) return { config: {}, directory, path }
  const result = configSchema.safeParse(await evaluate(path))
  if (result.success) return { config: result.data, directory: dirname(path), path }
  const issues = configIssues(result.error, readFileSync(path, 'utf8'))
  throw new GraphError('USAGE', [`${path} is not right:`, ...issues.map((issue) => `  ${issue}`)].join('\n'))
}
