import type { ScalarName, ValueType } from '@motif/core'
import type { Constraint } from '../catalog/catalog.ts'
import { parseSpec } from '../catalog/spec.ts'
import type { TypeWord } from '../catalog/type-word.ts'

/** How a property's type is written in a constraint. */
const written: ReadonlyMap<ScalarName, string> = new Map([
  ['string', 'STRING'],
  ['boolean', 'BOOLEAN'],
  ['integer', 'INTEGER'],
  ['bigint', 'INTEGER'],
  ['float', 'FLOAT'],
  ['number', 'INTEGER | FLOAT'],
  ['date', 'DATE'],
  ['time', 'ZONED TIME'],
  ['localTime', 'LOCAL TIME'],
  ['dateTime', 'ZONED DATETIME'],
  ['localDateTime', 'LOCAL DATETIME'],
  ['duration', 'DURATION'],
  ['point', 'POINT'],
])

const isScalar = (type: ValueType): type is { kind: ScalarName; nullable: boolean } =>
  written.has(type.kind as ScalarName)

const textOf = (type: ValueType): string | undefined => {
  if (isScalar(type)) return written.get(type.kind)
  if (type.kind === 'list') {
    const inner = textOf(type.of)
    return inner === undefined || inner.includes('|') ? undefined : `LIST<${inner} NOT NULL>`
  }
  if (type.kind !== 'union') return undefined
  const parts = type.of.map(textOf)
  return parts.includes(undefined) ? undefined : parts.join(' | ')
}

/** A property's type as a constraint states it: `INTEGER | STRING`; undefined for one that no constraint can. */
export const declaredType = (spec: string): string | undefined => textOf(parseSpec(spec))

/** Words that a stored value of the type may be counted under, and those of the elements of its lists. */
interface Words {
  readonly types: ReadonlySet<TypeWord>
  readonly elements: ReadonlySet<TypeWord>
}

const alike: Readonly<Partial<Record<ScalarName, readonly TypeWord[]>>> = {
  integer: ['integer', 'bigint'],
  bigint: ['integer', 'bigint'],
  float: ['float', 'decimal'],
  number: ['integer', 'bigint', 'float', 'decimal'],
}

/** The words a property's type allows; undefined when it allows anything. */
export const wordsOf = (spec: string): Words | undefined => {
  const types = new Set<TypeWord>()
  const elements = new Set<TypeWord>()
  const add = (type: ValueType, to: Set<TypeWord>): boolean => {
    if (isScalar(type) || type.kind === 'bytes') {
      const kind = type.kind as ScalarName & TypeWord // `number` is alike to others, and stands for none itself
      for (const word of alike[kind] ?? [kind]) to.add(word)
      return true
    }
    if (type.kind === 'union') return type.of.every((each) => add(each, to))
    if (type.kind !== 'list') return false
    to.add('list')
    return add(type.of, elements)
  }
  return add(parseSpec(spec), types) ? { types, elements } : undefined
}

/** A type constraint's type as Motif writes it; the counterpart of `declaredType`. */
export const specOf = ({ types = [], elements = [] }: Constraint): string =>
  types.map((word) => (word === 'list' ? `list<${elements.join('|')}>` : word)).join('|')

/** Whether a wanted type is what a constraint already holds. */
export const sameType = (wanted: string, held: string): boolean => {
  const parts = (spec: string): string =>
    (declaredType(spec) ?? spec)
      .split('|')
      .map((part) => part.trim())
      .sort()
      .join('|')
  return parts(wanted) === parts(held)
}
