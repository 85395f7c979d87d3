import { AsyncLocalStorage } from 'node:async_hooks'

/** The part of a transaction that a scope has to know. */
export interface ScopedTransaction {
  readonly ended: boolean
}

/** A piece of code, with all that it starts, that runs on behalf of one transaction. */
export interface Scope {
  /** The database the transaction belongs to. */
  readonly owner: object
  /** `undefined` for code that asked to be outside. */
  readonly transaction: ScopedTransaction | undefined
  /** The level of it: the whole, or what follows a savepoint. */
  readonly level: object | undefined
  readonly outer: Scope | undefined
}

const storage = new AsyncLocalStorage<Scope>()

/** Runs the code, and all that it starts, inside a transaction or outside of any. */
export const enterScope = <T>(scope: Omit<Scope, 'outer'>, work: () => T): T =>
  storage.run({ ...scope, outer: storage.getStore() }, work)

/** The open transaction of this database that the running code belongs to. */
export const scopeOf = (owner: object): Scope | undefined => {
  for (let scope = storage.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.owner === owner) return scope.transaction === undefined || scope.transaction.ended ? undefined : scope
  }
  return undefined
}

/** The level of this transaction that the running code belongs to. */
export const levelOf = (transaction: ScopedTransaction): object | undefined => {
  for (let scope = storage.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.transaction === transaction) return scope.level
  }
  return undefined
}
