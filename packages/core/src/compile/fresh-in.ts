import type { Clause } from '../ast/clause.ts'
import { wordsIn } from './words-in.ts'

/** Gives names that a statement does not use, each from a prefix; never the same twice. */
export const freshIn = (clauses: readonly Clause[]): ((prefix: string) => string) => {
  let taken: Set<string> | undefined
  return (prefix) => {
    taken ??= wordsIn(clauses)
    let name = prefix
    for (let i = 1; taken.has(name); i++) name = `${prefix}${i}`
    taken.add(name)
    return name
  }
}
