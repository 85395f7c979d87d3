import { bagOf } from '../schema/property-bag.ts'
import type { SchemaDescriptor } from '../schema/schema-descriptor.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, nonNullOf, nullableAs, nullableOf, scalarType } from '../value/value-types.ts'

/** What a function returns, by the type of its first argument (`any` when it has none). */
export type FunctionType = (first: ValueType, schema: SchemaDescriptor | undefined) => ValueType

const always =
  (type: ValueType): FunctionType =>
  () =>
    type
/** Null for null. */
const like =
  (type: ValueType): FunctionType =>
  (first) =>
    nullableAs(type, first)
const same: FunctionType = (first) => first
const orNull: FunctionType = (first) => nullableOf(first)

const integer = scalarType('integer')
const float = scalarType('float')
const text = scalarType('string')
const boolean = scalarType('boolean')
const texts = listOf(text)

const numeric: FunctionType = (first) =>
  first.kind === 'integer' || first.kind === 'float' ? scalarType(first.kind) : scalarType('number')
const magnitude: FunctionType = (first, schema) => nullableAs(numeric(first, schema), first)
/** A null list yields null, whatever it holds; what is not known to be a list yields something unknown. */
const element: FunctionType = (first) => (first.kind === 'list' && !first.nullable ? nullableOf(first.of) : anyType)

const properties: FunctionType = (first, schema) => {
  if (first.kind !== 'node' && first.kind !== 'relationship') return first
  const entries = bagOf(first, schema)
  return entries === undefined ? { ...first, entity: false } : { kind: 'map', entries, nullable: first.nullable }
}

/** Left unknown by the types, and what it is: engines that have to be told decode by it. */
const believed = (type: ValueType): ValueType => ({ kind: 'any', nullable: true, likely: type })
const someNode: ValueType = { kind: 'node', labels: '*', entity: false, nullable: false }
const someRelationship: ValueType = { kind: 'relationship', types: '*', entity: false, nullable: false }

/** The functions the grammar knows, in lower case; any other gives something unknown. */
export const functionTypes: ReadonlyMap<string, FunctionType> = new Map<string, FunctionType>([
  ['count', always(integer)],
  ['sum', numeric],
  ['avg', always(nullableOf(float))],
  ['stdev', always(float)],
  ['min', orNull],
  ['max', orNull],
  ['collect', (first) => listOf(nonNullOf(first))],
  ...['size', 'length', 'id', 'sign'].map((name): [string, FunctionType] => [name, like(integer)]),
  ...[
    'elementid',
    'type',
    'tolower',
    'toupper',
    'trim',
    'ltrim',
    'rtrim',
    'substring',
    'replace',
    'left',
    'right',
    'tostring',
  ].map((name): [string, FunctionType] => [name, like(text)]),
  ...['labels', 'keys', 'split'].map((name): [string, FunctionType] => [name, like(texts)]),
  ...['ceil', 'floor', 'round', 'sqrt', 'exp', 'log'].map((name): [string, FunctionType] => [name, like(float)]),
  ['abs', magnitude],
  ['properties', properties],
  ['tointeger', always(nullableOf(integer))],
  ['tofloat', always(nullableOf(float))],
  ['toboolean', always(nullableOf(boolean))],
  ['rand', always(float)],
  ['timestamp', always(integer)],
  ['randomuuid', always(text)],
  ['range', always(listOf(integer))],
  ['head', element],
  ['last', element],
  ['tail', same],
  ['reverse', same],
  ['nodes', always(listOf(believed(someNode)))],
  ['relationships', always(listOf(believed(someRelationship)))],
  ['exists', always(boolean)],
  ['isempty', always(boolean)],
])

const likely =
  (type: ValueType): FunctionType =>
  (first) => ({ kind: 'any', nullable: true, likely: nullableAs(type, first) })

/** Functions whose result the types leave unknown, and what it is: engines that have to be told decode by it. */
export const likelyTypes: ReadonlyMap<string, FunctionType> = new Map<string, FunctionType>([
  ['date', likely(scalarType('date'))],
  ['datetime', likely(scalarType('dateTime'))],
  ['localdatetime', likely(scalarType('localDateTime'))],
  ['time', likely(scalarType('time'))],
  ['localtime', likely(scalarType('localTime'))],
  ['duration', likely(scalarType('duration'))],
  ['point', likely(scalarType('point'))],
  ['startnode', likely(someNode)],
  ['endnode', likely(someNode)],
])
