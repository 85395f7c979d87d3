import type { PropertyEntry } from '../catalog/catalog.ts'
import { sortedBy } from '../catalog/order.ts'
import { type TypeCounts, type TypeWord, typeWords } from '../catalog/type-word.ts'

type Counter = Map<TypeWord, number>

const counted = (counter: Counter): TypeCounts =>
  Object.fromEntries(typeWords.flatMap((word) => (counter.has(word) ? [[word, counter.get(word)]] : [])))

const add = (counter: Counter, word: TypeWord, count: number): void => {
  counter.set(word, (counter.get(word) ?? 0) + count)
}

/** Gathers counts by property and type. */
export class PropertyCounts {
  readonly #values = new Map<string, { types: Counter; elements: Counter }>()

  /** A property that is known by name, with no value yet. */
  name(key: string): void {
    this.#of(key)
  }

  add(key: string, word: TypeWord, count: number): void {
    add(this.#of(key).types, word, count)
  }

  addElement(key: string, word: TypeWord, count: number): void {
    add(this.#of(key).elements, word, count)
  }

  /** The properties with lists whose elements are all integers. */
  integerLists(): string[] {
    return [...this.#values].flatMap(([key, { elements }]) =>
      elements.size > 0 && [...elements.keys()].every((word) => word === 'integer' || word === 'bigint') ? [key] : [],
    )
  }

  /** Counts a property's lists as values of another type. */
  rename(key: string, word: TypeWord): void {
    const { types, elements } = this.#of(key)
    const lists = types.get('list') ?? 0
    types.delete('list')
    elements.clear()
    add(types, word, lists)
  }

  entries(): PropertyEntry[] {
    const entries = [...this.#values].map(
      ([name, { types, elements }]): PropertyEntry => ({
        name,
        count: [...types].reduce((sum, [word, count]) => (word === 'null' ? sum : sum + count), 0),
        types: counted(types),
        ...(types.has('list') ? { elements: counted(elements) } : {}),
      }),
    )
    return sortedBy(entries, (entry) => entry.name)
  }

  #of(key: string): { types: Counter; elements: Counter } {
    const known = this.#values.get(key) ?? { types: new Map(), elements: new Map() }
    this.#values.set(key, known)
    return known
  }
}
