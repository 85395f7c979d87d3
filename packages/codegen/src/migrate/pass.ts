import { GraphError } from '@motif/core'
import { type ConstraintDefinition, constraintText, type IndexDefinition, indexText } from './definition.ts'
import { type Loss, lossOf } from './destructive.ts'
import { isConstraint, type SchemaEngine } from './engine/schema-engine.ts'
import type { MigrationRecord } from './history.ts'
import { loadMigration, stepSum } from './migration-files.ts'
import type { MigrationStatus } from './migration-status.ts'
import type { Migration, Step } from './step.ts'
import { stepText } from './step-text.ts'
import { workOf } from './work.ts'

/** One migration that is to be run in one direction: its steps, and where it begins. */
export interface Pass {
  readonly id: string
  readonly checksum: string
  readonly steps: readonly Step[]
  /** What a step loses, by its place; undefined where nothing is lost. */
  readonly losses: readonly (Loss | undefined)[]
  readonly from: MigrationRecord
}

const begin = (id: string, state: MigrationRecord['state'], steps: readonly Step[]): MigrationRecord => ({
  id,
  state,
  checksum: '',
  step: 0,
  steps: steps.length,
  done: 0,
  sums: [],
  error: '',
  at: '',
})

/** A migration may be mended where it failed, not where it was run. */
const goOn = (record: MigrationRecord, steps: readonly Step[]): MigrationRecord => {
  const changed = record.sums.findIndex((sum, at) => {
    const step = steps[at]
    return step === undefined || stepSum(step) !== sum
  })
  if (changed === -1) return { ...record, steps: steps.length }
  const message = `${record.id} was begun, and its step ${changed + 1}, which is done, was changed since: put it back as it was`
  throw new GraphError('USAGE', message, { outcome: 'not sent' })
}

const stepsOf = (id: string, { up, down }: Migration, direction: 'up' | 'down'): readonly Step[] => {
  if (direction === 'up') return up
  if (down !== undefined) return down
  throw new GraphError('USAGE', `${id} has no \`down\`: it cannot be taken back`, { outcome: 'not sent' })
}

/** Loads what a migration has to run in a direction, and where it goes on. */
export const passOf = async ({ id, file, record }: MigrationStatus, direction: 'up' | 'down'): Promise<Pass> => {
  if (file === undefined) throw new GraphError('USAGE', `the file of ${id} is not here`)
  const migration = await loadMigration(file)
  const steps = stepsOf(id, migration, direction)
  const state = direction === 'up' ? 'applying' : 'reverting'
  const undone = direction === 'up' ? [] : migration.up
  return {
    id,
    checksum: file.checksum,
    steps,
    losses: steps.map((step) => lossOf(step, steps, undone)),
    from: record?.state === state ? goOn(record, steps) : begin(id, state, steps),
  }
}

/** Refuses losses that nobody has named. Throws USAGE naming all of them. */
export const mustBeNamed = (passes: readonly Pass[], allowed: ReadonlySet<string>): void => {
  const faults = passes.flatMap(({ id, steps, losses, from }) =>
    steps.flatMap((step, at) => {
      const loss = losses[at]
      if (loss === undefined || at < from.step || step.destructive === true || allowed.has(loss.name)) return []
      return [`${id}, step ${at + 1} (${stepText(step)}) loses ${loss.text}: --allow-destructive ${loss.name}`]
    }),
  )
  if (faults.length === 0) return
  const way = 'name it on the command line as shown, or write `destructive: true` into the step'
  throw new GraphError('USAGE', `${faults.join('\n')}\n${way}; --dry-run shows what would be run`, {
    outcome: 'not sent',
  })
}

/** What a step makes that the engine lacks, with the reason. */
export const lackingIn = (step: Step, engine: SchemaEngine): string | undefined => {
  const work = workOf(step)
  const reason = work.kind === 'create' ? engine.lacks(work.wanted) : undefined
  return work.kind === 'create' && reason !== undefined ? `${textOf(work.wanted)} (${reason})` : undefined
}

const textOf = (wanted: ConstraintDefinition | IndexDefinition): string =>
  isConstraint(wanted) ? constraintText(wanted) : indexText(wanted)

/** Refuses what the engine lacks. Throws UNSUPPORTED_FEATURE naming all of it. */
export const mustBeSupported = (passes: readonly Pass[], engine: SchemaEngine): void => {
  const faults = passes.flatMap(({ id, steps, from }) =>
    steps.slice(from.step).flatMap((step) => {
      const lacking = lackingIn(step, engine)
      return lacking === undefined ? [] : [`${id}: ${lacking}`]
    }),
  )
  if (faults.length === 0) return
  const message = `${faults.join('\n')}\n${engine.name} lacks this; --skip-unsupported leaves it out on this graph`
  throw new GraphError('UNSUPPORTED_FEATURE', message, { outcome: 'not sent' })
}
