import { intersectionOf } from '../value/intersection-of.ts'
import { neverType } from '../value/value-types.ts'
import { anyType, listOf } from '../value/value-types.ts'
import type { ValueType } from '../value/value-type.ts'
import type { Parameter } from './compiled-query.ts'
import type { Findings, Unwound } from './findings.ts'

/** What `$rows` is, from the uses of the fields of its rows. */
const rowsOf = ({ row }: Unwound, found: Findings): ValueType => {
  const entries: Record<string, ValueType> = {}
  for (const wanted of found.wanted) if (wanted.row === row) join(entries, wanted.key, wanted.type)
  return listOf(Object.keys(entries).length === 0 ? anyType : { kind: 'map', entries, nullable: false })
}

/** A second use narrows the first. Uses that exclude each other are the types' business; here nothing is known then. */
const join = (types: Record<string, ValueType>, name: string, type: ValueType): void => {
  const met = types[name]
  const both = met === undefined ? type : intersectionOf(met, type)
  types[name] = both === neverType ? anyType : both
}

/** The named parameters that were found, in the order they were met, each with what all its uses ask for. */
export const parametersOf = (found: Findings): readonly Parameter[] => {
  const types: Record<string, ValueType> = Object.create(null) as Record<string, ValueType>
  for (const unwound of found.unwound) {
    if (unwound.list.kind === 'parameter') join(types, unwound.list.name, unwound.list.type ?? rowsOf(unwound, found))
    else found.values.set(unwound.list, rowsOf(unwound, found))
  }
  for (const { name, type } of found.asked) join(types, name, type)
  const out: Parameter[] = []
  for (const name in types) out.push({ name, type: types[name] as ValueType }) // one of its keys
  return out
}
