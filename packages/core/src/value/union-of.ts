import { anyType, isNumber, neverType, nonNullOf, nullType, nullableOf, scalarType } from './value-types.ts'
import { sameType } from './same-type.ts'
import type { ValueType } from './value-type.ts'

const add = (members: ValueType[], type: ValueType): void => {
  const at = members.findIndex((member) => sameType(member, type) || (isNumber(member) && isNumber(type)))
  const met = members[at]
  if (met === undefined) members.push(type)
  else if (!sameType(met, type)) members[at] = scalarType('number')
}

/**
 * A value of any of these types. Null joins as nullability, an integer and a float are a number, and one unknown
 * makes the whole unknown.
 */
export const unionOf = (types: readonly ValueType[]): ValueType => {
  if (types.length === 1 && types[0] !== undefined) return types[0]
  const members: ValueType[] = []
  let nullable = false
  for (const type of types) {
    if (type.kind === 'any') return anyType
    nullable ||= type.nullable
    if (type.kind === 'union') for (const each of type.of) add(members, each)
    else if (type.kind !== 'null') add(members, nonNullOf(type))
  }
  const first = members[0]
  if (first === undefined) return nullable ? nullType : neverType
  const whole: ValueType = members.length === 1 ? first : { kind: 'union', of: members, nullable: false }
  return nullable ? nullableOf(whole) : whole
}
