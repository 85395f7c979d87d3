import { join } from 'node:path'
import { GraphError, type SchemaShape } from '@motif/core'
import type { Database } from '@motif/driver'
import { ours } from '../catalog/ours.ts'
import { configIssues } from '../config/config-issues.ts'
import { introspect, type Progress } from '../introspect/introspect.ts'
import { writeFiles } from '../write-files.ts'
import { bootstrap } from './bootstrap.ts'
import { type DryMigration, dryRun } from './dry-run.ts'
import type { SchemaEngine } from './engine/schema-engine.ts'
import { schemaEngineOf } from './engine/schema-engine-of.ts'
import { fileText } from './file-text.ts'
import type { AnyGraph } from './graph-handle.ts'
import { readHistory } from './history.ts'
import { Lock, type LockHolder, lockHolder } from './lock.ts'
import { migrationFiles, numberOfId } from './migration-files.ts'
import { type MigrateProgress, MigrationRun } from './migration-run.ts'
import { type DownTarget, type MigrationStatus, pendingOf, revertibleOf, statusOf } from './migration-status.ts'
import { mustBeNamed, mustBeSupported, type Pass, passOf } from './pass.ts'
import { planOf } from './plan.ts'
import type { Plan } from './planned.ts'
import type { WantedGraph } from './wanted.ts'
import { wantedSchema } from './wanted-schema.ts'

export interface MigratorOptions {
  /** The folder of the migrations. */
  readonly directory: string
  /** The graph as it should be; `plan` and `create` need it. */
  readonly schema?: WantedGraph | undefined
  /** Nodes or relationships that a step changes in one transaction unless it says. @defaultValue 5_000 */
  readonly batch?: number | undefined
  /** What becomes of constraints and indexes that the engine lacks. @defaultValue `'refuse'` */
  readonly unsupported?: 'refuse' | 'skip' | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: MigrateProgress) => void) | undefined
  /** How far `plan` has read the graph. */
  readonly onReading?: ((progress: Progress) => void) | undefined
}

/** Options of `up` and `down`. */
export interface RunMigrationsOptions {
  /** Names of what may be lost: `User.legacy`, an index, a constraint, a label. */
  readonly allowDestructive?: readonly string[] | undefined
  /** Takes over a lock that its holder has not renewed in time. */
  readonly takeLock?: boolean | undefined
  /** Says what would be sent, and changes nothing. */
  readonly dryRun?: boolean | undefined
}

export interface UpOptions extends RunMigrationsOptions {
  /** The last migration to run, by number or name. */
  readonly to?: string | undefined
  /** Runs one whose number is lower than that of one already applied. */
  readonly outOfOrder?: boolean | undefined
}

export interface DownOptions extends RunMigrationsOptions, DownTarget {}

/** What a run did, or would do. */
export interface MigrationsRun {
  readonly dryRun: boolean
  /** Names of what was run, in this order. */
  readonly migrations: readonly string[]
  /** Constraints and indexes that were left out since the engine lacks them. */
  readonly skipped: readonly string[]
  /** For a dry run: every step with its Cypher. */
  readonly steps: readonly DryMigration[]
}

export interface MigrationsStatus {
  /** True when every migration is applied as its file says. */
  readonly ok: boolean
  readonly migrations: readonly MigrationStatus[]
  readonly lock: LockHolder | undefined
}

/** A batch of none would take each step for done. */
const mustCount = (name: string, value: number | undefined): void => {
  if (value === undefined || (Number.isSafeInteger(value) && value > 0)) return
  throw new GraphError('USAGE', `${name} is a whole number above 0, not ${value}`, { outcome: 'not sent' })
}

/** A schema from a program was not checked when it was loaded. */
const mustBeRight = (schema: WantedGraph): void => {
  const result = wantedSchema.safeParse(schema)
  if (result.success) return
  const faults = configIssues(result.error, '').map((issue) => `  ${issue}`)
  throw new GraphError('USAGE', ['the wanted schema is not right:', ...faults].join('\n'), { outcome: 'not sent' })
}

type Choice = (all: readonly MigrationStatus[]) => readonly MigrationStatus[]

/** Plans, writes and runs migrations of one graph; made by `migrator`. */
export class Migrator {
  readonly #db: AnyGraph
  readonly #options: MigratorOptions

  constructor(db: AnyGraph, options: MigratorOptions) {
    this.#db = db
    this.#options = options
    mustCount('batch', options.batch)
  }

