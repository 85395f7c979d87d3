import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { GeneratedFile } from '../emit/emit.ts'

/** A committed file that is not what its snapshot gives. */
export interface FileDifference {
  readonly path: string
  readonly problem: 'missing' | 'differs'
  /** For a file that differs: a unified diff from what is committed to what would be generated. */
  readonly patch?: string | undefined
}

/** Git may have given the file other line ends. */
const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return undefined
  }
}

const patchOf = (path: string, committed: string, generated: string): string =>
  createTwoFilesPatch(`${basename(path)} (committed)`, `${basename(path)} (generated)`, committed, generated, '', '', {
    context: 2,
  })
    .split('\n')
    .filter((line) => !line.startsWith('====='))
    .join('\n')

/** Compares files with what would be generated in their place. */
export const fileDifferences = (files: readonly GeneratedFile[]): readonly FileDifference[] =>
  files.flatMap(({ path, text }): FileDifference[] => {
    const committed = read(path)
    if (committed === undefined) return [{ path, problem: 'missing' }]
    return committed === text ? [] : [{ path, problem: 'differs', patch: patchOf(path, committed, text) }]
  })
