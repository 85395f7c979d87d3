import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, mapOf, nonNullOf, nullableAs, nullableOf, scalarType } from '../value/value-types.ts'

/** What a function returns, by the type of its first argument (`any` when it has none). */
export type FunctionType = (first: ValueType, schema: SchemaDescriptor | undefined) => ValueType

const integer = scalarType('integer')
const float = scalarType('float')
const text = scalarType('string')

const always =
  (type: ValueType): FunctionType =>
  () =>
    type
/** Null for null. */
const like =
  (type: ValueType): FunctionType =>
  (first) =>
    nullableAs(type, first)

const sum: FunctionType = ({ kind }) => scalarType(kind === 'integer' || kind === 'float' ? kind : 'number')

const properties: FunctionType = (first, schema) => {
  if (first.kind !== 'node' && first.kind !== 'relationship') return first
  const entries = bagOf(first, schema)
  return entries === undefined ? { ...first, entity: false } : nullableAs(mapOf(entries), first)
}

/** The functions the grammar knows, in lower case; any other gives something unknown. */
const table: readonly (readonly [names: string, type: FunctionType])[] = [
  ['count timestamp', always(integer)],
  ['stdev rand', always(float)],
  ['randomuuid', always(text)],
  ['exists', always(scalarType('boolean'))],
  ['isempty', like(scalarType('boolean'))],
  ['range', always(listOf(integer))],
  ['nodes relationships', always(listOf(anyType))],
  ['avg tofloat', always(nullableOf(float))],
  ['tointeger', always(nullableOf(integer))],
  ['toboolean', always(nullableOf(scalarType('boolean')))],
  ['size length id sign', like(integer)],
  ['ceil floor round sqrt exp log', like(float)],
  ['elementid type tolower toupper trim ltrim rtrim substring replace left right tostring', like(text)],
  ['labels keys split', like(listOf(text))],
  ['sum', sum],
  ['abs', (first, schema) => nullableAs(sum(first, schema), first)],
  ['min max', nullableOf],
  ['collect', (first) => listOf(nonNullOf(first))],
  ['properties', properties],
  // A null list yields null, whatever it holds; what is not known to be a list yields something unknown.
  ['head last', (first) => (first.kind === 'list' && !first.nullable ? nullableOf(first.of) : anyType)],
  ['tail reverse', (first) => first],
]

export const functionTypes: ReadonlyMap<string, FunctionType> = new Map(
  table.flatMap(([names, type]) => names.split(' ').map((name) => [name, type])),
)
