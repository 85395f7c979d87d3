import type { ElementEntry } from '../catalog/catalog.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import { text, whole } from './ask.ts'
import type { Part, Target } from './parts.ts'
import { PropertyCounts } from './property-counts.ts'
import type { Ask, Disguises, Words } from './words.ts'

interface Counted {
  readonly name: string
  readonly key: string
  readonly word: TypeWord
  readonly count: number
}

const columns = [
  { name: 'name', type: text },
  { name: 'key', type: text },
  { name: 'word', type: text },
  { name: 'count', type: whole },
]

/** Gathers what is counted of labels, or of relationship types. */
export class ElementValues {
  readonly #ask: Ask
  readonly #words: Words
  readonly #counts = new Map<string, PropertyCounts>()
  readonly #sampled = new Map<string, number>()

  constructor(ask: Ask, words: Words) {
    this.#ask = ask
    this.#words = words
  }

  /** Some lists of nothing but integers were met, which an engine may have in another form. */
  get hasIntegerLists(): boolean {
    return [...this.#counts.values()].some((counts) => counts.integerLists().length > 0)
  }

  /** A property that is known before a value is seen. */
  name(target: string, property: string): void {
    this.#of(target).name(property)
  }

  /** Counts one part's values by property and type inside the engine: no value leaves it. */
  async read({ match, params, sampled }: Part): Promise<void> {
    const { typeWordOf } = this.#words
    if (sampled !== undefined) this.#sampled.set(sampled, await this.#size(match, params))
    const values = `${match} UNWIND keys(x) AS key WITH name, key, x[key] AS v`
    const rows = await this.#ask<Counted>({
      text: `${values} WITH name, key, ${typeWordOf('v')} AS word RETURN name, key, word, count(*) AS count`,
      columns,
      params,
    })
    for (const { name, key, word, count } of rows) this.#of(name).add(key, word, count)
    const lists = [...new Set(rows.filter((row) => row.word === 'list').map((row) => row.key))]
    if (lists.length === 0) return
    const elements = await this.#ask<Counted>({
      text:
        `${values} WHERE key IN $lists AND ${typeWordOf('v')} = 'list' UNWIND v AS e ` +
        `WITH name, key, ${typeWordOf('e')} AS word RETURN name, key, word, count(*) AS count`,
      columns,
      params: { ...params, lists },
    })
    for (const { name, key, word, count } of elements) this.#of(name).addElement(key, word, count)
  }

  /** Calls lists of integers what they are stored as. */
  unmask(disguises: Disguises): void {
    for (const [target, counts] of this.#counts) {
      for (const key of counts.integerLists()) {
        const word = disguises.get(target)?.get(key)
        if (word !== undefined) counts.rename(key, word)
      }
    }
  }

  entry({ name, count }: Target): ElementEntry {
    return { name, count, scanned: this.#sampled.get(name) ?? count, properties: this.#of(name).entries() }
  }

  async #size(match: string, params: Part['params']): Promise<number> {
    const question = { text: `${match} RETURN count(x) AS count`, columns: [{ name: 'count', type: whole }], params }
    const [row] = await this.#ask<{ count: number }>(question)
    return row?.count ?? 0
  }

  #of(name: string): PropertyCounts {
    const counts = this.#counts.get(name) ?? new PropertyCounts()
    this.#counts.set(name, counts)
    return counts
  }
}
