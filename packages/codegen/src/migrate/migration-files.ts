import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GraphError } from '@motif/core'
import { loadModule } from '../load-module.ts'
import { migrationSchema } from './step-schema.ts'
import type { Migration, Step } from './step.ts'

/** A migration's file, not yet loaded. */
export interface MigrationFile {
  /** Its name without the ending: `0001-people-become-users`. */
  readonly id: string
  readonly path: string
  readonly checksum: string
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Git may give a file other line ends. */
const checksumOf = (path: string): string => digest(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))

/** A checksum of one step, callbacks by their text. */
export const stepSum = (step: Step): string =>
  digest(JSON.stringify(step, (_, value: unknown) => (typeof value === 'function' ? String(value) : value))).slice(
    0,
    16,
  )

const pattern = /^(\d{4,})-[\p{L}\p{Nd}_-]+\.(?:ts|mts|js|mjs)$/u

/** What a name begins with: `0001`. */
export const numberOfId = (id: string): string => /^\d+/.exec(id)?.[0] ?? ''

const refuseTwins = (files: readonly MigrationFile[]): void => {
  const seen = new Map<string, string>()
  for (const { id } of files) {
    const other = seen.get(numberOfId(id))
    if (other !== undefined)
      throw new GraphError('USAGE', `migrations ${other} and ${id} have the same number: give the newer one the next`)
    seen.set(numberOfId(id), id)
  }
}

/** The migrations of a folder in the order in which they are run; none when there is no such folder. */
export const migrationFiles = (directory: string): readonly MigrationFile[] => {
  if (!existsSync(directory)) return []
  const files = readdirSync(directory)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => {
      const path = join(directory, name)
      return { id: name.replace(/\.\w+$/, ''), path, checksum: checksumOf(path) }
    })
  refuseTwins(files)
  return files
}

/** Loads and checks a migration. Throws USAGE naming file, line and key. */
export const loadMigration = ({ path }: MigrationFile): Promise<Migration> =>
  loadModule(path, {
    what: 'migration',
    write: 'export default defineMigration({ up: [ … ] })',
    schema: migrationSchema,
  })
