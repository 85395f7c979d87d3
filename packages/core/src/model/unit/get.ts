import { GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { optionsIn } from '../read/find.ts'
import { keyIn, rowsByKeys } from '../read/get.ts'
import type { Plain } from '../read/plain.ts'
import { listed, refusal } from '../refuse.ts'
import { later } from './later.ts'
import { sameOptions } from './same-options.ts'

type Row = Record<string, unknown>

const ofGet = ['select', 'include', 'fresh']

/** What is wanted of each row, and whether what the transaction has of it will do. */
interface Wanted {
  readonly choice: Plain
  readonly fresh: boolean
}

const wantedIn = (given: unknown, call: string): Wanted => {
  const { fresh = false, ...choice } = optionsIn(given, ofGet, call)
  if (typeof fresh !== 'boolean') throw refusal(`${call}: fresh takes true or false`)
  return { choice, fresh }
}

/** The row of a key: the transaction's own, or one read together with all that are asked for in this tick. */
const rowOf = async (context: ModelContext, key: Plain, { choice, fresh }: Wanted): Promise<Row | undefined> => {
  const { definition, unit } = context
  const whole = Object.keys(choice).length === 0
  const identities = whole ? unit.identities(definition) : undefined
  const known = fresh ? undefined : identities?.find(key)
  if (known !== undefined) return known
  const kind = `${definition.name} ${whole ? '' : sameOptions(choice)}`
  const read = unit.batch(kind, (keys) =>
    rowsByKeys(
      context,
      () => ({ keys, given: choice }),
      (rows) => rows,
    ),
  )
  const row = await read(key)
  return row === undefined || identities === undefined ? row : identities.keep(row)
}

/** The row of a key, if there is one. */
export const get = (context: ModelContext, key: unknown, given: unknown): Promise<unknown> =>
  later(context, async () => rowOf(context, keyIn(key, context.definition), wantedIn(given, 'get()')))

/** The row of a key, which has to be there. */
export const getOrThrow = (context: ModelContext, key: unknown, given: unknown): Promise<unknown> =>
  later(context, async () => {
    const row = await rowOf(context, keyIn(key, context.definition), wantedIn(given, 'getOrThrow()'))
    if (row !== undefined) return row
    throw new GraphError('RESULT_SHAPE', `there is no ${context.definition.name} of this key`)
  })

/** The rows of some keys, in their order, each of them if it is there. */
export const getMany = (context: ModelContext, keys: unknown, given: unknown): Promise<unknown> =>
  later(context, async () => {
    if (!Array.isArray(keys)) throw refusal('getMany() takes a list of keys')
    const wanted = wantedIn(given, 'getMany()')
    const all = keys.map((key) => keyIn(key, context.definition))
    return Promise.all(all.map((key) => rowOf(context, key, wanted)))
  })

/** What a relation of one node leads to: a list, or the one row or null; nothing of a node that is not there. */
export const related = (context: ModelContext, key: unknown, name: unknown, given: unknown): Promise<unknown> =>
  later(context, async () => {
    const { definition } = context
    const relation = definition.relations.get(String(name))
    if (relation === undefined)
      throw refusal(`${definition.name} has no relation '${String(name)}': ${listed(definition.relations.keys())}`)
    const choice: Plain = { select: { [relation.name]: given ?? true } }
    const row = await rowOf(context, keyIn(key, definition), { choice, fresh: true })
    return row === undefined ? (relation.one ? null : []) : row[relation.name]
  })
