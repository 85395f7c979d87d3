import { anyType, listOf, mapOf } from '../value/value-types.ts'
import type { Analysis } from './analysis.ts'
import type { Parameter } from './compiled-query.ts'

/** The named parameters that were found, in the order they were met, each with what all its uses ask for. */
export const parametersOf = (found: Analysis): readonly Parameter[] => {
  for (const { list, fields } of found.rows.values()) {
    const row = Object.keys(fields).length === 0 ? anyType : mapOf({ ...fields })
    const type = list.type ?? listOf(row)
    if (list.kind === 'parameter') found.ask(list.name, type)
    else found.values.set(list, type)
  }
  return Object.entries(found.asked).map(([name, type]) => ({ name, type }))
}
