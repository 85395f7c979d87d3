import type { Expression } from '../../ast/expression.ts'
import type { TemporalPolicy } from '../../schema/type-script-of.ts'
import type { ValueType } from '../../value/value-type.ts'
import { listOf, mapOf as mapType } from '../../value/value-types.ts'
import type { Field } from '../definition.ts'
import type { Values } from './inputs.ts'
import { isFlat, type Site } from './plan.ts'
import { eachFromText, fromText } from '../read/from-text.ts'
import { mapOf, property, value } from './trees.ts'

type Fields = ReadonlyMap<string, Field>

const kept = new WeakMap<Fields, ReadonlyMap<string, ValueType>>()

/** The type of each property. */
export const typesOf = (fields: Fields): ReadonlyMap<string, ValueType> => {
  let found = kept.get(fields)
  if (found === undefined)
    kept.set(fields, (found = new Map(Array.from(fields.values(), (field) => [field.property, field.type]))))
  return found
}

/** What a text, or a list of texts, becomes where rows hold times as text. */
const made = (given: Expression, type: ValueType | undefined, policy: TemporalPolicy): Expression => {
  if (type === undefined) return given
  return type.kind === 'list'
    ? eachFromText(given, type.of, { policy, name: () => 'x' })
    : fromText(given, type, policy)
}

/** Whether a value is text for a time, or a list of such. */
const isText = (given: unknown): boolean => typeof given === 'string' || (Array.isArray(given) && given.some(isText))

/** Properties of a row, `{id: row.id}`. */
export const fromRow = (
  row: Expression,
  names: Iterable<string>,
  { fields, policy }: { readonly fields: Fields; readonly policy: TemporalPolicy },
): readonly (readonly [string, Expression])[] => {
  const types = typesOf(fields)
  return Array.from(names, (name) => [name, made(property(row, name), types.get(name), policy)] as const)
}

/** Properties as parameters of their own, `{id: $p1}`. */
export const asParameters = (
  values: Values,
  { fields, policy }: { readonly fields: Fields; readonly policy: TemporalPolicy },
): readonly (readonly [string, Expression])[] => {
  const types = typesOf(fields)
  return Object.entries(values).map(([name, given]) => {
    const type = types.get(name)
    return [name, isText(given) ? made(value(given), type, policy) : value(given, type)] as const
  })
}

/** As the properties of a pattern. */
export const patternOf = (
  values: Values,
  about: { readonly fields: Fields; readonly policy: TemporalPolicy },
): Expression | undefined => mapOf(asParameters(values, about))

const entriesOf = (names: Iterable<string>, fields: Fields): Record<string, ValueType> => {
  const types = typesOf(fields)
  return Object.fromEntries(Array.from(names, (name) => [name, types.get(name) ?? { kind: 'any', nullable: true }]))
}

/** A list of maps with these properties. */
export const rowsType = (names: Iterable<string>, fields: Fields): ValueType =>
  listOf(mapType(entriesOf(names, fields), true))

const position: ValueType = { kind: 'integer', nullable: false }

/** What the rows of a site are, so that an engine can tell a float from an integer. */
export const siteType = (site: Site): ValueType => {
  const { properties, relationship, inner, definition, relation, how } = site
  const node = mapType(entriesOf(properties, definition.fields), true)
  const what = how === 'connect' ? position : node
  if (isFlat(site)) return listOf(what)
  const entries: Record<string, ValueType> = { [how === 'connect' ? 'at' : 'node']: what }
  entries['relationship'] = mapType(entriesOf(relationship, relation.fields), true)
  for (const each of inner.values()) entries[each.name] = siteType(each)
  return listOf(mapType(entries))
}