  /** The difference between the wanted schema and the graph. It only reads, the whole graph. */
  async plan(): Promise<Plan> {
    const { schema, signal, onReading } = this.#options
    if (schema === undefined) {
      throw new GraphError('USAGE', 'no schema is wanted: name one, `migrate: { schema: … }` in motif.config.ts')
    }
    mustBeRight(schema)
    const engine = await this.#engine()
    const catalog = await introspect(this.#db.executor, { signal, onProgress: onReading })
    const indexes = (await engine.indexes()).filter(({ targets }) => !targets.some((target) => ours.has(target)))
    return planOf(schema, { catalog, indexes }, engine)
  }

  /**
   * Writes the next migration from the plan, or an empty one to be filled by hand; returns its path.
   *
   * @throws GraphError USAGE when another is not applied yet, since the plan would hold what it does; when nothing differs.
   */
  async create(
    name: string,
    options: { readonly empty?: boolean | undefined; readonly allowDestructive?: readonly string[] | undefined } = {},
  ): Promise<{ readonly path: string; readonly plan: Plan | undefined }> {
    const slug = name.replaceAll(/[^\p{L}\p{Nd}]+/gu, '-').replaceAll(/^-|-$/g, '')
    if (slug === '') throw new GraphError('USAGE', `a migration's name has letters or digits, not '${name}'`)
    const files = migrationFiles(this.#options.directory)
    const plan = options.empty === true ? undefined : await this.#planForFile()
    const last = Number(numberOfId(files.at(-1)?.id ?? '0'))
    const path = join(this.#options.directory, `${String(last + 1).padStart(4, '0')}-${slug}.ts`)
    const text = fileText(plan ?? { steps: [], findings: [] }, new Set(options.allowDestructive))
    writeFiles([{ path, text }])
    return { path, plan }
  }

  /**
   * Runs the migrations that are not applied yet. What was broken off goes on where it stopped.
   *
   * @throws GraphError USAGE for a file that was changed after it was applied and for a loss that nobody named, before
   * anything is changed; CONFLICT when another run holds the lock; the code of what failed, naming the step.
   */
  up(options: UpOptions = {}): Promise<MigrationsRun> {
    return this.#go('up', (all) => pendingOf(all, options), options)
  }

  /** Takes back the newest migration, or as many as are named, by the steps of their `down`. Throws as `up` does. */
  async down(options: DownOptions = {}): Promise<MigrationsRun> {
    mustCount('steps', options.steps)
    return this.#go('down', (all) => revertibleOf(all, options), options)
  }

  /** How every migration stands, and who is running them. */
  async status(): Promise<MigrationsStatus> {
    const migrations = await this.#status()
    const lock = await lockHolder(this.#db)
    return { ok: migrations.every(({ state }) => state === 'applied'), migrations, lock }
  }

  async #go(direction: 'up' | 'down', choice: Choice, options: RunMigrationsOptions): Promise<MigrationsRun> {
    const engine = await this.#engine()
    const passes = await this.#prepare(direction, choice, options, engine)
    const { batch = 5_000 } = this.#options
    if (options.dryRun === true) {
      const steps: DryMigration[] = []
      for (const pass of passes) steps.push(await dryRun(pass, { db: this.#db, engine, batch }))
      return { dryRun: true, migrations: passes.map(({ id }) => id), skipped: [], steps }
    }
    if (passes.length === 0) return { dryRun: false, migrations: [], skipped: [], steps: [] }
    await bootstrap(this.#db, engine)
    const lock = await Lock.take(this.#db, options.takeLock === true)
    try {
      // Another may have run them between the first look and the lock.
      const ran = await this.#run(await this.#prepare(direction, choice, options, engine), engine, lock)
      await lock.release()
      return ran
    } catch (error) {
      await lock.release().catch(() => {}) // what failed first is told
      throw error
    }
  }

  async #run(passes: readonly Pass[], engine: SchemaEngine, lock: Lock): Promise<MigrationsRun> {
    const { batch = 5_000, signal, onProgress = () => {} } = this.#options
    const tools = { db: this.#db, engine, lock, batch, signal, onProgress }
    const skipped: string[] = []
    for (const { steps, from, checksum } of passes) {
      skipped.push(...(await new MigrationRun(tools, steps, from).finish(checksum)))
    }
    return { dryRun: false, migrations: passes.map(({ id }) => id), skipped, steps: [] }
  }

  /** Everything that can be refused is refused here, before anything is changed. */
  async #prepare(
    direction: 'up' | 'down',
    choice: Choice,
    { allowDestructive = [], dryRun: dry = false }: RunMigrationsOptions,
    engine: SchemaEngine,
  ): Promise<readonly Pass[]> {
    const passes: Pass[] = []
    for (const each of choice(await this.#status())) passes.push(await passOf(each, direction))
    if (dry) return passes
    mustBeNamed(passes, new Set(allowDestructive))
    if (this.#options.unsupported !== 'skip') mustBeSupported(passes, engine)
    return passes
  }

  async #planForFile(): Promise<Plan> {
    const open = (await this.#status()).filter(({ state }) => state !== 'applied')
    if (open.length > 0) {
      const names = open.map(({ id, state }) => `${id} (${state})`).join(', ')
      throw new GraphError('USAGE', `${names}: run \`motif migrate up\` first, or the plan would hold it a second time`)
    }
    const plan = await this.plan()
    if (plan.steps.length > 0) return plan
    throw new GraphError('USAGE', 'no step is left to plan; `--empty` writes a migration to be filled by hand')
  }

  #engine(): Promise<SchemaEngine> {
    return schemaEngineOf(this.#db.executor)
  }

  async #status(): Promise<readonly MigrationStatus[]> {
    return statusOf(migrationFiles(this.#options.directory), await readHistory(this.#db))
  }
}

/**
 * Migrations of a graph, as `motif migrate` runs them: planned from a wanted schema, kept as files, noted in the graph.
 *
 * @example
 * const migrations = migrator(db, { directory: 'migrations', schema })
 * if (!(await migrations.plan()).ok) await migrations.create('users')
 * await migrations.up()   // MATCH (n:Person) WITH n LIMIT $batch SET n:User REMOVE n:Person RETURN count(*) AS done …
 */
export const migrator = <S extends SchemaShape>(db: Database<S>, options: MigratorOptions): Migrator =>
  // What migrations send is not typed by the schema that the handle was given.
  new Migrator(db as unknown as AnyGraph, options)
