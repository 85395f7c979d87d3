import type { ValueType } from '../value/value-type.ts'
import type { Scope } from './rewrite-context.ts'

/** Deeper than a person nests; beyond it names are copied once, so that looking one up stays short. */
const deepest = 32

/** Names in the order they were added, shared by all scopes that go on from one another. */
interface Added {
  readonly at: Map<string, number>
  readonly types: ValueType[]
}

/**
 * The names in scope at a place. A scope with one name more shares the list of the one before, of which it sees a longer
 * part: so that a statement of any length is followed in linear time.
 */
class Names implements ReadonlyMap<string, ValueType> {
  readonly #around: Scope | undefined
  readonly #own: Added
  readonly #seen: number
  readonly #depth: number

  constructor(around: Scope | undefined, own: Added = { at: new Map(), types: [] }, seen = 0) {
    const depth = around instanceof Names ? around.#depth + 1 : 0
    this.#around = depth > deepest ? new Map(around) : around
    this.#depth = depth > deepest ? 0 : depth
    this.#own = own
    this.#seen = seen
  }

  get(name: string): ValueType | undefined {
    const at = this.#own.at.get(name)
    return at !== undefined && at < this.#seen ? this.#own.types[at] : this.#around?.get(name)
  }
  has(name: string): boolean {
    return this.get(name) !== undefined
  }
  /** These names and another one, which may hide one of them. */
  with(name: string, type: ValueType): Names {
    const { at, types } = this.#own
    if (types.length > this.#seen || at.has(name)) return new Names(this).with(name, type)
    at.set(name, types.length)
    types.push(type)
    return new Names(this.#around, this.#own, types.length)
  }

  #all(): Map<string, ValueType> {
    const all = new Map(this.#around)
    for (const [name, at] of this.#own.at) if (at < this.#seen) all.set(name, this.#own.types[at] as ValueType) // in bounds
    return all
  }
  get size(): number {
    return this.#all().size
  }
  entries(): MapIterator<[string, ValueType]> {
    return this.#all().entries()
  }
  [Symbol.iterator](): MapIterator<[string, ValueType]> {
    return this.entries()
  }
  keys(): MapIterator<string> {
    return this.#all().keys()
  }
  values(): MapIterator<ValueType> {
    return this.#all().values()
  }
  forEach(each: (type: ValueType, name: string, all: Scope) => void): void {
    for (const [name, type] of this.#all()) each(type, name, this)
  }
}

/** A scope and one name more. */
export const withName = (scope: Scope, name: string, type: ValueType): Scope =>
  (scope instanceof Names ? scope : new Names(scope)).with(name, type)

/** A scope inside another one: what is added to it is not added there. */
export const nested = (scope?: Scope): Scope => new Names(scope)

/** Those names of a scope that are listed. */
export const only = (scope: Scope, names: readonly string[]): Scope => {
  const some = new Map<string, ValueType>()
  for (const name of names) {
    const type = scope.get(name)
    if (type !== undefined) some.set(name, type)
  }
  return some
}
