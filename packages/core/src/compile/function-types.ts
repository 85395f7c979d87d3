import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, mapOf, nonNullOf, nullableAs, nullableOf, scalarType } from '../value/value-types.ts'

/** What a function returns, by the type of its first argument (`any` when it has none). */
export type FunctionType = (first: ValueType, schema: SchemaDescriptor | undefined) => ValueType

const integer = scalarType('integer')
const float = scalarType('float')
const text = scalarType('string')

const node: ValueType = { kind: 'node', labels: '*', entity: false, nullable: false }
const relationship: ValueType = { kind: 'relationship', types: '*', entity: false, nullable: false }
const temporal = ['date', 'dateTime', 'localDateTime', 'time', 'localTime', 'duration'] as const

const always =
  (type: ValueType): FunctionType =>
  () =>
    type
/** Null for null. */
const like =
  (type: ValueType): FunctionType =>
  (first) =>
    nullableAs(type, first)

/** Numbers that are added are numbers, lengths of time one of those. */
const sum = ({ kind }: ValueType): ValueType =>
  scalarType(kind === 'integer' || kind === 'float' || kind === 'bigint' || kind === 'duration' ? kind : 'number')
const avg: FunctionType = ({ kind }) => nullableOf(scalarType(kind === 'duration' ? kind : 'float'))

const properties: FunctionType = (first, schema) => {
  if (first.kind !== 'node' && first.kind !== 'relationship') return first
  const entries = bagOf(first, schema)
  return entries === undefined ? { ...first, entity: false } : nullableAs(mapOf(entries), first)
}

/** The functions the grammar knows, in lower case; any other gives something unknown. */
const table: readonly (readonly [names: string, type: FunctionType])[] = [
  ['count timestamp', always(integer)],
  ['linenumber', always(nullableOf(integer))],
  ['stdev stdevp rand e pi', always(float)],
  ['randomuuid valuetype', always(text)],
  ['file tostringornull', always(nullableOf(text))],
  ['exists', always(scalarType('boolean'))],
  ['isempty isnan point.withinbbox', like(scalarType('boolean'))],
  ['range', always(listOf(integer))],
  ['nodes', always(listOf(node))],
  ['relationships', always(listOf(relationship))],
  ['startnode endnode', like(node)],
  ...temporal.map((name): readonly [string, FunctionType] => [name.toLowerCase(), like(scalarType(name))]),
  ['tofloat tofloatornull percentilecont', always(nullableOf(float))],
  ['tointeger tointegerornull', always(nullableOf(integer))],
  ['toboolean tobooleanornull', always(nullableOf(scalarType('boolean')))],
  [
    'size length id sign char_length character_length vector_dimension_count string.indexof coll.indexof',
    like(integer),
  ],
  [
    'ceil floor round sqrt exp log log10 sin cos tan cot asin acos atan atan2 sinh cosh tanh coth haversin degrees ' +
      'radians point.distance vector.similarity.cosine vector.similarity.euclidean vector_distance vector_norm',
    like(float),
  ],
  [
    'elementid type tolower toupper lower upper trim ltrim rtrim btrim substring replace left right tostring normalize ' +
      'format string.join string.regexreplace',
    like(text),
  ],
  ['point', like(scalarType('point'))],
  ['tobooleanlist', like(listOf(nullableOf(scalarType('boolean'))))],
  ['tointegerlist', like(listOf(nullableOf(integer)))],
  ['tofloatlist', like(listOf(nullableOf(float)))],
  ['tostringlist', like(listOf(nullableOf(text)))],
  ['labels keys split', like(listOf(text))],
  ['sum', sum],
  ['abs', (first) => nullableAs(sum(first), first)],
  ['min max nullif percentiledisc', nullableOf],
  ['avg', avg],
  ['collect', (first) => listOf(nonNullOf(first))],
  ['properties', properties],
  // A null list yields null, whatever it holds; what is not known to be a list yields something unknown.
  [
    'head last coll.max coll.min',
    (first) => (first.kind === 'list' && !first.nullable ? nullableOf(first.of) : anyType),
  ],
  ['tail reverse coll.distinct coll.sort coll.remove', (first) => first],
]

export const functionTypes: ReadonlyMap<string, FunctionType> = new Map(
  table.flatMap(([names, type]) => names.split(' ').map((name) => [name, type])),
)
