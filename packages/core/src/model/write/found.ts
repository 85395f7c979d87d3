import type { ModelContext } from '../model-context.ts'
import { condition } from '../read/condition.ts'
import { isPlain, type Plain } from '../read/plain.ts'
import { options } from '../read/shape.ts'
import { listed, refusal } from '../refuse.ts'
import { type Clauses, doors } from './clauses.ts'
import { GivenDraft } from './returned.ts'
import { at, node, put } from './trees.ts'

/** Throws USAGE for what is no object, or an option that is not there. */
export const mustBeOneOf = (given: object, words: readonly string[], call: string): void => {
  if (!isPlain(given)) throw refusal(`${call} takes an object of ${listed(words)}`)
  const strange = Object.keys(given).find((word) => !words.includes(word))
  if (strange !== undefined) throw refusal(`${call} has no option '${strange}': ${listed(words)}`)
}

/**
 * MATCH of the nodes that are to be written, as `n`.
 *
 * @throws GraphError USAGE without a condition, unless `all: true` says that all are meant.
 */
export const foundBy = (context: ModelContext, { where, all }: Plain, call: string): Clauses => {
  const { definition } = context
  const found = doors(context).match(at(node('n', definition.labels)))
  const given = where === undefined ? {} : { where }
  options(given)
  const draft = new GivenDraft(context, given)
  draft.name('n')
  const said = where === undefined ? undefined : condition(where, { draft, definition, node: 'n' }, ['where'])
  if (said !== undefined) return found.where(() => put(said))
  if (all !== true)
    throw refusal(`${call} without a condition would reach every ${definition.name}: say all: true if that is meant`)
  return found.all()
}
