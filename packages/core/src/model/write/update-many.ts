import type { ModelContext } from '../model-context.ts'
import { isPlain } from '../read/plain.ts'
import { refusal } from '../refuse.ts'
import { assignments } from './apply-changes.ts'
import { changeInput } from './change-input.ts'
import { inside, type Place } from './faults.ts'
import { foundBy, mustBeOneOf } from './found.ts'
import { readAll, reading } from './node-input.ts'
import { writing, send } from './send.ts'
import { call, variable } from '../read/tree.ts'
import { put } from './trees.ts'
import type { Updated } from '../model.ts'

const data: Place = { index: undefined, path: ['data'] }

/**
 * Changes the fields of all nodes that meet a condition, in one statement.
 *
 * @throws GraphError USAGE without a condition, unless `all: true` is said; VALIDATION.
 */
export const updateMany = (context: ModelContext, given: unknown): Promise<Updated> =>
  writing(context, async () => {
    const { name } = context.definition
    if (!isPlain(given)) throw refusal('updateMany() takes { where, data }')
    mustBeOneOf(given, ['where', 'data', 'all'], 'updateMany()')
    const found = foundBy(context, given, `updateMany of ${name}`)
    const read = reading(context)
    const input = changeInput(context.definition, given['data'], data, read)
    for (const { relation } of input.relations)
      read.faults.add(inside(data, relation.name), 'is a relation, which update() changes, or connect()')
    await readAll(read, `updateMany of ${name}`)
    const set = assignments(context, input)
    if (Object.keys(set).length === 0) throw refusal(`updateMany of ${name} was given nothing to change`)
    const query = found.set('n', set).return(() => ({ updated: put(call('count', variable('n'))) }))
    const { rows, counters } = await send(context, query)
    return { updated: Number(rows[0]?.['updated'] ?? 0), counters }
  })
