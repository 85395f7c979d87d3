import { GraphError } from '@motif/core'
import { type AnyGraph, type AnyTransaction, rowsOf } from './graph-handle.ts'

/** What a graph knows of one migration. */
export interface MigrationRecord {
  readonly id: string
  readonly state: 'applying' | 'applied' | 'reverting'
  /** Of the whole file, once it is applied; empty before. */
  readonly checksum: string
  /** How many steps are done, of how many; of `down` while it is being taken back. */
  readonly step: number
  readonly steps: number
  /** How much of the step under way is done, in nodes or relationships. */
  readonly done: number
  /** A checksum for each step that is done. */
  readonly sums: readonly string[]
  /** What its last failure said; empty when there was none. */
  readonly error: string
  /** When it came into this state, ISO 8601. */
  readonly at: string
}

const fields = ['state', 'checksum', 'step', 'steps', 'done', 'sums', 'error', 'at'] as const

const returned = ['id', ...fields].map((field) => `m.${field} AS ${field}`).join(', ')

/** All that were begun, in the order of their names. */
export const readHistory = async (db: AnyGraph): Promise<readonly MigrationRecord[]> => {
  const rows = await rowsOf<MigrationRecord & { sums: string }>(
    db,
    `MATCH (m:_MotifMigration) RETURN ${returned} ORDER BY id`,
  )
  return rows.map((row) => ({ ...row, sums: row.sums === '' ? [] : row.sums.split(' ') }))
}

/** Writes down how far a migration has come, as part of the transaction that took it there. */
export const record = async (transaction: AnyTransaction, { sums, ...known }: MigrationRecord): Promise<void> => {
  // A list that may be empty has no type that every engine keeps: the sums are one text.
  const values = { ...known, sums: sums.join(' ') }
  const set = fields.map((field) => `m.${field} = $${field}`).join(', ')
  await rowsOf(transaction, `MERGE (m:_MotifMigration {id: $id}) SET ${set}`, values)
}

/** Forgets a migration that was taken back. */
export const forget = async (transaction: AnyTransaction, id: string): Promise<void> => {
  await rowsOf(transaction, 'MATCH (m:_MotifMigration {id: $id}) DELETE m', { id })
}

/** How a record stands, for a message: `after step 2 of 4`. */
export const standing = ({ step, steps, done }: MigrationRecord): string =>
  `after step ${step} of ${steps}${done === 0 ? '' : `, with ${done} of the next done`}`

/** A failure of a step, told in a way that says how to go on. */
export const stepFailure = (record: MigrationRecord, what: string, cause: unknown): GraphError => {
  const known = cause instanceof GraphError ? cause : undefined
  const message = cause instanceof Error ? cause.message : String(cause)
  const command = record.state === 'reverting' ? 'down' : 'up'
  return new GraphError(
    known?.code ?? 'USAGE',
    `${record.id}, step ${record.step + 1} of ${record.steps} (${what}): ${message}; what was done before it stands: mend this and run \`motif migrate ${command}\` again, which goes on from here`,
    {
      cause,
      fault: known?.fault,
      retryable: known?.retryable,
      outcome: known?.outcome,
      engine: known?.engine,
      engineCode: known?.engineCode,
      label: known?.label,
      properties: known?.properties,
    },
  )
}
