/**
 * Remembers which states of the graph later transactions must see, so that a program reads its own writes on whichever
 * server of a cluster it meets. `bookmarkManager` makes one; write one of your own to keep bookmarks elsewhere.
 */
export interface BookmarkManager {
  /**
   * What the next transaction has to see. Asked before every transaction, while a connection is held for it, and before a
   * routing table is fetched: it must not use the database itself.
   */
  bookmarks(): readonly string[] | Promise<readonly string[]>
  /** Told after each commit: what the transaction was begun with, and what stands for it from now on. */
  update(previous: readonly string[], next: readonly string[]): void | Promise<void>
}

/** Options of `bookmarkManager`. */
export interface BookmarkManagerOptions {
  /** What has to be seen from the start. */
  readonly initial?: Iterable<string> | undefined
  /** More that has to be seen, asked as often as `bookmarks` is: what other processes left somewhere. */
  readonly supplier?: (() => Iterable<string> | Promise<Iterable<string>>) | undefined
  /** Told all bookmarks after each commit, which waits for it: to leave them for other processes. */
  readonly consumer?: ((bookmarks: readonly string[]) => void | Promise<void>) | undefined
}

/**
 * Bookmarks for several sessions or databases together.
 *
 * @example
 * const bookmarks = bookmarkManager()
 * const [air, rail] = [connect(url, { bookmarkManager: bookmarks, database: 'air' }), connect(url, { bookmarkManager: bookmarks, database: 'rail' })]
 */
export const bookmarkManager = (options: BookmarkManagerOptions = {}): BookmarkManager => {
  const { supplier, consumer } = options
  const known = new Set(options.initial)
  // Asked for much more often than changed.
  let list: readonly string[] = [...known]
  return {
    bookmarks: () => {
      if (supplier === undefined) return list
      const supplied = supplier()
      return supplied instanceof Promise ? supplied.then((more) => union(list, more)) : union(list, supplied)
    },
    update: (previous, next) => {
      if (next.length === 0) return
      for (const bookmark of previous) known.delete(bookmark)
      for (const bookmark of next) known.add(bookmark)
      list = [...known]
      return consumer?.(list)
    },
  }
}

const union = (one: readonly string[], other: Iterable<string>): readonly string[] => [...new Set([...one, ...other])]
