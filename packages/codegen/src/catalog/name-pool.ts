import { type Names, namesOf, type Naming } from './naming.ts'

/** What every generated file says or imports besides. */
const own =
  'defineSchema SchemaDescriptor Schema LabelSets Policies nodes relationships temporal offsetTime z Date Uint8Array'
const core = 'Duration OffsetTime PlainDate PlainDateTime PlainTime Point ZonedDateTime'

/** Hands out names such that all that is made from each is there once: a second `User` becomes `User2`. */
export class NamePool {
  readonly #naming: Naming | undefined
  readonly #taken: Set<string>

  constructor(naming: Naming | undefined) {
    this.#naming = naming
    this.#taken = new Set(`${own} ${core}`.toLowerCase().split(' '))
  }

  /** The first of the wished names that is free, else the last with a number. */
  take(kind: 'node' | 'relationship', ...wishes: readonly [string, ...string[]]): string {
    for (const wish of wishes) if (this.#claim(namesOf(wish, kind, this.#naming))) return wish
    const last = wishes[wishes.length - 1] ?? wishes[0]
    for (let number = 2; ; number += 1) {
      const name = `${last}${number}`
      if (this.#claim(namesOf(name, kind, this.#naming))) return name
    }
  }

  /** Case is ignored: names that differ by case alone would be confused in the files made from them. */
  #claim(names: Names): boolean {
    const keys = Object.values(names).map((name: string) => name.toLowerCase())
    if (keys.some((key) => this.#taken.has(key))) return false
    for (const key of keys) this.#taken.add(key)
    return true
  }
}
