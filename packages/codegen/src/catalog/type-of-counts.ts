import type { ScalarName, ValueType } from '@motif/core'
import { type TypeCounts, type TypeWord, typeWords } from './type-word.ts'

/**
 * How integers are typed: `number`, `bigint`, or `auto`, which is `number` unless integers past 2^53 were met.
 */
export type IntegerPolicy = 'auto' | 'number' | 'bigint'

const integerKind = (words: ReadonlySet<TypeWord>, policy: IntegerPolicy): ScalarName => {
  if (policy === 'auto') return words.has('bigint') ? 'bigint' : 'integer'
  return policy === 'bigint' ? 'bigint' : 'integer'
}

/** Words that no property type can name more closely than `any`. */
const vague: readonly TypeWord[] = ['map', 'decimal', 'other']

const kindsOf = (words: ReadonlySet<TypeWord>, policy: IntegerPolicy): ScalarName[] => {
  const kinds = new Set<ScalarName>()
  for (const word of typeWords) {
    if (!words.has(word) || word === 'list' || word === 'null' || vague.includes(word)) continue
    kinds.add(word === 'integer' || word === 'bigint' ? integerKind(words, policy) : (word as ScalarName)) // the vague ones are gone
  }
  // A client that stores 2 beside 1.5 stores an integer beside a float: the property is a float.
  if (kinds.has('float')) kinds.delete('integer')
  return [...kinds]
}

const union = (members: readonly ValueType[], nullable: boolean): ValueType => {
  const [first] = members
  if (first === undefined) return { kind: 'any', nullable }
  return members.length === 1
    ? ({ ...first, nullable: nullable || first.nullable } as ValueType)
    : { kind: 'union', of: members, nullable }
}

const elementType = (elements: TypeCounts | undefined, policy: IntegerPolicy): ValueType =>
  typeOfCounts(elements ?? {}, { policy, nullable: (elements?.null ?? 0) > 0 })

export interface TypeOfOptions {
  readonly policy: IntegerPolicy
  readonly nullable: boolean
  /** What the elements of its lists are. */
  readonly elements?: TypeCounts | undefined
}

/** The type that holds every value counted: one kind, a union of several, `any` where one of them has no name. */
export const typeOfCounts = (types: TypeCounts, options: TypeOfOptions): ValueType => {
  const words = new Set(typeWords.filter((word) => (types[word] ?? 0) > 0))
  if (vague.some((word) => words.has(word))) return { kind: 'any', nullable: options.nullable }
  const members: ValueType[] = kindsOf(words, options.policy).map((kind) => ({ kind, nullable: false }))
  if (words.has('list'))
    members.push({ kind: 'list', of: elementType(options.elements, options.policy), nullable: false })
  return union(members, options.nullable)
}
