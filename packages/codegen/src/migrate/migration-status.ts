import { GraphError } from '@motif/core'
import { type MigrationRecord, standing } from './history.ts'
import { type MigrationFile, numberOfId } from './migration-files.ts'

/** How one migration stands: its file beside what the graph knows of it. */
export interface MigrationStatus {
  readonly id: string
  /** `changed`: applied, and its file is another now. `missing`: begun or applied, and its file is gone. */
  readonly state: 'applied' | 'pending' | 'applying' | 'reverting' | 'changed' | 'missing'
  readonly file?: MigrationFile | undefined
  readonly record?: MigrationRecord | undefined
}

const stateOf = (file: MigrationFile | undefined, record: MigrationRecord | undefined): MigrationStatus['state'] => {
  if (record === undefined) return 'pending'
  if (file === undefined) return 'missing'
  if (record.state !== 'applied') return record.state
  return record.checksum === file.checksum ? 'applied' : 'changed'
}

/** Puts files and history together, in the order in which migrations are run. */
export const statusOf = (
  files: readonly MigrationFile[],
  history: readonly MigrationRecord[],
): readonly MigrationStatus[] => {
  const ids = new Set([...files, ...history].map(({ id }) => id))
  return [...ids].toSorted().map((id) => {
    const file = files.find((each) => each.id === id)
    const record = history.find((each) => each.id === id)
    return { id, state: stateOf(file, record), file, record }
  })
}

/** Refuses a folder that is not what was run. Throws USAGE naming every file that was changed or is gone. */
const mustMatch = (all: readonly MigrationStatus[]): void => {
  const faults = all.flatMap(({ id, state }) =>
    state === 'changed'
      ? [`${id} was changed after it was applied: put it back as it was, and write what is new into another`]
      : state === 'missing'
        ? [`${id} was run on this graph, and its file is not here`]
        : [],
  )
  if (faults.length > 0) throw new GraphError('USAGE', faults.join('\n'), { outcome: 'not sent' })
}

/** The migration that a user names by its number or its whole name. */
const named = (all: readonly MigrationStatus[], name: string): MigrationStatus => {
  const number = /^\d+$/.test(name) ? Number(name) : undefined
  const found = all.find(({ id }) => id === name || (number !== undefined && Number(numberOfId(id)) === number))
  if (found !== undefined) return found
  throw new GraphError('USAGE', `there is no migration '${name}'`, { outcome: 'not sent' })
}

/** What `up` has to run, the unfinished one first. */
export const pendingOf = (
  all: readonly MigrationStatus[],
  { to, outOfOrder = false }: { readonly to?: string | undefined; readonly outOfOrder?: boolean | undefined },
): readonly MigrationStatus[] => {
  mustMatch(all)
  const back = all.find(({ state }) => state === 'reverting')
  if (back?.record !== undefined) {
    const message = `${back.id} is being taken back and stands ${standing(back.record)}: finish that with \`motif migrate down\``
    throw new GraphError('USAGE', message, { outcome: 'not sent' })
  }
  const last = to === undefined ? undefined : named(all, to).id
  const pending = all.filter(({ id, state }) => state !== 'applied' && (last === undefined || id <= last))
  const newest = all.filter(({ state }) => state === 'applied').at(-1)?.id ?? ''
  const late = pending.filter(({ id, state }) => state === 'pending' && id < newest)
  if (late.length === 0 || outOfOrder) return pending
  const names = late.map(({ id }) => id).join(', ')
  const message = `${names} would be run after ${newest}, which comes later: give it a higher number, or say --out-of-order`
  throw new GraphError('USAGE', message, { outcome: 'not sent' })
}

export interface DownTarget {
  /** How many are taken back. @defaultValue 1 */
  readonly steps?: number | undefined
  /** The migration that stays the newest; `'0'` for none. */
  readonly to?: string | undefined
  /** Says that one which was not applied to its end is taken back by all of its `down`. */
  readonly unfinished?: boolean | undefined
}

/** What `down` has to take back, the newest first. */
export const revertibleOf = (
  all: readonly MigrationStatus[],
  { steps, to, unfinished = false }: DownTarget,
): readonly MigrationStatus[] => {
  mustMatch(all)
  const begun = all.find(({ state }) => state === 'applying')
  if (begun?.record !== undefined && !unfinished) {
    const way = 'finish it with `motif migrate up`, or run all of its down with `motif migrate down --unfinished`'
    const message = `${begun.id} was begun and stands ${standing(begun.record)}: ${way}`
    throw new GraphError('USAGE', message, { outcome: 'not sent' })
  }
  const there = all.filter(({ state }) => state !== 'pending').toReversed()
  if (to === undefined) return there.slice(0, steps ?? 1)
  const stays = to === '0' ? '' : named(all, to).id
  return there.filter(({ id }) => id > stays)
}
