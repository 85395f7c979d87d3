import { keyText } from '../key-text.ts'

type Row = Record<string, unknown>

/** What is kept of a node: its object, and whether nothing was written since it was read. */
interface Kept {
  readonly row: Row
  fresh: boolean
}

/** Makes a row say what another says. */
const become = (row: Row, other: Row): Row => {
  for (const field of Object.keys(row)) if (!Object.hasOwn(other, field)) delete row[field]
  return Object.assign(row, other)
}

/**
 * One object for each node that was read in a transaction: whoever reads a node again gets the same object, with what was
 * read last.
 *
 * @example
 * const people = new IdentityMap(['id'])
 * people.keep({ id: 1, name: 'Ada' }) === people.keep({ id: 1, name: 'Ada L.' })   // true, and its name is 'Ada L.'
 */
export class IdentityMap {
  readonly #fields: readonly string[]
  readonly #kept: Map<string, Kept> = new Map()

  /** `fields` are those of the key. */
  constructor(fields: readonly string[]) {
    this.#fields = fields
  }

  /** The object of a key; undefined where it was not read yet, or may have been changed since. */
  find(key: Row): Row | undefined {
    const kept = this.#kept.get(this.#nameOf(key))
    return kept?.fresh === true ? kept.row : undefined
  }

  /** The object of a row that was read whole; the row itself where it has no key, which is no other's then. */
  keep(row: Row): Row {
    if (this.#fields.some((field) => (row[field] ?? null) === null)) return row
    const name = this.#nameOf(row)
    const kept = this.#kept.get(name)
    if (kept === undefined) {
      this.#kept.set(name, { row, fresh: true })
      return row
    }
    kept.fresh = true
    return become(kept.row, row)
  }

  /** Says that something was written: what is kept is read anew when it is asked for, into the same objects. */
  outdate(): void {
    for (const kept of this.#kept.values()) kept.fresh = false
  }

  #nameOf(row: Row): string {
    return this.#fields.map((field) => keyText(row[field])).join('')
  }
}
