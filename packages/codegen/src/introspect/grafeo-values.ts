import type { ElementEntry } from '../catalog/catalog.ts'
import type { TypeWord } from '../catalog/type-word.ts'
import { type Question, text, whole } from './ask.ts'
import type { Part, Target } from './grafeo-parts.ts'
import { typeWordOf } from './grafeo-types.ts'
import { PropertyCounts } from './property-counts.ts'

/** Asks the graph; see `ask`. */
export type Ask = <Row>(question: Question) => Promise<Row[]>

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
export class GrafeoValues {
  readonly #ask: Ask
  readonly #counts = new Map<string, PropertyCounts>()
  readonly #sampled = new Map<string, number>()

  constructor(ask: Ask) {
    this.#ask = ask
  }

  /** A property that is known before a value is seen. */
  name(target: string, property: string): void {
    this.#of(target).name(property)
  }

  /** Counts one part's values by property and type inside the engine: no value leaves it. */
  async read({ match, params, sampled }: Part): Promise<void> {
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
