import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { GraphError } from '@motif/core'
import type { GeneratedFile } from './emit/emit.ts'
import { temporaryName } from './write-whole.ts'

export interface WrittenFile {
  readonly path: string
  /** False when the file already said the same: it is left untouched, so that nothing is built anew. */
  readonly changed: boolean
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // missing or unreadable: writing it tells which
  }
}

/**
 * Writes files so that each is either as before or whole: all are written beside their places first and renamed
 * last. It does not yield in between, so Ctrl-C comes before or after. Unchanged files are not touched.
 *
 * @throws GraphError USAGE naming the file that cannot be written.
 */
export const writeFiles = (files: readonly GeneratedFile[]): readonly WrittenFile[] => {
  const written = files.map(({ path, text }) => ({ path, text, changed: textOf(path) !== text }))
  const pending: { from: string; to: string }[] = []
  let at = ''
  try {
    for (const { path, text } of written.filter((each) => each.changed)) {
      at = path
      const from = temporaryName(path)
      mkdirSync(dirname(path), { recursive: true })
      pending.push({ from, to: path })
      writeFileSync(from, text)
    }
    for (const { from, to } of pending) {
      at = to
      renameSync(from, to)
    }
  } catch (cause) {
    for (const { from } of pending) rmSync(from, { force: true })
    throw new GraphError(
      'USAGE',
      `${at} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    )
  }
  return written.map(({ path, changed }) => ({ path, changed }))
}
