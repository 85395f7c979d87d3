import type { Clause } from '../../ast/clause.ts'
import type { Definition, Field } from '../definition.ts'
import type { ModelContext } from '../model-context.ts'
import { listed, refusal } from '../refuse.ts'
import type { Entry } from './chosen.ts'
import type { Draft } from './draft.ts'
import { optionsIn } from './find.ts'
import type { Plain } from './plain.ts'
import { reading } from './query.ts'
import { conditions, matched } from './statement.ts'
import { call, property, returning, where } from './tree.ts'

type Row = Record<string, unknown>

const functions = ['sum', 'avg', 'min', 'max'] as const
const ofAggregate = ['where', 'by', 'count', ...functions]

const fieldsIn = (given: Plain, word: string, { fields, name }: Definition): readonly Field[] => {
  const found = given[word] ?? []
  if (!Array.isArray(found)) throw refusal(`aggregate(): ${word} takes a list of properties`)
  return Array.from(new Set(found), (each: unknown) => {
    const field = fields.get(each as string) // what is no name is not found
    if (field === undefined)
      throw refusal(`aggregate(): ${word} names '${String(each)}': ${name} has ${listed(fields.keys())}`)
    return field
  })
}

/** The column of a function of a property: none has a name with a blank before it. */
const columnOf = (word: string, { name }: Field): string => `$${word} ${name}`

const counted: Entry = {
  name: 'count',
  expression: { kind: 'call', name: 'count', distinct: false, star: true, arguments: [] },
}

const aggregates = (draft: Draft, definition: Definition, given: Plain): readonly Clause[] => {
  const node = draft.name('n')
  const by = fieldsIn(given, 'by', definition)
  const taken = by.find(({ name }) => ['count', ...functions].includes(name) && (given[name] ?? false) !== false)
  if (taken !== undefined)
    throw refusal(`aggregate(): '${taken.name}' is asked for both as a property and as a function`)
  const entries: readonly Entry[] = [
    ...by.map((field) => ({ name: field.name, expression: property(node, field.property) })),
    ...(given['count'] === true ? [counted] : []),
    ...functions.flatMap((word) =>
      fieldsIn(given, word, definition).map((field) => ({
        name: columnOf(word, field),
        expression: call(word, property(node, field.property)),
      })),
    ),
  ]
  if (entries.length === by.length) throw refusal(`aggregate() asks for nothing: ${listed(['count', ...functions])}`)
  return [
    matched(definition, node),
    ...where(conditions(draft, definition, given, { node, keys: [] })),
    returning(entries),
  ]
}

/** `{ country, count, sum: { age } }` of the columns of a row. */
const nested = (row: Row, given: Plain): Row => {
  const out: Row = {}
  const names = (word: string): readonly string[] => (given[word] ?? []) as readonly string[] // it was read before
  for (const name of [...names('by'), ...(given['count'] === true ? ['count'] : [])]) out[name] = row[name]
  for (const word of functions)
    if (given[word] !== undefined)
      out[word] = Object.fromEntries(names(word).map((name) => [name, row[`$${word} ${name}`]]))
  return out
}

/** Counts, sums and the like, of all nodes or of those that have the same properties. */
export const aggregate = (context: ModelContext, call_: unknown): Promise<unknown> => {
  let given: Plain = {}
  return reading(
    context,
    () => {
      given = optionsIn(call_, ofAggregate, 'aggregate()')
      return { name: 'aggregate', build: aggregates, given }
    },
    (rows) => rows.map((row) => nested(row, given)),
  )
}
