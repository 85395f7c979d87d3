import { amend } from '../../error/amend.ts'
import { GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { refusal } from '../refuse.ts'
import { thisNode } from './about.ts'
import { doors } from './clauses.ts'
import type { Values } from './inputs.ts'
import { keyInput, mustHaveKey } from './key-input.ts'
import { readAll, reading } from './node-input.ts'
import { type Choice, returned } from './returned.ts'
import { writing, sendFor } from './send.ts'
import { update } from './update.ts'

/** How often work that lost is done again. */
export interface ModifyChoice extends Choice {
  readonly retries?: number
}

/** The node as it is now. */
const current = async (context: ModelContext, key: unknown): Promise<Values> => {
  const { definition } = context
  const read = reading(context)
  const found = keyInput(definition, key, { index: undefined, path: ['key'] }, read)
  await readAll(read, `modify of ${definition.name}`)
  const query = returned(doors(context).match(thisNode(context, found)), context, {}, { simple: true })
  const { rows } = await sendFor(context, query)
  const [row] = rows
  if (row === undefined)
    throw new GraphError('RESULT_SHAPE', `there is no ${definition.name} with this key: nothing was written`, {
      outcome: 'not sent',
    })
  return row
}

const isLost = (error: unknown): error is GraphError => error instanceof GraphError && error.code === 'CONFLICT'

/**
 * Reads a node, lets a function say what to change of it, and changes it if it is still in the version that was read;
 * otherwise all over again, `retries` times at most. The function may be called several times.
 *
 * @throws GraphError CONFLICT with `expected`, `actual`, and what each try failed of in `attempts`.
 */
export const modify = (
  context: ModelContext,
  key: unknown,
  compute: (row: Values) => unknown,
  { retries = 3, ...choice }: ModifyChoice = {},
): Promise<unknown> =>
  writing(context, async () => {
    const { version, name } = context.definition
    mustHaveKey(context.definition)
    if (version === undefined) throw refusal(`modify goes by a version, and ${name} has none: declare one`)
    if (typeof compute !== 'function') throw refusal('modify() takes a function that is given the row')
    if (!Number.isSafeInteger(retries) || retries < 0) throw refusal('modify(): retries is a whole number from 0')
    const attempts: unknown[] = []
    for (;;) {
      const row = await current(context, key)
      const changes = await compute(row)
      try {
        return await update(context, key, changes, { ...choice, version: row[version.name] })
      } catch (error) {
        if (!isLost(error)) throw error
        attempts.push(error)
        if (attempts.length > retries) throw amend(error, { attempts })
      }
    }
  })
