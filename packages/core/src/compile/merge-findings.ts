import { intersectionOf } from '../value/intersection-of.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, listOf, neverType } from '../value/value-types.ts'
import type { Parameter } from './compiled-query.ts'
import type { Findings } from './findings.ts'

const none: readonly Parameter[] = Object.freeze([])

type Types = Record<string, ValueType>
const noTypes = (): Types => Object.create(null) as Types // a parameter may be called toString

/** A second use narrows the first. Uses that exclude each other are the types' business; here nothing is known then. */
const join = (types: Types, name: string, type: ValueType): void => {
  const met = types[name]
  const both = met === undefined ? type : intersectionOf(met, type)
  types[name] = both === neverType ? anyType : both
}

/** What `$rows` is, from the uses of the fields of its rows. */
const rowsOf = (row: ValueType, { notes }: Findings): ValueType => {
  const entries = noTypes()
  for (const note of notes) if (note.kind === 'wanted' && note.row === row) join(entries, note.key, note.type)
  return listOf(Object.keys(entries).length === 0 ? anyType : { kind: 'map', entries: { ...entries }, nullable: false })
}

/** The named parameters that were found, in the order they were met, each with what all its uses ask for. */
export const parametersOf = (found: Findings): readonly Parameter[] => {
  if (found.notes.length === 0) return none
  const types = noTypes()
  for (const note of found.notes) {
    if (note.kind === 'asked') join(types, note.name, note.type)
    else if (note.kind === 'unwound') {
      const rows = note.list.type ?? rowsOf(note.row, found)
      if (note.list.kind === 'parameter') join(types, note.list.name, rows)
      else found.values.set(note.list, rows)
    }
  }
  const out: Parameter[] = []
  for (const name in types) out.push({ name, type: types[name] as ValueType }) // one of its keys
  return out
}
