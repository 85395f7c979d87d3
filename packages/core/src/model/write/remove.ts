import { GraphError } from '../../error/graph-error.ts'
import type { Expression } from '../../ast/expression.ts'
import type { ModelContext } from '../model-context.ts'
import { isPlain } from '../read/plain.ts'
import { refusal } from '../refuse.ts'
import { thisNode } from './about.ts'
import { type Clauses, doors } from './clauses.ts'
import { foundBy, mustBeOneOf } from './found.ts'
import { keyInput, mustHaveKey } from './key-input.ts'
import { readAll, reading } from './node-input.ts'
import { relationshipsOf } from './removals.ts'
import { writing, send } from './send.ts'
import { binary, call, literal, variable } from '../read/tree.ts'
import { choose, list, put } from './trees.ts'
import type { Deleted } from '../model.ts'

const count = (of: Expression): Expression => call('count', of)

/** Deletes what was found where none of it has relationships, and says how many there are otherwise. */
const alone = (found: Clauses): Clauses => {
  const names = { found: variable('found'), related: variable('related') }
  return found
    .with(() => ({ n: put(variable('n')), each: put(relationshipsOf('n')) }))
    .with(() => ({ found: put(call('collect', variable('n'))), related: put(call('sum', variable('each'))) }))
    .foreach('m', put(choose(binary(names.related, '=', literal(0)), names.found, list())), (inner) =>
      inner.delete(() => [put(variable('m'))]),
    )
    .return(() => ({ deleted: put(call('size', names.found)), related: put(names.related) }))
}

/** Deletes the nodes `n` that were found. */
const removeFound = async (context: ModelContext, found: Clauses, detach: boolean): Promise<Deleted> => {
  const query = detach
    ? found.detachDelete(() => [put(variable('n'))]).return(() => ({ deleted: put(count(variable('n'))) }))
    : alone(found)
  const { rows, counters } = await send(context, query)
  const { deleted = 0, related = 0 } = rows[0] ?? {}
  if (Number(related) > 0) throw stillRelated(context, Number(deleted), Number(related))
  return { deleted: Number(deleted), counters }
}

const stillRelated = ({ definition: { name, labels } }: ModelContext, nodes: number, related: number): GraphError =>
  new GraphError(
    'CONSTRAINT',
    `${nodes === 1 ? `this ${name}` : `${nodes} nodes of ${name}`} still had ${related} relationship${related === 1 ? '' : 's'}, ` +
      'so nothing was deleted: say detach: true to delete them too',
    { label: labels[0], outcome: 'rolled back' },
  )

/**
 * Deletes one node, if it is there.
 *
 * @throws GraphError CONSTRAINT where it still has relationships and `detach` is not said; nothing is deleted then.
 */
export const remove = (
  context: ModelContext,
  key: unknown,
  options: { readonly detach?: unknown } = {},
): Promise<Deleted> =>
  writing(context, async () => {
    const { definition } = context
    mustHaveKey(definition)
    mustBeOneOf(options, ['detach'], 'delete()')
    const read = reading(context)
    const found = keyInput(definition, key, { index: undefined, path: ['key'] }, read)
    await readAll(read, `delete of ${definition.name}`)
    return removeFound(context, doors(context).match(thisNode(context, found)), options.detach === true)
  })

/**
 * Deletes all nodes that meet a condition, in one statement.
 *
 * @throws GraphError USAGE without a condition, unless `all: true` is said; CONSTRAINT where one of them still has
 * relationships and `detach` is not said; nothing is deleted then.
 */
export const removeMany = (context: ModelContext, given: unknown): Promise<Deleted> =>
  writing(context, async () => {
    if (!isPlain(given)) throw refusal('deleteMany() takes { where }')
    mustBeOneOf(given, ['where', 'all', 'detach'], 'deleteMany()')
    const found = foundBy(context, given, `deleteMany of ${context.definition.name}`)
    return removeFound(context, found, given['detach'] === true)
  })
