import { GraphError } from '../../error/graph-error.ts'
import type { ModelContext } from '../model-context.ts'
import { refusal } from '../refuse.ts'
import { kept } from '../unit/kept.ts'
import { isPlain, type Plain } from './plain.ts'
import { type Read, reading, streaming } from './query.ts'
import { anyRow, countRows, readRows } from './statement.ts'

type Row = Record<string, unknown>

const nothing: Plain = {}

/** The options of a call, which may be left out. */
export const optionsIn = (given: unknown, allowed: readonly string[], call: string): Plain => {
  if (given === undefined) return nothing
  if (!isPlain(given)) throw refusal(`${call} takes { ${allowed.join(', ')} }`)
  for (const word of Object.keys(given))
    if (!allowed.includes(word)) throw refusal(`${call} takes { ${allowed.join(', ')} }, not '${word}'`)
  return given
}

const ofRows = ['where', 'select', 'include', 'orderBy', 'limit', 'skip']

const rows = (given: Plain): Read => ({ name: 'rows', build: readRows, given })

/** Reads rows; those that are whole are the transaction's own objects. */
const finding = <T>(context: ModelContext, ask: () => Plain, then: (found: readonly Row[]) => T): Promise<T> => {
  let given = nothing
  return reading(
    context,
    () => {
      given = ask()
      return rows(given)
    },
    (found) => then(kept(context, given, found)),
  )
}

/** All rows that meet a condition. */
export const find = (context: ModelContext, given: unknown): Promise<unknown> =>
  finding(
    context,
    () => optionsIn(given, ofRows, 'find()'),
    (found) => found,
  )

const firstOf = ofRows.filter((word) => word !== 'limit')

/** The first row, if there is one. */
export const findFirst = (context: ModelContext, given: unknown): Promise<unknown> =>
  finding(
    context,
    () => ({ ...optionsIn(given, firstOf, 'findFirst()'), limit: 1 }),
    ([row]) => row,
  )

/** The first row, which has to be there. */
export const findOrThrow = (context: ModelContext, given: unknown): Promise<unknown> =>
  finding(
    context,
    () => ({ ...optionsIn(given, firstOf, 'findOrThrow()'), limit: 1 }),
    ([row]) => {
      if (row === undefined)
        throw new GraphError('RESULT_SHAPE', `there is no ${context.definition.name} that meets this`)
      return row
    },
  )

/** Rows as they come. */
export const stream = (context: ModelContext, given: unknown): AsyncIterable<unknown> =>
  streaming(context, () => rows(optionsIn(given, ofRows, 'stream()')))

/** How many nodes meet a condition. */
export const count = (context: ModelContext, given: unknown): Promise<unknown> =>
  reading(
    context,
    () => ({ name: 'count', build: countRows, given: optionsIn(given, ['where'], 'count()') }),
    ([row]) => row?.['count'],
  )

/** Whether a node meets a condition. */
export const exists = (context: ModelContext, given: unknown): Promise<unknown> =>
  reading(
    context,
    () => ({ name: 'exists', build: anyRow, given: optionsIn(given, ['where'], 'exists()') }),
    (found) => found.length > 0,
  )
