import type { Expression } from '../ast/expression.ts'

type InlineValue = Extract<Expression, { kind: 'value' }>

const few = 16

/** A fact about each inline value of a query, in the order they were met. Most queries have a handful, some thousands. */
export class InlineValues<T> {
  readonly nodes: InlineValue[] = []
  readonly facts: T[] = []
  #index: Map<InlineValue, number> | undefined

  /** Where a node stands, or -1: of a handful by looking at each, which is faster than asking the list. */
  #at(node: InlineValue): number {
    if (this.#index !== undefined) return this.#index.get(node) ?? -1
    for (let at = this.nodes.length - 1; at >= 0; at--) if (this.nodes[at] === node) return at
    return -1
  }

  get(node: InlineValue): T | undefined {
    const at = this.#at(node)
    return at < 0 ? undefined : this.facts[at]
  }

  /** The fact about a node that is likely the `at`th; the same as `get`, faster when the guess is right. */
  near(at: number, node: InlineValue): T | undefined {
    return this.nodes[at] === node ? this.facts[at] : this.get(node)
  }

  set(node: InlineValue, fact: T): void {
    const at = this.#at(node)
    if (at >= 0) {
      this.facts[at] = fact
      return
    }
    this.nodes.push(node)
    this.facts.push(fact)
    if (this.#index !== undefined) this.#index.set(node, this.nodes.length - 1)
    else if (this.nodes.length > few) this.#index = new Map(this.nodes.map((each, i) => [each, i]))
  }
}
