import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { onTestFinished } from 'vitest'

/** A folder of its own for one test, with files in it; gone when the test is over. */
export const freshFolder = (files: Readonly<Record<string, string>> = {}, place: string = tmpdir()): string => {
  mkdirSync(place, { recursive: true })
  const folder = mkdtempSync(join(place, 'motif-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Runs statements on the graph `air.db` of a folder, made if need be, and closes it so that others can open it. */
export const graphFile = async (folder: string, ...statements: readonly string[]): Promise<void> => {
  const path = join(folder, 'air.db')
  const db = existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create(path)
  for (const statement of statements) await db.executeCypher(statement)
  db.close()
}
