import { GraphError } from '../error/graph-error.ts'
import { unionOf } from '../value/union-of.ts'
import { remembering } from '../value/remembering.ts'
import type { ValueType } from '../value/value-type.ts'
import { anyType, isScalarName, listOf, nullableOf, scalarType } from '../value/value-types.ts'
import type { PropertySpec } from './schema-descriptor.ts'

/** The parts between bars that stand in no `<…>`. */
const parts = (spec: string): string[] => {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < spec.length; i++) {
    const at = spec[i]
    if (at === '<') depth++
    else if (at === '>') depth--
    else if (at === '|' && depth === 0) {
      out.push(spec.slice(from, i))
      from = i + 1
    }
  }
  return [...out, spec.slice(from)]
}

const one = (spec: string, whole: string): ValueType => {
  const word = spec.trim()
  if (word === 'any') return anyType
  if (isScalarName(word)) return scalarType(word)
  if (word.startsWith('list<') && word.endsWith('>')) return listOf(read(word.slice(5, -1), whole))
  throw new GraphError('USAGE', `'${whole}' is no property type: '${word}' is not one of Motif's type names`)
}

const read = (spec: string, whole: string): ValueType => {
  const text = spec.trim()
  if (text.endsWith('?')) return nullableOf(read(text.slice(0, -1), whole))
  return unionOf(parts(text).map((part) => one(part, whole)))
}

/**
 * Reads a property's type as the generated schema writes it.
 *
 * @example
 * parsePropertySpec('integer|string?')   // an integer, a string or null
 * parsePropertySpec('list<date>')
 * @throws GraphError USAGE when a word is no type.
 */
export const parsePropertySpec: (spec: PropertySpec) => ValueType = remembering(4096, (spec) => read(spec, spec))
