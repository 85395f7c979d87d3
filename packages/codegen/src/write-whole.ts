import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GraphError } from '@motif/core'
import { isOfSystem } from './is-of-system.ts'

/** Where a file is written before it takes its place: beside it, so that it can be renamed. */
export const temporaryName = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

/**
 * Lets some work write a file that is then there whole, or as it was before: the work writes to a temporary name, which
 * becomes the path when the work is done, and is gone when it fails or the process ends. Throws USAGE where it cannot be
 * written.
 *
 * @example
 * await writeWhole('graph.dump', (temporary) => pipeline(rows, createWriteStream(temporary)))
 */
export const writeWhole = async <T>(path: string, work: (temporary: string) => Promise<T>): Promise<T> => {
  const temporary = temporaryName(path)
  const remove = (): void => rmSync(temporary, { force: true })
  process.once('exit', remove)
  try {
    mkdirSync(dirname(path), { recursive: true })
    const result = await work(temporary)
    renameSync(temporary, path)
    return result
  } catch (cause) {
    if (!isOfSystem(cause)) throw cause
    throw new GraphError('USAGE', `${path} cannot be written: ${cause.message}`, { cause })
  } finally {
    process.off('exit', remove)
    remove()
  }
}
