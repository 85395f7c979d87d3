import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { settle } from '../config/settings.ts'

/** Where statements are looked for and what is written of them, every path absolute. */
export interface StatementSettings {
  readonly directory: string
  readonly include: readonly string[]
  readonly tsconfig: string | undefined
  /** The types. */
  readonly output: string
  /** What the graph said. */
  readonly cache: string
  /** The generated schema. */
  readonly schema: string
}

/** Fills in what a config leaves out. */
export const settleStatements = (config: Config, directory: string): StatementSettings => {
  const { include = ['src/**/*.ts', 'src/**/*.tsx'], tsconfig, output } = config.statements ?? {}
  const { output: schema } = settle(config, directory)
  const types = output === undefined ? join(dirname(schema), 'graph.statements.ts') : resolve(directory, output)
  return { directory, include, tsconfig, output: types, cache: types.replace(/(?:\.[mc]?ts)?$/u, '.json'), schema }
}
