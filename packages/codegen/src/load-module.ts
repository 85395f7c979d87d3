import { readFileSync } from 'node:fs'
import { GraphError } from '@motif/core'
import { createJiti } from 'jiti'
import type * as z from 'zod'
import { defineConfig } from './config/config.ts'
import { configIssues } from './config/config-issues.ts'
import { defineMigration } from './migrate/step.ts'
import { defineGraph } from './migrate/wanted.ts'

/** What a file of the user's should export. */
export interface Expected<T> {
  /** In a word: `config`. */
  readonly what: string
  /** How it is written: `export default defineConfig({ … })`. */
  readonly write: string
  readonly schema: z.ZodType<T>
}

const evaluate = async (path: string, { what, write }: Expected<unknown>): Promise<unknown> => {
  // The file may import these from a package that is installed elsewhere, or run from source: we hand it ours.
  const ours = { defineConfig, defineGraph, defineMigration }
  const options = { virtualModules: { '@motif/codegen': ours }, fsCache: false, moduleCache: false }
  const loaded = await createJiti(path, { ...options, interopDefault: false })
    .import<{ readonly default?: unknown }>(path)
    .catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      throw new GraphError('USAGE', `${path} cannot be loaded: ${message}`, { cause })
    })
  if (loaded.default !== undefined) return loaded.default
  throw new GraphError('USAGE', `${path} exports no ${what}: write \`${write}\``)
}

/** Loads the default export of a file in TypeScript or JavaScript, and checks it. Throws USAGE naming file, line and key. */
export const loadModule = async <T>(path: string, expected: Expected<T>): Promise<T> => {
  const result = expected.schema.safeParse(await evaluate(path, expected))
  if (result.success) return result.data
  const issues = configIssues(result.error, readFileSync(path, 'utf8'))
  throw new GraphError('USAGE', [`${path} is not right:`, ...issues.map((issue) => `  ${issue}`)].join('\n'))
}
