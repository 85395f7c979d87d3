import { GraphError } from '@motif/core'
import type { BookmarkManager } from './bookmark-manager.ts'

/**
 * Tells the manager what stands for the states a transaction was begun with, now that it is committed. Returns a promise
 * only where the manager does. A failure of the manager's own is a GraphError USAGE: the work is committed all the same.
 */
export const remember = (
  manager: BookmarkManager | undefined,
  previous: readonly string[] | undefined,
  bookmark: string | undefined,
): Promise<void> | undefined => {
  if (manager === undefined || bookmark === undefined) return undefined
  try {
    const updating = manager.update(previous ?? [], [bookmark])
    return updating instanceof Promise ? updating.catch((error: unknown) => Promise.reject(failed(error))) : undefined
  } catch (error) {
    throw failed(error)
  }
}

const failed = (cause: unknown): GraphError =>
  new GraphError('USAGE', 'the work is committed, but the bookmark manager failed', { outcome: 'committed', cause })
