import type { Definition } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { listed, refusal } from '../refuse.ts'
import { isPlain, type Plain } from './plain.ts'
import { type Read, reading } from './query.ts'
import { positionColumn, readRows } from './statement.ts'

type Row = Record<string, unknown>

/**
 * A key by field: `7` for a key of one, `{ tenant: 1, id: 2 }` for any.
 *
 * @throws GraphError USAGE where the model has no key, or this is none of it.
 */
export const keyIn = (given: unknown, { key, name }: Definition): Plain => {
  const names = key.map((field) => field.name)
  const [only] = names
  if (only === undefined)
    throw refusal(
      `${name} has no key: the graph has no such constraint, so models() has to be told: { ${name}: { key } }`,
    )
  if (!isPlain(given)) {
    if (names.length > 1 || given === undefined || given === null)
      throw refusal(`the key of ${name} is ${listed(names)}`)
    return { [only]: given }
  }
  const wrong = Object.keys(given).length !== names.length || names.some((each) => (given[each] ?? null) === null)
  if (wrong || names.some((each) => isPlain(given[each]))) throw refusal(`the key of ${name} is ${listed(names)}`)
  return { ...given } // it is read later, and the caller may use the object again
}

/** Keys, and what is wanted of their rows. */
interface Asked {
  readonly keys: readonly Plain[]
  readonly given: Plain
}

const inOrder = (rows: readonly Row[], count: number): readonly (Row | undefined)[] => {
  const found = Array.from<Row | undefined>({ length: count })
  for (const row of rows) {
    found[row[positionColumn] as number] ??= row // the statement returns it
    delete row[positionColumn]
  }
  return found
}

const single = ({ keys: [key], given }: Asked): Read => ({ name: 'rows', build: readRows, given: { ...given, key } })

const several = ({ keys, given }: Asked): Read => ({
  name: 'rows',
  build: readRows,
  given: { ...given, keys: keys.map((key, at) => ({ ...key, [positionColumn]: at })) },
})

/** The rows of some keys, in their order: the one place that reads by key. */
export const rowsByKeys = <T>(
  context: ModelContext,
  ask: () => Asked,
  then: (rows: readonly (Row | undefined)[]) => T,
): Promise<T> => {
  let count = 0
  const read = (): Read => {
    const asked = ask()
    count = asked.keys.length
    return count === 1 ? single(asked) : several(asked)
  }
  return reading(context, read, (rows) => then(count === 1 ? [rows[0]] : inOrder(rows, count)))
}
