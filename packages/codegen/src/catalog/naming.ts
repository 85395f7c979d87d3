/** Words of a label: `ACTED_IN`, `actedIn`, `acted in` and `ActedIn` are two words each. */
const wordsOf = (label: string): string[] =>
  label
    .replaceAll(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== '')

const capital = (word: string): string => {
  const [first = '', ...rest] = word
  const tail = rest.join('')
  // Capitals throughout are how relationship types are spelt (ACTED_IN), not part of the name.
  return first.toUpperCase() + (tail === tail.toUpperCase() ? tail.toLowerCase() : tail)
}

/** The name a label's interfaces are made from: `ACTED_IN` gives `ActedIn`, `my label` gives `MyLabel`. */
export const pascalCase = (label: string): string => {
  const name = wordsOf(label).map(capital).join('')
  if (name === '') return 'Unnamed'
  return /^\p{L}/u.test(name) ? name : `N${name}`
}

/** The name a validator is called by: `ActedIn` gives `actedIn`. */
export const camelCase = (name: string): string => {
  const [first = '', ...rest] = name
  return first.toLowerCase() + rest.join('')
}

/** Hands out names, each once: a second `User` becomes `User2`. */
export class NamePool {
  readonly #taken = new Set<string>()

  /** The first of the wished names that is free, else the last with a number. */
  take(...wishes: readonly [string, ...string[]]): string {
    for (const wish of wishes) if (this.#claim(wish)) return wish
    const last = wishes[wishes.length - 1] ?? wishes[0]
    for (let number = 2; ; number += 1) {
      const name = `${last}${number}`
      if (this.#claim(name)) return name
    }
  }

  /** Case is ignored: names that differ by case alone would be confused in the files made from them. */
  #claim(name: string): boolean {
    const key = name.toLowerCase()
    if (this.#taken.has(key)) return false
    this.#taken.add(key)
    return true
  }
}
