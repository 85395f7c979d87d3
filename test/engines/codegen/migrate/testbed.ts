import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Migrator, migrator, type MigratorOptions } from '@motif/codegen'
import { GraphError, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { afterEach, beforeEach, expect } from 'vitest'
import { emptyGraph } from '../../empty-graph.ts'
import { type EngineName, engines } from '../../engines.ts'
import { has } from '../../lacks.ts'

/** Enough for several batches of the usual size. */
export const many = 12_000

/** Engines whose graphs can be migrated. */
export const migrated: readonly EngineName[] = engines.filter((engine) => has(engine, 'introspection'))

/** An empty graph and an empty folder of migrations for each case. */
export interface Testbed {
  readonly db: Database<SchemaShape>
  readonly directory: string
  readonly migrations: (options?: Partial<MigratorOptions>) => Migrator
  /** Writes a migration; `body` is what stands in `defineMigration({ … })`. */
  readonly write: (id: string, body: string) => void
  readonly run: <Row>(text: string) => Promise<readonly Row[]>
  /** How many a pattern matches. */
  readonly count: (pattern: string) => Promise<number>
  /** What the graph holds, to be compared. */
  readonly everything: () => Promise<unknown>
}

/** Makes it before each case of the suite that calls this. */
export const testbed = (engine: EngineName): Testbed => {
  let db: Database<SchemaShape>
  let directory: string
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'motif-migrate-'))
    db = await emptyGraph(engine)
  })
  afterEach(async () => {
    await db.close()
    rmSync(directory, { recursive: true })
  })
  const run = <Row>(text: string): Promise<readonly Row[]> => db.cypher.as<Row>(text).run() as Promise<Row[]>
  return {
    get db() {
      return db
    },
    get directory() {
      return directory
    },
    run,
    migrations: (options) => migrator(db, { directory, ...options }),
    write: (id, body) => {
      const text = `import { defineMigration } from '@motif/codegen'\n\nexport default defineMigration({\n${body}\n})\n`
      writeFileSync(join(directory, `${id}.ts`), text)
    },
    count: async (pattern) => {
      const [row] = await run<{ c: number }>(`MATCH ${pattern} RETURN count(*) AS c`)
      return row?.c ?? 0
    },
    everything: async () => ({
      nodes: await run('MATCH (n) RETURN labels(n) AS labels, keys(n) AS keys, count(*) AS count ORDER BY count, keys'),
      relationships: await run('MATCH ()-[r]->() RETURN type(r) AS type, keys(r) AS keys, count(*) AS count'),
      constraints: await run('SHOW CONSTRAINTS'),
      indexes: (await run<{ name: string; type: string }>('SHOW INDEXES'))
        .filter(({ type }) => type !== 'LOOKUP')
        .map(({ name }) => name),
    }),
  }
}

/** The error that some work has to end with. */
export const failure = async (work: Promise<unknown>): Promise<GraphError> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(GraphError)
  return error as GraphError
}
