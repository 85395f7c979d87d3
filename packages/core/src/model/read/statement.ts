import type { Clause } from '../../ast/clause.ts'
import type { Expression } from '../../ast/expression.ts'
import type { Definition } from '../definition.ts'
import { listed, refusal } from '../refuse.ts'
import { choice } from './choice.ts'
import type { Entry } from './chosen.ts'
import { condition } from './condition.ts'
import type { Draft } from './draft.ts'
import { labelsOf } from './far.ts'
import { fromText } from './from-text.ts'
import { cursorValue, keyset } from './keyset.ts'
import { sorted, sortKeys, type SortKey } from './order.ts'
import type { Plain } from './plain.ts'
import { cut } from './related.ts'
import { and, binary, carrying, property, returning, where } from './tree.ts'

/** What a row is told apart by beside its properties, and loses before it is handed out. */
export const positionColumn = '$at'
/** The values that a cursor keeps. */
export const cursorColumn = (at: number): string => `$cursor${at}`

const options = [
  'where',
  'select',
  'include',
  'orderBy',
  'limit',
  'skip',
  'key',
  'keys',
  'cursor',
  'backwards',
  'paged',
]

/** MATCH of the nodes of a model. */
export const matched = (definition: Definition, node: string): Clause => ({
  kind: 'match',
  optional: false,
  patterns: [
    {
      variable: undefined,
      search: undefined,
      elements: [
        { kind: 'node', variable: node, labels: labelsOf(definition), properties: undefined, where: undefined },
      ],
    },
  ],
})

/** What is said of the nodes by `where`, a key, or the row that a page comes after. */
export const conditions = (
  draft: Draft,
  definition: Definition,
  given: Plain,
  at: { readonly node: string; readonly keys: readonly SortKey[] },
): Expression | undefined => {
  const { node, keys } = at
  const { where: said, key, cursor } = given
  return and([
    key === undefined ? undefined : condition(key, { draft, definition, node }, ['key']),
    said === undefined ? undefined : condition(said, { draft, definition, node }, ['where']),
    cursor === undefined
      ? undefined
      : keyset(draft, { node, keys, values: cursor as readonly unknown[], path: ['cursor'] }), // page() gives a list
  ])
}

const keyItem = 'k'

/** The nodes of many keys, each with the position of its key. */
const byKeys = (draft: Draft, definition: Definition, node: string) => {
  const item = draft.name(keyItem)
  const clauses: readonly Clause[] = [
    { kind: 'unwind', list: draft.parameter(['keys']), variable: item },
    matched(definition, node),
    ...where(
      and(
        definition.key.map(({ name, property: key, type }) =>
          binary(property(node, key), '=', fromText(property(item, name), type, draft.policy)),
        ),
      ),
    ),
  ]
  return { clauses, item, entry: { name: positionColumn, expression: property(item, positionColumn) } }
}

const turned = (keys: readonly SortKey[]): readonly SortKey[] =>
  keys.map((key) => ({ ...key, descending: !key.descending }))

/** The statement that reads rows of a model: MATCH, WHERE, ORDER BY, a subquery for each relation, RETURN. */
export const readRows = (draft: Draft, definition: Definition, given: Plain): readonly Clause[] => {
  const strange = Object.keys(given).find((word) => !options.includes(word))
  if (strange !== undefined) throw refusal(`there is no option '${strange}': ${listed(options.slice(0, 6))}`)
  const node = draft.name('n')
  const asked = sortKeys(given['orderBy'], definition)
  const keys = given['backwards'] === true ? turned(asked) : asked
  const many = given['keys'] === undefined ? undefined : byKeys(draft, definition, node)
  const begin = many?.clauses ?? [
    matched(definition, node),
    ...where(conditions(draft, definition, given, { node, keys })),
  ]
  const order = sorted(keys, node)
  const cutting = cut(given, draft, [])
  const { entries, calls, deep } = choice(given, { draft, definition, node, path: [], way: [] })
  const places: readonly Entry[] =
    given['paged'] === true
      ? keys.map((key, at) => ({ name: cursorColumn(at), expression: cursorValue(key, node) }))
      : []
  const items = [...entries, ...places, ...(many === undefined ? [] : [many.entry])]
  // Related rows are read for what is left of the nodes alone.
  const early = deep && cutting.length > 0
  return [
    ...begin,
    ...(early ? [carrying([node]), ...order, ...cutting] : []),
    ...calls,
    returning(items),
    ...order,
    ...(early ? [] : cutting),
  ]
}

/** How many nodes there are. */
export const countRows = (draft: Draft, definition: Definition, given: Plain): readonly Clause[] => {
  const node = draft.name('n')
  return [
    matched(definition, node),
    ...where(conditions(draft, definition, given, { node, keys: [] })),
    returning([
      { name: 'count', expression: { kind: 'call', name: 'count', distinct: false, star: true, arguments: [] } },
    ]),
  ]
}

/** Whether there is a node. */
export const anyRow = (draft: Draft, definition: Definition, given: Plain): readonly Clause[] => {
  const node = draft.name('n')
  return [
    matched(definition, node),
    ...where(conditions(draft, definition, given, { node, keys: [] })),
    carrying([node]),
    { kind: 'limit', count: { kind: 'literal', value: 1 } },
    returning([{ name: 'found', expression: { kind: 'literal', value: true } }]),
  ]
}
