import type { ScalarName, ValueType } from '@motif/core'
import { type TypeCounts, type TypeWord, typeWords } from './type-word.ts'

/**
 * How integers are typed: `number`, `bigint`, or `auto`, which is `number` unless integers past 2^53 were met.
 */
export type IntegerPolicy = 'auto' | 'number' | 'bigint'

type Words = ReadonlySet<TypeWord>

const without = (words: Words, ...dropped: readonly TypeWord[]): Words =>
  new Set([...words].filter((word) => !dropped.includes(word)))

/** Words that no property type can name more closely than `any`. */
const isVague = (words: Words, policy: IntegerPolicy): boolean =>
  words.has('map') || words.has('decimal') || words.has('other') || mixesPrecision(words, policy)

/** Integers past 2^53 beside fractions: neither a number nor a bigint keeps both. */
const mixesPrecision = (words: Words, policy: IntegerPolicy): boolean =>
  policy !== 'number' && words.has('bigint') && words.has('float')

const kindOf = (word: TypeWord, words: Words, policy: IntegerPolicy): ScalarName => {
  if (word !== 'integer' && word !== 'bigint') return word as ScalarName // the words that are no scalar are gone
  return policy === 'bigint' || (policy === 'auto' && words.has('bigint')) ? 'bigint' : 'integer'
}

const kindsOf = (all: Words, policy: IntegerPolicy): ReadonlySet<ScalarName> => {
  // A client that stores 2 beside 1.5 stores an integer beside a float: the property is a float.
  const words = without(all, 'list', 'null', ...(all.has('float') ? (['integer', 'bigint'] as const) : []))
  return new Set([...words].map((word) => kindOf(word, words, policy)))
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
  const { policy, elements, nullable } = options
  if (isVague(words, policy)) return { kind: 'any', nullable }
  const members = [...kindsOf(words, policy)].map((kind): ValueType => ({ kind, nullable: false }))
  if (words.has('list')) members.push({ kind: 'list', of: elementType(elements, policy), nullable: false })
  return union(members, nullable)
}
