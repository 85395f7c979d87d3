import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { GraphError } from '@motif/core'
import type { MigrateConfig } from '../config/config.ts'
import { loadModule } from '../load-module.ts'
import { type Migrator, migrator } from '../migrate/migrator.ts'
import type { WantedGraph } from '../migrate/wanted.ts'
import { wantedSchema } from '../migrate/wanted-schema.ts'
import { type GraphFlags, planOf, urlOf } from './options.ts'
import type { Terminal } from './terminal.ts'
import { withGraph } from './with-graph.ts'

/** What every `motif migrate …` takes beside the graph's own. */
export interface MigrateFlags extends GraphFlags {
  readonly batch?: number
  readonly skipUnsupported?: boolean
}

const wantedOf = async ({ schema }: MigrateConfig, directory: string): Promise<WantedGraph | undefined> => {
  if (typeof schema === 'object') return schema
  const path = resolve(directory, schema ?? 'graph.wanted.ts')
  if (existsSync(path)) {
    const write = 'export default defineGraph({ … })'
    return loadModule(path, { what: 'wanted schema', write, schema: wantedSchema })
  }
  if (schema === undefined) return undefined
  throw new GraphError('USAGE', `there is no wanted schema at ${path}`)
}

/** Opens the graph for work with its migrations, with a progress line, and closes it. */
export const withMigrator = async <T>(
  terminal: Terminal,
  flags: MigrateFlags,
  work: (migrations: Migrator) => Promise<T>,
): Promise<T> => {
  const plan = await planOf(flags, terminal)
  const { directory = terminal.directory, migrate = {} } = plan.options
  const schema = await wantedOf(migrate, directory)
  return withGraph(terminal, urlOf(plan), flags.json === true, (_, show, { db }) => {
    const migrations = migrator(db, {
      directory: resolve(directory, migrate.directory ?? 'migrations'),
      schema,
      batch: flags.batch ?? migrate.batch,
      unsupported: flags.skipUnsupported === true ? 'skip' : migrate.unsupported,
      signal: terminal.signal,
      onReading: show,
      onProgress: ({ migration, step, steps, what, done, total }) => {
        terminal.standing.text = `${migration} stands before the end of step ${step} of ${steps}; the same command goes on from there`
        show({ verb: `${migration} ${step}/${steps}:`, what, done, total, counted: true })
      },
    })
    return work(migrations)
  })
}
