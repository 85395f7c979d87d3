import { Pending } from '../../builder/pending.ts'
import type { ModelContext } from '../model-context.ts'

/** Starts work of several steps that the end of a transaction waits for; a failure waits to be asked for. */
export const later = <T>({ given: { executor } }: Pick<ModelContext, 'given'>, work: () => Promise<T>): Promise<T> =>
  executor.later === undefined ? Pending.of(work(), () => {}) : executor.later(work)
