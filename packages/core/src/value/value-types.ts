import type { ScalarName, ValueType } from './value-type.ts'

const scalarNames: readonly ScalarName[] = [
  'string',
  'boolean',
  'integer',
  'bigint',
  'float',
  'number',
  'bytes',
  'point',
  'date',
  'time',
  'localTime',
  'dateTime',
  'localDateTime',
  'duration',
]

const scalars = new Map<string, readonly [plain: ValueType, nullable: ValueType]>(
  scalarNames.map((kind) => [
    kind,
    [
      { kind, nullable: false },
      { kind, nullable: true },
    ],
  ]),
)

/** Anything, null included: what is not known. */
export const anyType: ValueType = { kind: 'any', nullable: true }
/** The type of `null`. */
export const nullType: ValueType = { kind: 'null', nullable: true }
/** No value at all: the element of an empty list. */
export const neverType: ValueType = { kind: 'union', of: [], nullable: false }

/** Whether a word names a scalar type. */
export const isScalarName = (name: string): name is ScalarName => scalars.has(name)

/** A scalar type; the same object each time. */
export const scalarType = (name: ScalarName, nullable: boolean = false): ValueType => {
  const pair = scalars.get(name) as readonly [ValueType, ValueType] // every name is in the table
  return nullable ? pair[1] : pair[0]
}

/** A list of some type. */
export const listOf = (of: ValueType, nullable: boolean = false): ValueType => ({ kind: 'list', of, nullable })

const turned = (type: ValueType, nullable: boolean): ValueType => {
  const pair = scalars.get(type.kind)
  return pair === undefined ? ({ ...type, nullable } as ValueType) : nullable ? pair[1] : pair[0] // one field of the same member
}

/** The type or null. */
export const nullableOf = (type: ValueType): ValueType => (type.nullable ? type : turned(type, true))

/** The type without null; `any` stays what it is, since nothing is known of it. */
export const nonNullOf = (type: ValueType): ValueType => {
  if (!type.nullable || type.kind === 'any') return type
  return type.kind === 'null' ? neverType : turned(type, false)
}

/** The type, nullable when `other` is: what most functions do with a null argument. */
export const nullableAs = (type: ValueType, other: ValueType): ValueType => (other.nullable ? nullableOf(type) : type)
