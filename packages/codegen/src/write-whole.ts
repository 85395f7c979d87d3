import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where a file is written before it takes its place: beside it, so that it can be renamed. */
export const temporaryName = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/**
 * Lets some work write a file that is then there whole, or as it was before: the work writes to a temporary name, which
 * becomes the path when the work is done, and is gone when it fails or the process ends.
 *
 * @example
 * await writeWhole('graph.dump', (temporary) => pipeline(rows, createWriteStream(temporary)))
 */
export const writeWhole = async <T>(path: string, work: (temporary: string) => Promise<T>): Promise<T> => {
  const temporary = temporaryName(path)
  const remove = (): void => rmSync(temporary, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  process.once('exit', remove)
  try {
    const result = await work(temporary)
    renameSync(temporary, path)
    return result
  } finally {
    process.off('exit', remove)
    remove()
  }
}
