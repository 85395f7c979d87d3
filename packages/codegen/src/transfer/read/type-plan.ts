import type { ElementEntry, PropertyEntry } from '../../catalog/catalog.ts'
import type { TypeCounts, TypeWord } from '../../catalog/type-word.ts'
import { isTemporalWord } from '../value/read-temporal.ts'
import type { Settled } from './told.ts'

/** How an engine's values are told apart once they have left it. */
export interface Disguise {
  /** Temporal values come as text. */
  readonly temporalAsText: boolean
}

/** Words of values that have to be asked for one by one, where temporal values come as text. */
const always: readonly TypeWord[] = ['localDateTime', 'map', 'list', 'decimal']

const wordsIn = (counts: TypeCounts = {}): readonly TypeWord[] => Object.keys(counts) as TypeWord[] // its own keys

/** What the texts and numbers among some values are; `undefined` where there are several kinds of either. */
const settle = (words: readonly TypeWord[], { temporalAsText }: Disguise) => {
  const texts = words.filter((word) => word === 'string' || isTemporalWord(word))
  const numbers = new Set(
    words.flatMap((word) => (word === 'float' ? [true] : /integer$|bigint/.test(word) ? [false] : [])),
  )
  if (numbers.size > 1 || words.includes('other')) return undefined
  if (temporalAsText && (texts.length > 1 || always.some((word) => words.includes(word)))) return undefined
  return { text: temporalAsText ? texts[0] : undefined, isFloat: numbers.has(true) }
}

const settledProperty = ({ types, elements }: PropertyEntry, disguise: Disguise): Settled | undefined => {
  const own = settle(
    wordsIn(types).filter((word) => word !== 'list'),
    disguise,
  )
  const inner = settle(wordsIn(elements), disguise)
  if (own === undefined || inner === undefined) return undefined
  return { ...own, elementText: inner.text, areFloats: inner.isFloat }
}

const holdsLists = ({ types, elements = {} }: PropertyEntry): boolean =>
  (types.map ?? elements.map ?? elements.list) !== undefined

/** What the census of a graph says of each property: what its values are, or that each must be asked for. */
export class TypePlan {
  readonly #settled = new Map<string, ReadonlyMap<string, Settled>>()
  readonly #asked = new Set<string>()
  /** True where a list or a map may hold lists or maps. */
  readonly isDeep: boolean

  constructor(entries: readonly ElementEntry[], disguise: Disguise) {
    this.isDeep = entries.some(({ properties }) => properties.some(holdsLists))
    for (const { name, properties } of entries) {
      const known = new Map<string, Settled>()
      for (const property of properties) {
        const settled = settledProperty(property, disguise)
        if (settled === undefined) this.#asked.add(property.name)
        else known.set(property.name, settled)
      }
      this.#settled.set(name, known)
    }
  }

  /** Labels or types that the census has seen. */
  get known(): readonly string[] {
    return [...this.#settled.keys()]
  }

  /** Properties of which some values must be asked for. */
  get asked(): readonly string[] {
    return [...this.#asked]
  }

  /** What all values of a property are, under any of these labels. */
  settled(labels: readonly string[], key: string): Settled | undefined {
    for (const label of labels) {
      const settled = this.#settled.get(label)?.get(key)
      if (settled !== undefined) return settled
    }
    return undefined
  }
}
