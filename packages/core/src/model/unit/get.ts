import { withCallSite } from '../../builder/with-call-site.ts'
import { GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { optionsIn } from '../read/find.ts'
import { keyIn, rowsByKeys } from '../read/get.ts'
import type { Plain } from '../read/plain.ts'
import { listed, refusal } from '../refuse.ts'
import { copied } from './copied.ts'
import { later } from './later.ts'
import { sameOptions } from './same-options.ts'

type Row = Record<string, unknown>

/** The options of a read by key. */
export const ofGet = ['select', 'include', 'fresh']

/** What is wanted of each row, and whether what the transaction has of it will do. */
interface Wanted {
  readonly choice: Plain
  readonly fresh: boolean
}

const all: Plain = {}
const wholeRows: Wanted = { choice: all, fresh: false }

const wantedIn = (given: unknown, call: string): Wanted => {
  const { fresh = false, ...choice } = optionsIn(given, ofGet, call)
  if (typeof fresh !== 'boolean') throw refusal(`${call}: fresh takes true or false`)
  return { choice: Object.keys(choice).length === 0 ? all : choice, fresh }
}

/** What reads keys of one choice together. */
const readerOf = (context: ModelContext, choice: Plain): ((key: Plain) => Promise<Row | undefined>) => {
  const kind = choice === all ? context.definition.name : `${context.definition.name} ${sameOptions(choice)}`
  return context.unit.batch(context, kind, () => {
    const given = copied(choice) as Plain // as it was
    return (keys) =>
      rowsByKeys(
        context,
        () => ({ keys, given }),
        (rows) => rows,
      )
  })
}

/** The row of a key: the transaction's own, or one read together with all that are asked for in this tick. */
const rowOf = (context: ModelContext, key: Plain, { choice, fresh }: Wanted): Promise<Row | undefined> => {
  const identities = choice === all ? context.unit.identities(context.definition) : undefined
  const known = fresh ? undefined : identities?.find(key)
  if (known !== undefined) return Promise.resolve(known)
  const row = readerOf(context, choice)(key)
  return identities === undefined ? row : row.then((found) => found && identities.keep(found))
}

/** The row of a key, if there is one. */
export const get = (context: ModelContext, key: unknown, given: unknown): Promise<unknown> => {
  if (context.unit.transaction)
    return later(context, async () => rowOf(context, keyIn(key, context.definition), wantedIn(given, 'get()')))
  try {
    return rowOf(context, keyIn(key, context.definition), given === undefined ? wholeRows : wantedIn(given, 'get()'))
  } catch (error) {
    return later(context, () => Promise.reject(error))
  }
}

/** The row of a key, which has to be there. */
export const getOrThrow = (context: ModelContext, key: unknown, given: unknown): Promise<unknown> =>
  later(context, async () => {
    const row = await rowOf(context, keyIn(key, context.definition), wantedIn(given, 'getOrThrow()'))
    if (row !== undefined) return row
    throw withCallSite(new GraphError('RESULT_SHAPE', `there is no ${context.definition.name} of this key`))
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
