import { AsyncLocalStorage } from 'node:async_hooks'

/** Work of several statements that was begun on one database. */
interface Work {
  readonly owner: object
  over: boolean
}

const storage = new AsyncLocalStorage<Work>()

/** Runs work on a database; all that it starts belongs to it until it is over. */
export const enterWork = async <T>(owner: object, work: () => Promise<T>): Promise<T> => {
  const own: Work = { owner, over: false }
  try {
    return await storage.run(own, work)
  } finally {
    own.over = true
  }
}

/** Whether the running code belongs to work on this database that is not over. */
export const isUnderWay = (owner: object): boolean => {
  const work = storage.getStore()
  return work?.owner === owner && !work.over
}
